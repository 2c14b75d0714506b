import type { Frame } from "../language.ts";

/** Verbs of one meaning and one way of taking what is said. */
export interface EnglishVerbClass {
  readonly name: string;
  readonly frame: Frame;
  /** Written like the verbs of english-verbs.ts. */
  readonly verbs: string;
}

/**
 * Whole classes of verbs of speech, thought and attitude, so that a text may use any of them. They follow Levin, English Verb
 * Classes and Alternations (1993), by her numbers, and the frames of FrameNet where Levin has none.
 */
export const englishVerbClasses: readonly EnglishVerbClass[] = [
  {
    name: "set phrases of speech",
    frame: "say",
    verbs: `go+so+far+as+to+say go+public+with* put/put/put+it+this+way put/put/put+it+bluntly put/put/put+it+simply make/made/made+plain+that make/made/made+it+plain make/made/made+it+known
      make/made/made+no+bones+about* make/made/made+an+issue+of* make/made/made+allowance+for* let/let/let+it+be+known let/let/let+on set/set/set+the+record+straight+on* set/set/set+the+record+straight
      stay+silent+on* remain+silent+on* keep+quiet+about* keep+mum+about* stay+mum+on* stand/stood/stood+firm+on* sound+a+note+of* sound+a+warning+about* strike/struck/struck+a+note+of* strike/struck/struck+a+tone+of*
      reach+the+conclusion come+to+the+conclusion arrive+at+the+conclusion draw/drew/drawn+the+conclusion draw/drew/drawn+attention+to* draw/drew/drawn+a+distinction+between* draw/drew/drawn+a+contrast+with*
      draw/drew/drawn+a+contrast+between* draw/drew/drawn+a+parallel+between* draw/drew/drawn+parallels+between* draw/drew/drawn+parallels+to* hit+out+at* clap+back+at* press+the+point go+into+detail+about* go+into+detail+on*
      pay/paid/paid+lip+service+to* leave/left/left+no+doubt leave/left/left+little+doubt leave/left/left+open+the+possibility hold/held/held+open+the+possibility keep+open+the+possibility
      expostulate riposte overemphasize* overstress* reemphasize* re-emphasize* depose vaunt* bluster bluster+about* snarl rhapsodize rhapsodize+about* guesstimate* insinuate* parrot* restate* reassert* reconfirm*
      generalize+about* groan groan+about* snivel bellyache bellyache+about* squawk squawk+about* extrapolate`,
  },
  {
    name: "FrameNet Offering, Suasion and Permission: what is laid before others or allowed them",
    frame: "say",
    verbs:
      "offer* unveil* pitch*~ unleash* tender* proffer* prohibit* mandate* table*~ float* moot* showcase* spotlight*~",
  },
  {
    name: "FrameNet Inspecting and Scrutiny",
    frame: "say",
    verbs: "examine* scrutinise* investigate* analyze* analyse* survey*~ review*~ dissect*",
  },
  {
    name: "set phrases of thought",
    frame: "think",
    verbs: `have+a+feeling have+the+feeling have+a+sense have+reason+to+believe have+no+intention+of* have+no+desire have+no+wish have+no+way+of+knowing* have+mixed+feelings+about* have+qualms+about* have+no+qualms+about*
      have+no+regrets+about* have+regrets+about* have+strong+views+on* have+strong+feelings+about* have+a+problem+with* have+no+problem+with* have+trouble+with* have+little+patience+for* have+no+patience+for* have+little+use+for*
      have+no+use+for* have+no+reason+to+believe have+every+intention+of* have+every+confidence have+every+confidence+in* have+full+confidence+in* have+little+confidence+in* have+no+confidence+in* have+little+doubt have+serious+doubts+about*
      have+grave+concerns+about* have+serious+concerns+about* have+high+hopes lose/lost/lost+faith+in* lose/lost/lost+confidence+in* lose/lost/lost+hope lose/lost/lost+hope+of* lose/lost/lost+patience+with* lose/lost/lost+interest+in*
      give/gave/given+up+hope give/gave/given+up+hope+of* give/gave/given+credence+to* lend/lent/lent+credence+to* place+faith+in* put/put/put+faith+in* put/put/put+stock+in* get+the+impression get+the+feeling get+the+sense
      see/saw/seen+eye+to+eye+with* see/saw/seen+no+reason see/saw/seen+no+need feel/felt/felt+strongly+about* feel/felt/felt+strongly feel/felt/felt+good+about* feel/felt/felt+bad+about* make/made/made+peace+with* come+to+terms+with*
      make/made/made+up+her+mind make/made/made+up+his+mind make/made/made+up+their+minds pretend feign* visualize* picture*~ augur lean/leaned/leaned+toward* lean/leaned/leaned+towards*
      leave/left/left+open rue* take/took/taken+heart take/took/taken+comfort+in* take/took/taken+pride+in* take/took/taken+solace+in* take/took/taken+pleasure+in* take/took/taken+delight+in* take/took/taken+seriously* pin+hopes+on* set/set/set+sights+on*`,
  },
  {
    name: "set phrases of judgement",
    frame: "judge",
    verbs: `pay/paid/paid+tribute+to* pay/paid/paid+homage+to* pay/paid/paid+respects+to* take/took/taken+a+stand+against* take/took/taken+a+stand+on* take/took/taken+a+stand+for* come+out+against* come+out+for* come+out+in+favor+of* come+out+in+favour+of*
      come+out+in+support+of* come+out+in+opposition+to* come+down+hard+on* come+to+the+defense+of* come+to+the+defence+of* rise/rose/risen+to+the+defense+of* lend/lent/lent+support+to* throw/threw/thrown+weight+behind* lay/laid/laid+into* give/gave/given+credit+to* give/gave/given+thanks+to* give/gave/given+thanks+for* express+support+for* cry+foul call+into+question* write/wrote/written+off* hold/held/held+…accountable* hold/held/held+…responsible*
      put/put/put+down* chalk+up* nitpick* diss* troll* fact-check* dissect* interrogate* cross-examine* parse* quiz* turn+thumbs+down+on* wash+hands+of* distance+himself+from* distance+herself+from* distance+itself+from*
      distance+themselves+from* dissociate+himself+from* disassociate+himself+from*`,
  },
  {
    name: "37.4 instrument of communication",
    frame: "say",
    verbs: `blog blog+about* email~ e-mail~    telegraph  post+about* tweet+out*  publicize* publicise* televise*
       retweet* livetweet`,
  },
  {
    name: "37.3 manner of speaking, 37.8 complain",
    frame: "say",
    verbs: `bark bellow blurt+out* bray cackle chirp coo croak crow drawl grunt hiss holler hoot howl intone jabber lisp moan moan+about* prattle+about*
      quaver rasp rumble screech shriek simper squeal stammer stutter trill wail warble whimper whoop yammer+about* yelp
      grumble+about* gripe+about* grouse+about* carp+about* whine+about* kvetch+about* bitch+about* crab+about*  protest+that rant rave+about* vent+about*
      gush+about* gush+over* crow+about* gloat gloat+about* gloat+over* brag exult swagger`,
  },
  {
    name: "37.7 say, 37.1 transfer of a message",
    frame: "say",
    verbs: `aver avow* concede* confide+in counter+with* declaim* disclaim* ejaculate elucidate* enunciate* expatiate+on* explicate* gainsay/gainsaid/gainsaid*
      intimate* lie+about* fib fib+about* pontificate pontificate+about* posit* postulate* predicate prognosticate promulgate* prophesy* propound* rehearse* remonstrate
      reprise* verbalize* vocalize* vouchsafe*  weigh+in weigh+in+about* weigh+in+with* go+on+about* harp+on* hammer+home* drive/drove/driven+home*
      bring/brought/brought+up* put/put/put+forward* put/put/put+it set/set/set+forth* sound+off+about* sound+off+on* speak/spoke/spoken+up+about* speak/spoke/spoken+up+for*
      speak/spoke/spoken+out speak/spoke/spoken+out+for* speak/spoke/spoken+to+the speak/spoke/spoken+highly+of* talk+up* talk+down* talk+through* talk+over*  float+the+idea+of*
        lay/laid/laid+out* sketch+out* tell/told/told+of* give/gave/given+voice+to* call+out* call+attention+to*  
      shed/shed/shed+light+on* make/made/made+mention+of* make/made/made+note+of* take/took/taken+note+of* make/made/made+light+of* make/made/made+public* make/made/made+known*
      make/made/made+much+of* make/made/made+no+secret+of* make/made/made+reference+to* make/made/made+clear+that make/made/made+the+claim
      serve+notice sound+the+alarm sound+the+alarm+about* sound+the+alarm+over* raise+the+alarm+about* raise+the+prospect+of* raise+the+specter+of* raise+the+issue+of* raise+the+question+of*
      raise+the+idea+of* own+up+to* fess+up+to* come/came/come+clean+about* let/let/let+slip* get/got/gotten+across* fire+back shoot/shot/shot+back  hit/hit/hit+back+at* snap+back
      chip+in pipe+up blare* rattle+off* reel+off*    seize+on* seize+upon* pounce+on* zero+in+on* dwell/dwelt/dwelt+on*
      pass+along*  play+up* ballyhoo*    `,
  },
  {
    name: "36.1 correspond, 36.4 quarrel",
    frame: "say",
    verbs: `argue+about* argue+over* bicker+about* bicker+over* clash+on* clash+over* differ+on* differ+over* disagree disagree+on* disagree+about* disagree+over* agree+on* agree+about*
      spar spar+over* spar+about* squabble+over* squabble+about* quarrel+over* quarrel+about* quarrel+with* haggle+over*  negotiate+over* feud+over* tangle+over* wrangle+over*
      debate* debate+over* dispute*  deliberate+over* confer+on* consult+on* converse+about* chat+about* gossip+about* joke+of* banter+about* kid+about* quibble+over* quibble+with*`,
  },
  {
    name: "declare, 29.4, and verdicts of courts and assemblies",
    frame: "say",
    verbs: `adjudge* attest+to* certify* decree* pronounce* rule+against* rule+out* rule+in+favor+of* rule+in+favour+of* side+against* find/found/found+that hold/held/held+that
      uphold/upheld/upheld* overturn* overrule* strike/struck/struck+down* invalidate* ratify* concur plead+guilty+to* plead+not+guilty+to* swear/swore/sworn+to* vote+down*`,
  },
  {
    name: "37.9 advise, 37.13 promise, 13.3 future having",
    frame: "say",
    verbs: `guarantee*       threaten+to* warn+against* caution+against* counsel+against* advise+against* recommend+against* swear/swore/sworn+off*
      volunteer*  `,
  },
  {
    name: "tell 37.2, with an addressee",
    frame: "tell",
    verbs: "advise alert apprise assure enlighten instruct   e-mail      tip+off",
  },
  {
    name: "29.5 conjecture",
    frame: "think",
    verbs: ` assume conjecture conclude deduce foretell/foretold/foretold* gather+that grant+that hypothesise infer* intuit* presuppose* rationalise rationalize* surmise*
      theorise bet/bet/bet~ bet/bet/bet+on* wager~ wager+on* gamble+on* guess+at* second-guess* take/took/taken+for+granted* take/took/taken+it+for+granted take/took/taken+the+view take/took/taken+the+position
      have/had/had+faith+in* have/had/had+confidence+in* have/had/had+in+mind* have/had/had+no+doubt have/had/had+doubts+about* have/had/had+misgivings+about* have/had/had+reservations+about*
      have/had/had+concerns+about* have/had/had+questions+about* have/had/had+no+illusions+about* have/had/had+an+interest+in* have/had/had+no+interest+in* have/had/had+no+plans have/had/had+no+idea
      have/had/had+second+thoughts+about* have/had/had+hopes have/had/had+high+hopes+for* hold/held/held+the+view hold/held/held+out+hope hold/held/held+out+hope+for* hold/held/held+out+for*
      make/made/made+the+assumption make/made/made+up`,
  },
  {
    name: "87 comprehend, 30.1 see, 84 discover, 103 remember",
    frame: "think",
    verbs: `apprehend* comprehend* conceive+of* fathom* grasp* understand/understood/understood* misunderstand/misunderstood/misunderstood* know/knew/known+about* know/knew/known+of* recognise* recognize* recollect*
      remember* remember+that forget/forgot/forgotten+that forget/forgot/forgotten+about* hear/heard/heard+about* hear/heard/heard+of* hear/heard/heard+that learn+about* learn+of* read/read/read+about* notice* notice+that see/saw/seen+that
      see/saw/seen+…as* take/took/taken+…as*   interpret* misinterpret* construe* misread/misread/misread* accept* accept+that acknowledge* overestimate* underestimate* believe*
      feel/felt/felt+about* think/thought/thought+about* think/thought/thought+twice+about* think/thought/thought+highly+of* think/thought/thought+little+of* consider* reconsider* doubt* wonder+whether`,
  },
  {
    name: "ponder, 35 and FrameNet Cogitation",
    frame: "think",
    verbs: `agonize+about* brood+about* brood+over* deliberate meditate+on* mull+over* obsess+about* obsess+over* puzzle+about* puzzle+over* reflect+upon* rethink/rethought/rethought* ruminate+about* ruminate+on* speculate+on*
      speculate+over* stew+over*  fantasize+about* daydream+about*   fixate+on*`,
  },
  {
    name: "31.2 admire, 31.3 marvel, 32 want",
    frame: "think",
    verbs: `abhor* adore* begrudge* covet* crave* despise* disdain* dislike*  envy* esteem* fancy* idolize* loathe* lust+for*  mistrust* mourn* pity* prefer*  relish*  resent* savor* stomach*  treasure* 
      worship* bask+in* chafe+at* cringe+at* delight+in* despair+of* despair+over* exult+in* fume+about* fume+at* fume+over* grieve+for* grieve+over* lament+over* marvel+at* mourn+for* rage+about* rage+at* rage+over* rejoice+at* rejoice+in*
      rejoice+over* revel+in* seethe+about* seethe+over* shudder+at* wince+at* recoil+at* recoil+from* gush+over* swoon+over* tire+of* weary+of* sour+on* warm+to* warm+up+to* thirst+for* hunger+for* long+for* pine+for* hanker+for* itch clamor+for* clamour+for* wish+for*  
         `,
  },
  {
    name: "FrameNet Purpose, Deciding, Commitment",
    frame: "think",
    verbs: `aim+for* angle+for* conspire decide+against* decide+on*   plan+for* plot~ plot+against* propose scheme  settle+on* opt+for* vie vie+for* jockey+for*   
      forge+ahead+with*  insist+upon* hold/held/held+off+on* swear/swore/sworn    vow `,
  },
  {
    name: "33 judgement, praising; FrameNet Taking sides",
    frame: "judge",
    verbs: `respect* honor* absolve* acclaim* approve*~ adulate*  bless*  co-sponsor* cosponsor* compliment*~ condone* crusade+for* demonstrate+for* empathize+with*  esteem* eulogize* exculpate*  exonerate* favor* favour* fete* forgive/forgave/forgiven* get/got/gotten+behind*
        identify+with* idealize*  lionize* march+for* pardon*  rally+around* rally+for* rationalize* romanticize* root+for* sanction*~ shill+for* sign+on+to* sign+off+on* speak/spoke/spoken+for* stand/stood/stood+behind* stand/stood/stood+up+for*
      stick/stuck/stuck+by* stick/stuck/stuck+up+for* subscribe+to* sympathize+with* throw/threw/thrown+support+behind* throw/threw/thrown+his+support+behind* throw/threw/thrown+her+support+behind* throw/threw/thrown+its+support+behind*
      throw/threw/thrown+their+support+behind* uphold/upheld/upheld* validate* venerate* vindicate* cling/clung/clung+to* buy/bought/bought+into* agree+with* abide+by* adhere+to*`,
  },
  {
    name: "33 judgement, blaming",
    frame: "judge",
    verbs: `bad-mouth* besmirch* boo*  bristle+over* call+out* caricature* chasten* chastize* chew+out* cry+foul+over* cry+foul+about* curse* damn* debase* defame* demean* denigrate* deprecate* disapprove disrespect* doubt* dress+down* flay* fulminate+against* fulminate+about* go/went/gone+off+on*
      harangue* heckle* incriminate* indict* inveigh+against*  libel* light+into* mischaracterise*  minimise* pick+apart* pooh-pooh* rag+on* rail+about* rail+at*  revile* rip+into* roast* scapegoat* slander* slur* snipe+at* spoof* stigmatize* swipe+at* tar* tear/tore/torn+apart*  throw/threw/thrown+cold+water+on*
       trash-talk* twit*   unload+on* whack* zing* cast/cast/cast+aspersions+on* cast/cast/cast+blame+on* pin+blame+on* place+blame+on* lay/laid/laid+blame+on* point+fingers+at* point+the+finger+at* take/took/taken+umbrage+at* take/took/taken+exception+to* take/took/taken+offense+at*
      take/took/taken+a+dim+view+of* take/took/taken+to+task* find/found/found+fault+with* have/had/had+harsh+words+for* heap+scorn+on* pour+scorn+on* pour+cold+water+on* demonstrate+against* march+against* crusade+against* rally+over* denounce* oppose* resist*   defy* spurn* shun* veto*`,
  },
  {
    name: "75 neglect, 52 avoid",
    frame: "judge",
    verbs: `back+away+from* back+off* back+off+from* backpedal+on* backtrack+on* brush+aside* disregard* dodge* duck* evade* flip-flop+on* flout* gloss+over* hedge+on* ignore* laugh+off* overlook* renege+on* shrink/shrank/shrunk+from* shy+away+from* sidestep* skirt* steer+clear+of* stop+short+of* sweep/swept/swept+aside* tiptoe+around*
      turn+a+blind+eye+to* waffle+on* wave+away* wave+off* waver+on* `,
  },
  {
    name: "29.2 characterize, 29.1 appoint, 22 and 34 comparing and estimating",
    frame: "judge",
    verbs: `treat+…as* categorize* classify* deem*   diagnose* envisage* hold/held/held+up+as* hold/held/held+…up+as* honour* pigeonhole* refer+to+…as* stereotype*  typecast/typecast/typecast*  count+…as*  assess* evaluate*  gauge* peg+…at* put/put/put+…at* conflate*
       juxtapose*    `,
  },
  {
    name: "78 indicate, 45 showing of documents and findings",
    frame: "show",
    verbs: `find/found/found+evidence+of* find/found/found+evidence+that find/found/found+no+evidence+of* find/found/found+no+evidence+that find/found/found+little+evidence+of* find/found/found+no+sign+of* affirm* ascertain*  bear/bore/borne+out*  confirm*  corroborate* depict*  disprove*  evidence*     note* notice*   outline* point+to* point+out portray*   recount* reflect* refute*   signify* substantiate*  uncover*
      underline* unearth* verify*   `,
  },
  {
    name: "58 urge, 59 force, 60 order, 63 enforce, 67 forbid",
    frame: "ask",
    verbs: `admonish appeal+to   beseech bid/bade/bidden browbeat/browbeat/browbeaten cajole coax command compel~  egg+on enjoin entice entreat goad harangue hector implore importune        persuade pester pressure prevail+on prevail+upon    
        spur  `,
  },
];
