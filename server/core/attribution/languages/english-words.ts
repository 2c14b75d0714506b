import type { Tag } from "../language.ts";

/** Words of closed classes, and open ones that matter for telling where a noun phrase ends. */
export const englishWords: Readonly<Partial<Record<Tag, string>>> = {
  determiner: `the a an this these those some many several few both all any no another each every his her its their my our your
    whose most more much such one other either neither half certain`,
  pronoun: `he she they it i we you him them me us who himself herself themselves itself nothing something anything everything there none here`,
  noun: `others everyone everybody someone somebody nobody anyone anybody people
    family ally assembly bully rally supply monopoly anomaly think-tank`,
  preposition: `of in for on at by with from about into over under between among through during against across behind beyond near
    toward towards within without upon per via despite amid amidst outside inside along around above below off onto since than like
    unlike throughout concerning regarding including besides except as up down out`,
  conjunction: `and or but nor yet so & plus`,
  subordinator: `that when while after before because although though whether if unless until where wherever whenever once lest
    how why whereas`,
  relative: `which whom what`,
  auxiliary: `is are was were be been being am has have had having do does did will would can could may might must shall should
    'd 'll 're 've 'm isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't
    mightn't shouldn't needn't isn’t ain't`,
  negation: `not never n't`,
  adverb: `please also then now still again already just even only too very later earlier often once soon ever perhaps maybe instead
    however meanwhile therefore thus indeed rather quite almost nearly further furthermore moreover nonetheless nevertheless
    recently repeatedly previously however else twice ago together abroad apart away back forward here there long always sometimes
    simply merely aloud online offline afterward afterwards beforehand lately reportedly allegedly apparently first well far basically`,
  infinitive: "to",
  time: `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january february march april june july
    august september october november december morning afternoon evening night week month year noon midnight gmt am pm mon tue wed thu
    fri sat sun weekend last next`,
  number: `two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion trillion dozens`,
  adjective: `close familiar new old former senior top national foreign political public federal local own same good bad big small large great
    high low unnamed anonymous likely european american russian british chinese german french presidential democratic
    republican several first second third last next early late main leading major military white black western eastern northern
    liberal conservative moderate nonpartisan bipartisan libertarian recent different certain possible similar serious critical personal general international economic social legal financial human
    common special strong free real true wrong right hard easy full whole clear available central various medical latest previous
    modern global racial civil simple frequent apparent subsequent consistent southern current longtime long-time acting prominent independent private`,
};

/**
 * Verbs that are no cues, so that a clause is known by its verb. Written like the cue verbs. The long second half are verbs that are hardly ever
 * anything else, by the counts of senses in WordNet 3.1.
 */
export const englishOtherVerbs = `go/went/gone come/came/come get/got/gotten give/gave/given take/took/taken make/made/made become/became/become begin/began/begun
  start stop end try help keep/kept/kept let/let/let put/put/put run/ran/run turn bring/brought/brought build/built/built buy/bought/bought pay/paid/paid
  sell/sold/sold send/sent/sent spend/spent/spent stand/stood/stood sit/sat/sat set/set/set lead/led/led leave/left/left lose/lost/lost win/won/won meet/met/met
  hold/held/held hear/heard/heard happen seem appear look need live move play use work follow create open walk offer remain include
  increase reduce raise rise/rose/risen fall/fell/fallen fail reach receive return serve join face form cause produce provide allow
  require lie/lay/lain hit/hit/hit cut/cut/cut break/broke/broken choose/chose/chosen draw/drew/drawn drive/drove/driven eat/ate/eaten fight/fought/fought
  fly/flew/flown grow/grew/grown hide/hid/hidden kill die carry catch/caught/caught change visit travel watch wear/wore/worn vote participate attend
  begin/began/begun deserve exist belong depend contain involve avoid enter exceed earn gain hurt/hurt/hurt cost/cost/cost deliver develop
  arrive ensure force wage arrest charge refuse release publish sign approve pass elect appoint nominate beat/beat/beaten
  teach/taught/taught throw/threw/thrown shoot/shot/shot steal/stole/stolen feed/fed/fed lay/laid/laid lack matter mean/meant/meant
  prevent protect recover remove represent save score share stay struggle suffer survive trust wait weigh campaign
  abandon absorb accelerate accommodate accompany accomplish accumulate achieve acquire activate adapt adjust administer afford aggravate allocate
  alter amass amend annoy apologize apply arise/arose/arisen arrange ascend assemble assign assist attach attain attract await awaken bear/bore/borne
  behave bend/bent/bent betray bind/bound/bound bite/bit/bitten bleed/bled/bled blow/blew/blown borrow bounce breathe breed/bred/bred
  burst/burst/burst bury calm cancel capture care cease circulate clash climb coincide collaborate collect collide combine commence communicate
  commute compensate compete compile complete comply compose comprise compromise conceal concentrate confer confine conform confuse conquer conserve
  consist consolidate constitute construct consume convey convince cooperate cope correspond create creep/crept/crept cultivate deal/dealt/dealt
  deceive dedicate deepen defer delete deploy deprive derive descend destroy deteriorate devastate deviate devote die differ diminish dip disable
  disappear disappoint disconnect dislodge dismantle displace dispose disrupt dissolve distinguish distract distribute disturb divert donate drag
  drink/drank/drunk drown dwindle earn edit educate eliminate embark embarrass emit employ empower enable enact encounter encompass endanger endure
  enforce engage enhance enlarge enlist enrich enroll entail entertain entitle erase erect erode erupt escalate escape establish evacuate evolve
  exacerbate execute exhaust expand expel expire explode expose extend extract facilitate fasten flee/fled/fled formulate foster freeze/froze/frozen
  frighten fulfill generate govern graduate grind/ground/ground hamper hang/hung/hung happen harass hasten haunt heal heighten hinder ignite
  illuminate imitate immerse impair impede implement impose imprison improve incorporate incur infect inflict inform inhabit inherit inhibit initiate
  inject injure innovate insert inspect install instill insulate insure integrate intend interact interfere interrupt intervene intensify introduce
  invade invent invest irritate isolate justify kneel/knelt/knelt languish last lean lend/lent/lent lessen linger liquidate locate loom maintain
  manage manipulate manufacture marry maximize mend migrate mislead/misled/misled mitigate mobilize moderate modernize modify multiply navigate
  neglect negotiate neutralize nominate obey obscure obtain occupy occur operate organize originate outnumber outpace outweigh
  overcome/overcame/overcome oversee/oversaw/overseen overtake/overtook/overtaken owe penetrate perform perish permeate persist plunge plummet
  populate possess postpone precede prepare prescribe preserve prevail proceed procure prolong proliferate prosecute prosper pursue quit/quit/quit
  reappear rebuild/rebuilt/rebuilt recede recycle redeem redirect refine refrain regain regulate rehabilitate reinforce reinstate relax relieve
  relinquish relocate renew renovate repay/repaid/repaid replace replicate reproduce resemble reside resign resolve restore restrict retain retire
  retrieve reunite revamp revert revise revive revolve ride/rode/ridden roam satisfy saturate scatter secure settle shatter shed/shed/shed
  shine/shone/shone shrink/shrank/shrunk shut/shut/shut sink/sank/sunk sleep/slept/slept soar solve spread/spread/spread spring/sprang/sprung
  stabilize stagnate stalk stimulate strengthen stumble subside subsidize substitute succeed summon suppress surpass surrender surround sustain
  sweep/swept/swept swim/swam/swum swing/swung/swung tear/tore/torn tend terminate terrify thrive tighten tolerate topple toughen translate transmit
  undergo/underwent/undergone undertake/undertook/undertaken undo/undid/undone unfold unify unite unleash utilize vacate vanish vary violate wander
  weaken weep/wept/wept widen wield withdraw/withdrew/withdrawn wither withhold/withheld/withheld withstand/withstood/withstood worsen
  indicate agree own rely act add affect become benefit block contribute dominate emerge enjoy expand focus gather handle head host
  abet abolish abound abridge abrogate abstain accede accentuate accost accredit accrue acculturate accustom acquaint acquiesce acquit actuate adjoin
  adjourn adopt adorn advertise agitate alienate alight align alleviate allot amplify amputate analyze annihilate appease apportion appraise
  approximate arbitrate arouse arraign arrogate ascribe assimilate astonish atone attune augment authenticate automate avenge avert bake bandy banish
  bawl beautify beckon befall befit befriend befuddle beget beguile behead behold belabor belie beset besiege bespeak bestow beware
  bewitch bide bilk blacken blanch blaspheme bode boggle broaden burgeon calcify calibrate capitulate carve cater cavort choreograph circumscribe
  cleanse cleave coagulate coalesce coddle codify coerce coexist cohere collate commandeer commemorate commiserate complicate conciliate concoct
  condense confiscate confound congeal congregate conjoin connect connote consign constrict consummate contaminate contrive convene converge convulse
  corrode counteract cower cram cremate crucify crumble crumple culminate curtail dabble dampen dangle darken daunt deaden debilitate decelerate
  decompose decorate deduct define defraud defray defrost degrade deign delimit delude delve demarcate demolish demote depart deprave depress
  desecrate designate despoil destine detach detain detect deter detonate detract devour differentiate diffuse dignify digress dilate dilute disabuse
  disallow disarm disassemble disband disburse discern discontinue discourage discriminate disenfranchise disengage disentangle dishearten disintegrate
  disinter dismember disobey dispel dispense disperse disqualify disrobe dissemble disseminate dissipate dissuade distill diverge divest domineer edify
  efface effectuate eject elapse elate elevate elicit elongate elude emanate emancipate emasculate embed embellish embezzle embitter embody embolden
  embroil emigrate emulate encase enchant enclose encroach encrust endear endow enervate engender engrave engross engulf enliven
  enmesh enrage ensconce enshrine ensue enthrone entomb entrench entrust envelop equip eradicate eschew etch evaporate evoke examine excel excite
  exclude excommunicate exemplify exert exhale exorcise expedite expend expiate expunge exterminate extinguish extirpate extricate extrude exude
  falsify fatten faze felicitate flatten flog foreclose forego foreshorten forestall forgo forsake forswear fortify furnish
  gnaw gratify greet harden harshen hover humiliate hurtle impale impart impel imperil
  impersonate impinge improvise impute inaugurate incapacitate incite inculcate indoctrinate induce induct indulge infest infiltrate inflame
  inflate ingest inscribe instigate intercede interconnect interpenetrate interpose intersect intertwine interweave intimidate intrude invert
  investigate lacerate liberate listen loiter loosen lurk magnify maltreat meddle mediate merge metamorphose militate mingle
  miscalculate miscarry misjudge mislay mismanage misplace moisten molest mollify motivate mutilate mystify necessitate nourish oblige obliterate
  obstruct occlude officiate ogle omit oppress ordain ossify oust outdistance outdo outdraw outfight outgrow outlive outmaneuver outmode
  outplay outrun outsmart outstrip overeat overexpose overfeed overfill overhear overheat overindulge overpower overproduce overreach overshadow
  overstep overwhelm pacify pamper paralyze pare partake peddle perpetrate perpetuate persecute persevere personify pertain pervade petrify pilfer
  poach portend preclude predominate preoccupy procrastinate prohibit propel proscribe protrude provoke punctuate punish purify
  qualify quash quell quench quicken radiate ransack react reactivate readjust realign reap rearrange reassemble reassign reawaken
  recalculate recapitulate reclaim reclassify reconcile recondition reconnoiter reconstruct reconvene reconvert recopy recoup recreate recur
  rededicate redefine rediscover redistribute redouble reelect reenact reestablish reevaluate reexamine refashion refinance
  refuel refurbish regale regroup reimburse reinstall reinterpret relearn relegate relent relive reload remarry remodel rename rend reopen repel
  repent rephrase replenish repress reread reschedule rescind resettle reshape resound restock restrain resurrect retaliate retrace
  reuse reverberate ripen rotate roughen rouse rove sadden scoot scrounge sear secede seclude secrete seep select sever sharpen shelve
  shirk shorten sicken sidle sift simplify simulate sing situate skulk slacken slink slurp smuggle soften solicit soothe starve stiffen stoke
  stow straighten strangle stratify strew stun subdue subjugate submerge subsist subtract subvert succumb suffice suffocate suffuse sunder
  superimpose superintend supersede supervise supplant supplicate surmount suspend tabulate teem tempt thicken totter transact transcend transcribe
  transfix transform transgress transmute typify unclasp underlie undermine underpin underrate underwrite unfasten unlock unmask unpack unravel
  unscramble unsheathe untie unveil unwind uproot usurp utter vanquish veer ventilate vibrate wheedle wreak writhe`;

export const englishQuestionWords = "how what why whether who where when if which";
