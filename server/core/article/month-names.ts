/**
 * Names of the months as news pages print them, lower case, one line per language; within a month the names are
 * separated by a space (nominative, genitive and the short forms without their full stop).
 *
 * Source: CLDR 46 calendar data (wide and abbreviated, format and stand-alone), reduced to single words. A word that
 * names different months in two languages (Czech `listopad` is November, Croatian `listopad` October) is left out
 * of the rarer one: a date that cannot be read does no harm, a wrong one does.
 */
const MONTHS_BY_LANGUAGE: readonly (readonly string[])[] = [
  // English
  "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec",
  // German
  "januar jänner|februar feber|märz mär mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez",
  // French
  "janvier janv|février févr|mars|avril avr|mai|juin|juillet juil|août|septembre|octobre|novembre|décembre déc",
  // Spanish
  "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic",
  // Italian
  "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre set|ottobre ott|novembre|dicembre",
  // Portuguese
  "janeiro|fevereiro fev|março|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro",
  // Russian
  "январь января янв|февраль февраля фев февр|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль июля июл|август августа авг|сентябрь сентября сен сент|октябрь октября окт|ноябрь ноября ноя нояб|декабрь декабря дек",
  // Ukrainian
  "січень січня|лютий лютого|березень березня|квітень квітня|травень травня|червень червня|липень липня|серпень серпня|вересень вересня|жовтень жовтня|листопад листопада|грудень грудня",
  // Belarusian
  "студзень студзеня|люты лютага|сакавік сакавіка|красавік красавіка|май мая|чэрвень чэрвеня|ліпень ліпеня|жнівень жніўня|верасень верасня|кастрычнік кастрычніка|лістапад лістапада|снежань снежня",
  // Turkish
  "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
  // Azerbaijani
  "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr",
  // Polish
  "styczeń stycznia|luty lutego|marzec marca|kwiecień kwietnia|maj maja|czerwiec czerwca|lipiec lipca|sierpień sierpnia|wrzesień września|październik października|listopad listopada|grudzień grudnia",
  // Czech
  "leden ledna|únor února|březen března|duben dubna|květen května|červen června|červenec července|srpen srpna|září|říjen října|listopad listopadu|prosinec prosince",
  // Serbian, both scripts
  "januar januara jan|februar februara|mart marta|april aprila|maj maja|jun juna|jul jula|avgust avgusta|septembar septembra|oktobar oktobra|novembar novembra|decembar decembra",
  "јануар јануара|фебруар фебруара|март марта|април априла|мај маја|јун јуна|јул јула|август августа|септембар септембра|октобар октобра|новембар новембра|децембар децембра",
  // Romanian
  "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie",
  // Bulgarian
  "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
  // Dutch
  "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
  // Swedish, Danish, Norwegian
  "januari januar|februari februar|mars marts|april|maj mai|juni|juli|augusti august|september|oktober|november|december desember",
  // Finnish
  "tammikuu tammikuuta|helmikuu helmikuuta|maaliskuu maaliskuuta|huhtikuu huhtikuuta|toukokuu toukokuuta|kesäkuu kesäkuuta|heinäkuu heinäkuuta|elokuu elokuuta|syyskuu syyskuuta|lokakuu lokakuuta|marraskuu marraskuuta|joulukuu joulukuuta",
  // Hungarian
  "január|február|március|április|május|június|július|augusztus|szeptember|október|november|december",
  // Greek
  "ιανουάριος ιανουαρίου|φεβρουάριος φεβρουαρίου|μάρτιος μαρτίου|απρίλιος απριλίου|μάιος μαΐου|ιούνιος ιουνίου|ιούλιος ιουλίου|αύγουστος αυγούστου|σεπτέμβριος σεπτεμβρίου|οκτώβριος οκτωβρίου|νοέμβριος νοεμβρίου|δεκέμβριος δεκεμβρίου",
  // Arabic
  "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
  // Persian
  "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
  // Hindi
  "जनवरी|फ़रवरी फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
  // Indonesian, Malay
  "januari|februari|maret mac|april|mei|juni|juli|agustus ogos|september|oktober|november|desember disember",
].map((months) => months.split("|"));

const MONTH_OF_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS_BY_LANGUAGE.flatMap((months) =>
    months.flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
  ),
);

/** The month (1-12) that a lower-case word names, without a final full stop; undefined when it names none. */
export function monthOfName(name: string): number | undefined {
  return MONTH_OF_NAME.get(name);
}
