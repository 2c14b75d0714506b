/** Titles and other short forms with a full stop that stand before a name: no sentence ends there. Lower case. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mrs ms dr prof st ste gen sen rep gov lt col sgt cpl capt cmdr adm rev hon pres supt jr sr mt ft no nos vs fig vol art " +
    "sra srta mme mlle hr fr nr str dipl ing ул им пр просп пл св тов гр проф акад ген стр рис"
  ).split(" "),
);

/** What follows a full stop inside a name: ends of host names and of file names. Lower case; no word that starts a sentence. */
export const NAME_ENDINGS: ReadonlySet<string> = new Set(
  (
    "com net org edu gov mil info biz eu uk de fr ru ua cn jp io ai tv fm ly js ts jsx tsx py rb php asp aspx jsp html htm txt " +
    "pdf doc docx xls xlsx ppt csv xml json jpg jpeg png gif svg mp3 mp4 exe dll zip рф ком"
  ).split(" "),
);

/**
 * Words that start sentences and end no name: a capitalised one inside a word shows where a heading or a sentence without a
 * full stop was run into the next. Short ones (`In`, `On`, `It`) end names too (`LinkedIn`) and are left out.
 */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    "The This That These Those There They When While Where What Who Why However According Earlier Meanwhile After Before Although " +
    "Also But She His Her Their Its Our With From During Since Under Over Last Among Both Some Many Most Another " +
    "Это Этот Эта Эти Однако Ранее Также Кроме После Она Они Как При Когда " +
    "Der Die Das Eine Nach Doch Auch Les Une Dans Mais Los Las Una Pero Según"
  ).split(" "),
);
