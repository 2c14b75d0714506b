import type { Frame } from "../language.ts";

/**
 * English verbs by which news attributes words and views, a frame each. Written `base`, or `base/past/participle` where
 * irregular; particles that have to follow stand behind `+`, several ways parted by `,`. `*` marks a verb whose object
 * alone can be what is said, `~` one whose forms are nouns as well. The verbs are those of reference grammars of
 * reporting (Quirk et al. 1985, 16.31; Levin 1993, classes 29, 33 and 37), as news uses them.
 */
export const englishCueVerbs: Readonly<Record<Frame, string>> = {
  say: `say/said/said note* add write/wrote/written continue explain* recall* reply~ respond respond+by* respond+with* respond+to* remark~ observe comment~ joke~
    quip tweet*~ retweet* post*~ state*~ declare* announce* report~ claim~* argue* insist maintain assert* contend allege* concede*
    admit* admit+to* confess+to* acknowledge* confirm* deny* stress*~ emphasize* emphasise* point+out* suggest* conclude estimate~* testify vow~*
    pledge~* promise~* predict* complain complain+about* complain+of* boast~ boast+about* boast+of* brag+about* lament* muse
    reason~ read/read/read shout* yell* chant* whisper* scream* cry wonder inquire demand~* plead agree advise counter retort reiterate*
    repeat* specify* hint+at* hint imply* indicate signal~* proclaim* profess* swear/swore/sworn attest* caution warn warn+of*
    warn+about* warn+against* chime+in interject exclaim elaborate clarify* opine mention* relay* reveal* disclose* divulge*
    underscore* underline* highlight* outline* recount* propose* recommend* assure* forecast/forecast/forecast~*
    project* rule~ quote*~ cite* theorize speculate hypothesize surmise affirm* reaffirm* go+on+record charge*~ tease* gush rant+about*
    deadpan sum+up* spell+out* lay/laid/laid+out* set/set/set+out* make/made/made+clear make/made/made+it+clear
    make/made/made+the+case call/called/called+for* call+on* call+upon* push+for* press+for* appeal+for* advocate* advocate+for*
    argue+for* argue+against* speak/spoke/spoken+of* speak/spoke/spoken+about* speak/spoke/spoken+out+about* speak/spoke/spoken+out+against* talk+about*
    talk+of* talk+»about* speak/spoke/spoken+»about* chat+»about* testify+»about* write/wrote/written+»about* joke+»about* complain+»about* boast+»about* brag+»about* refer+to* allude+to* point+to* touch+on* discuss* raise+questions+about* raise+the+possibility
    raise+concerns+about* express* voice*~ convey* echo* insist+on*  issue+a+statement release+a+statement
    confess* confide chuckle concur enthuse fume gripe grumble growl grouse intone laugh marvel mumble murmur mutter ponder* pray preach* protest~
    recite* rejoin relate* reminisce roar sigh snap~ sneer snort stipulate* submit* summarize* summarise* thunder venture vent volunteer whine
    articulate* detail*~ document*~ chronicle*~ illustrate* explore* debate*~ contemplate* envisage* espouse* broach* flag*~ preview*~ foreshadow*
    enumerate* itemize* narrate* rehash* trumpet* herald* leak~* decree*~ veto*~ comment+on* remark+on* report+on* write/wrote/written+about* write/wrote/written+of*
    elaborate+on* reflect+on* expound+on* muse+about* speculate+about* fret+about* wonder+about* inquire+about* testify+about* joke+about* boast+of*
    tweet+about* weigh/weighed/weighed+in+on* take/took/taken+credit+for* take/took/taken+a+position+on* identify* specify
    give/gave/given+details+of* make/made/made+the+argument make/made/made+the+point make/made/made+a+case+for* raise+doubts+about*
    express+concern+about* press+the+case deliver+a+message retract* walk+back* double+down+on* lash+out+against* hold/held/held+forth+on*
    brief~ concede+to**`,
  tell: `tell/told/told inform remind notify assure reassure warn advise~ instruct caution`,
  think: `believe think/thought/thought want* hope~ expect* fear~* worry~ worry+about* feel/felt/felt doubt~* suspect*~ assume consider
    prefer wish~ intend* decide* plan*~ refuse* decline* understand/understood/understood know/knew/known*
    see/saw/seen+as figure~ guess*~ vote~ agree+with* disagree+with* take/took/taken+issue+with* seek/sought/sought* aim~
    aim+at* regret~* favor* favour* resent* envision* anticipate* desire~* yearn+for* dream+of* look+forward+to* presume* reckon imagine* deem* regard* view*~ perceive* sense~ foresee/foresaw/foreseen* aspire strive/strove/striven
    opt resolve~ hesitate commit+to* mull* weigh*~ embrace+the+idea+of* count+on* hope+for* wait+for plan+on* think/thought/thought+of*
    dread* appreciate* care+about* believe+in* worry+over* fret+over* trust~* distrust~* ponder* agonize+over* insist+on* resist* balk+at* bristle+at* oppose*`,
  show: `show/showed/shown*~ find/found/found discover* learn/learned/learned* determine* demonstrate* prove calculate* reckon realize* realise*
    document~ detail~ illustrate suggest indicate* reveal* rule~ judge*~ conclude publish release~`,
  ask: `ask ask+about* ask+for* urge~* encourage* implore beg press exhort order~* command~ invite~ request~* direct forbid/forbade/forbidden dare beseech admonish counsel~ nudge prod challenge~*
    persuade convince lobby plead+with pressure petition~ call+on call+upon`,
  judge: `call/called/called describe* criticize* criticise* blame~* accuse* praise~* condemn* attack~* mock* slam* blast* denounce*
    dismiss* label~* brand* characterize* characterise* dub* portray* paint* depict* liken* compare* reject* defend* endorse* support~*
    back*~ oppose* question~* ridicule* deride* hail* welcome* rip* bash* decry* bemoan* lambast* lambaste* chastise* rail+against*
    disavow* rebuke~* rebut* dispute~* refute* contradict* disparage* belittle* berate* scold* fault~* knock* tout* applaud* laud*
    commend* celebrate* thank* congratulate* address*~ attribute* credit* downplay* discredit* vilify* demonize* insult~* savage*
    pan* assail* excoriate* lash+out+at* go/went/gone+after* hit/hit/hit+back take/took/taken+aim+at* embrace* champion~* promote*
    admire* love~* hate~* like* detest* approve+of* disapprove+of* object+to* protest~* threaten* cast/cast/cast+doubt+on*
    repudiate* renounce* concur+with* side+with* vote+for* vote+against* accept* extol* glorify* flatter* skewer* trash*
    slap+down* shrug+off* brush+off* play+down* tear/tore/torn+into* speak/spoke/spoken+against* swear/swore/sworn+off* apologize+for*
    apologise+for* take/took/taken+responsibility+for* push+back* grill~ scrutinize* taunt~* scoff+at* sneer+at* jeer* scorn~* shame~* smear~* malign* impugn* implicate*
    pillory* castigate* censure~* chide* reprimand~* reproach~* upbraid* hammer~* pummel* pound* lampoon* poke/poked/poked+fun+at* make/made/made+fun+of*
    take/took/taken+a+swipe+at* take/took/taken+a+shot+at* stand/stood/stood+by* vouch+for* break/broke/broken+with* debunk* discount*~ minimize* exaggerate*
    overstate* understate* misrepresent* distort* mischaracterize* link*~ equate* contrast*~ frame*~ bill*~ tag*~ peg* rate*~ cheer*~ salute*~
    heap+praise+on* rave+about* exalt* revere* cherish* root+for* stump+for* campaign+for*~ campaign+against*~ lobby+for* lobby+against* rally+behind* rally+against*
    fight/fought/fought+for*~ fight/fought/fought+against*~ advocate+against* reaffirm* disown* deplore* decry* jab* needle* goad* badmouth* trivialize* legitimize* second*
    contest*~ rebuff*~ spurn* snub*~ veto*~ rue* lament* hold/held/held+responsible* confront* pile+on* reference~* invoke*`,
};

/** Adjectives that, with `be` before them and a particle behind, say what somebody thinks; written like the verbs. */
export const englishCueAdjectives = `critical+of supportive+of skeptical+of skeptical+about sceptical+of sceptical+about concerned+about concerned+that worried+about
  worried+that afraid+of afraid+that afraid confident+about confident+that confident certain+that certain sure+about sure+that sure convinced+of convinced+that
  convinced optimistic+about optimistic+that pessimistic+about hopeful+about hopeful+that proud+of proud+that aware+of aware+that dismissive+of
  opposed+to committed+to determined+to willing+to reluctant+to eager+to unhappy+with unhappy+about happy+with happy+about happy+that angry+about angry+at
  angry+that frustrated+with frustrated+by frustrated+that frustrated+about disappointed+with disappointed+in disappointed+by disappointed+that surprised+by
  surprised+that surprised+at grateful+for grateful+to thankful+for doubtful+about doubtful+that wary+of mindful+of outspoken+about outspoken+against silent+on
  silent+about clear+that clear+about adamant+that adamant+about insistent+that insistent+on pleased+that pleased+with pleased+to glad+that glad+to sorry+for sorry+that
  interested+in passionate+about fond+of vocal+about coy+about mum+on open+to unaware+of unsure+about unsure+of uncertain+about
  bullish+on bearish+on tired+of sick+of ashamed+of alarmed+by appalled+by outraged+by outraged+over outraged+that troubled+by shocked+by shocked+that
  ready+to prepared+to unwilling+to hesitant+to loath+to keen+to keen+on enthusiastic+about excited+about nervous+about anxious+about puzzled+by
  sympathetic+to hostile+to resigned+to jealous+of impressed+by impressed+with cautious+about defensive+about upset+about upset+with upset+that furious+at
  unsure uncertain sure certain in+favor+of in+favour+of in+support+of in+agreement+with in+agreement+that at+odds+with at+odds+over at+odds+about of+the+view+that of+the+opinion+that on+board+with under+the+impression+that in+denial+about in+doubt+about
  in+awe+of in+despair+over in+despair+about on+record+as in+no+doubt+that content+with content+to scornful+of contemptuous+of complimentary+about complimentary+of respectful+of distrustful+of mistrustful+of suspicious+of envious+of tolerant+of
  intolerant+of cynical+about curious+about apprehensive+about apologetic+about apologetic+for noncommittal+about noncommittal+on equivocal+about emphatic+that emphatic+about unequivocal+that unequivocal+about unapologetic+about indifferent+to unconvinced+that
  unconvinced+by unconvinced+of unimpressed+by unimpressed+with unmoved+by dismayed+by dismayed+at dismayed+that disturbed+by bothered+by offended+by annoyed+by annoyed+at annoyed+with irked+by irritated+by incensed+by incensed+at infuriated+by
  horrified+by horrified+at horrified+that disgusted+by disgusted+with saddened+by saddened+that relieved+that relieved+by delighted+by delighted+that delighted+with thrilled+by thrilled+that thrilled+with thrilled+to honored+to honoured+to encouraged+by
  heartened+by baffled+by mystified+by bewildered+by intrigued+by fascinated+by obsessed+with fixated+on persuaded+that persuaded+by united+against united+behind divided+on divided+over split+on split+over bent+on intent+on insistent+on
  furious+about furious+that frank+about candid+about honest+about
  aghast+at aghast+that amazed+by amazed+at amazed+that amused+by apathetic+about appreciative+of ambivalent+about astonished+by astonished+at astonished+that awed+by bitter+about bitter+over bored+with buoyed+by captivated+by
  charmed+by circumspect+about comfortable+with uncomfortable+with uncomfortable+about conscious+of dedicated+to deferential+to desperate+to desperate+for devoted+to disenchanted+with disgruntled+about disgruntled+with disillusioned+with disillusioned+by
  dissatisfied+with distraught+over distraught+about distressed+by dubious+about dubious+of dubious+that ecstatic+about ecstatic+that elated+by elated+that embarrassed+by embarrassed+about enamored+of enamored+with enraged+by enthralled+by exasperated+by exasperated+with
  excited+by excited+that excited+to explicit+about explicit+that fearful+of fearful+that fearful+about flattered+by flabbergasted+by forthcoming+about forthright+about frightened+of frightened+by gratified+by gratified+that guarded+about guilty+about heartbroken+by
  heartbroken+over impatient+with impatient+to inclined+to disinclined+to indignant+about indignant+over indignant+at indignant+that insulted+by inspired+by irate+about irate+over jubilant+over leery+of livid+about livid+over livid+that mad+at mad+about mad+that mortified+by
  neutral+on nostalgic+for oblivious+to overjoyed+by overjoyed+that perplexed+by perturbed+by petrified+of positive+about positive+that preoccupied+with protective+of reassured+by reassured+that receptive+to repulsed+by resentful+of resolved+to satisfied+with satisfied+that
  scared+of scared+that scathing+about secretive+about sensitive+to serious+about shaken+by squeamish+about stunned+by stunned+that tempted+to terrified+of terrified+that terrified+by tight-lipped+about torn+over torn+between touched+by undecided+about undecided+on
  undeterred+by uneasy+about uneasy+with unfazed+by unconcerned+about unconcerned+with uninterested+in unnerved+by unsettled+by vague+about vague+on vehement+that vehement+about vexed+by vigilant+about wistful+about worried+over wowed+by weary+of zealous+about
  fed+up+with up+in+arms+over up+in+arms+about on+the+fence+about on+the+fence+over of+two+minds+about in+disbelief+at in+disbelief+that in+no+mood+to in+no+mood+for convinced+by swayed+by unswayed+by moved+by drawn+to averse+to allergic+to privy+to cognizant+of
  skittish+about squarely+behind solidly+behind firmly+behind squarely+against firmly+against dead+set+against dead+set+on`;

/** Nouns that name an act of speech or thought; with an owner, and `that`, `of` or `about` behind, they are cues. */
export const englishCueNouns = `claim claims statement statements accusation accusations allegation allegations assertion assertions
  argument contention suggestion suggestions belief beliefs promise promises pledge pledges vow warning warnings comment comments remark remarks call calls
  criticism criticisms demand demands proposal proposals insistence admission announcement complaint complaints denial denials fear fears
  concern concerns hope hopes view views opinion opinions conclusion conclusions prediction predictions question questions
  attack attacks description descriptions declaration acknowledgment acknowledgement assessment estimate estimates support opposition
  reluctance commitment commitments plan plans determination desire rejection condemnation endorsement defense defence advice decision contempt disdain
  praise emphasis refusal willingness approval recommendation recommendations request requests testimony message response explanation confession
  threat threats appeal appeals vision preference intention intentions ambition ambitions goal skepticism scepticism confidence enthusiasm anger frustration
  disappointment regret embrace rhetoric vow advocacy portrayal characterization interpretation understanding
  observation observations revelation revelations disclosure admiration adulation abandonment distrust mistrust dislike hatred doubts doubt worry
  worries theory theories idea notion misgiving misgivings reservation reservations qualm qualms objection objections protest protests apology tribute verdict
  critique critiques tirade rant diatribe broadside barb barbs swipe swipes jab jabs jibe gibe insult insults compliment compliments reply retort rebuttal rebuke
  reminder reminders hint hints position stance case point points gripe gripes grievance grievances lament plea pleas petition ultimatum invitation pitch oath
  assurance assurances reassurance guarantee guarantees expectation expectations forecast forecasts projection projections prophecy guess hunch impression
  feeling feelings sentiment attitude affection sympathy antipathy animosity hostility resentment outrage fury dismay alarm unease anxiety apprehension
  conviction suspicion suspicions assumption assumptions presumption perception recollection account version insinuation innuendo quip jokes joke lie lies
  falsehood falsehoods reassessment reaction verdict commentary consensus speculation rumor rumors rumour rumours reasoning rationale justification eagerness
  enmity scorn derision ridicule condemnations vows pronouncement pronouncements proclamation indictment reproach censure denunciation denunciations
  report reports allegation interest faith trust belief disbelief respect appreciation gratitude sorrow remorse aversion preference penchant disagreement disagreements
  dissent agreement objection ambivalence indifference curiosity clarification elaboration hypothesis thesis contentions retraction pleasure delight
  satisfaction dissatisfaction displeasure impatience bewilderment confusion surprise shock horror nostalgia pride shame guilt envy jealousy
  arguments affirmation affirmations avowal bet boast boasts clarifications concession concessions confirmation counterargument counterarguments dismissal entreaty exhortation exhortations finding findings guesses hypotheses inference inferences
  judgment judgments judgement judgements mention mentions musings narrative notions outcry protestation protestations prognosis proposition query queries quote quotes ramblings recollections rebuttals retorts refutation rejoinder retelling riposte ruling rulings
  rationalization sense realization recognition awareness certainty fantasy instinct philosophy logic mindset mantra motto premise thinking thought thoughts viewpoint wish wishes longing yearning unwillingness hesitation hesitancy resolve aim aims aspiration aspirations
  dream dreams grief wrath ire rage despair gloom glee joy elation dread terror paranoia passion zeal fascination loathing love hate devotion apathy compassion empathy pity exasperation irritation annoyance disgust revulsion contrition relief wonder awe amazement
  astonishment incredulity puzzlement unhappiness discontent discomfort uneasiness nervousness wariness optimism pessimism cynicism theories intent taunt taunts utterance utterances tweet tweets reminders claims`;

/** What stands before or behind a source and makes it one. */
export const englishSourcePhrases = `according to; per; in the words of; in the view of; in the opinion of; as reported by; as told by;
  in the eyes of; in the estimation of; in the judgment of; in the judgement of; in the assessment of; in the mind of; in the minds of; from the perspective of;
  from the point of view of; by the account of; as described by; as quoted by; as noted by; as stated by; as explained by; as seen by; as recounted by; as related by; as outlined by;
  as suggested by; as claimed by; as argued by; as cited by; in the telling of; in the opinions of; in the views of`;

export const englishCitingPhrases = `citing; quoting; with reference to; as cited by; as quoted by`;

export const englishCarriers = `continue begin start go went come try tend appear seem refuse decline use used rush proceed move seek happen fail
  want need plan intend hope vow love like cease manage hasten dare have get`;

/** Verbs that carry a noun of speech or thought without adding to it: `make a promise`, `voice doubts`, `hold a belief`. */
export const englishLightVerbs = `make/made/made have/had/had give/gave/given take/took/taken hold/held/held issue express voice raise offer put/put/put post
  release deliver send/sent/sent file submit publish pose share state announce repeat renew reiterate launch mount lodge register level lob hurl fire
  trade exchange swap air harbor harbour maintain show/showed/shown convey communicate utter pronounce present write/wrote/written`;

/** Nouns that say what somebody holds of something, with `be` or a comma before them and `of` behind: `is a critic of the plan`. */
export const englishStanceNouns = `opponent opponents supporter supporters critic critics advocate advocates proponent proponents defender defenders backer backers
  champion champions fan fans foe foes admirer admirers believer believers skeptic skeptics sceptic sceptics detractor detractors apologist apologists
  enthusiast enthusiasts adherent adherents sympathizer sympathizers`;

/** Nouns that give a sentence to whose they are, behind `in` or `by`: `in their view`, `by one estimate`. */
export const englishViewNouns = `view opinion estimation judgment judgement eyes mind words telling assessment interpretation reading reckoning estimate
  estimates account accounts admission calculation calculations count acknowledgment acknowledgement description definition version lights`;

/** Verbs whose subject is spoken of, and the nouns of speech and judgement that they take: `drew criticism`, `came under fire`. */
export const englishReceivingVerbs = `draw/drew/drawn face receive attract earn win/won/won enjoy provoke spark incur garner generate elicit meet/met/met come suffer
  endure invite trigger command weather`;
export const englishReceivedNouns = `criticism criticisms condemnation praise scrutiny fire heat flak flack rebuke rebukes complaints opposition backlash outrage applause ire scorn
  ridicule accolades skepticism scepticism denunciations denunciation derision fury anger mockery kudos acclaim plaudits blame disapproval support resistance`;
