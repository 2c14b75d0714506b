import { lazily } from "../../text/lazily.ts";
import type { KindWords } from "../language.ts";
import { wordSet } from "./word-lists.ts";

export const englishKinds = lazily(
  (): KindWords => ({
    unnamedMarks: wordSet("unnamed anonymous unidentified undisclosed anonymity insider insiders"),
    unnamedNouns: wordSet("source sources insider insiders"),
    titles: wordSet(
      `president presidents minister ministers premier chancellor secretary senator senators sen rep reps gov governor governors mayor mayors
    spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons ambassador envoy representative representatives director chief chair chairman
    chairwoman chairperson head leader leaders official officials aide aides adviser advisers advisor advisors analyst analysts expert experts
    professor economist economists strategist strategists pollster pollsters consultant lawyer lawyers attorney attorneys judge judges
    justice prosecutor sheriff officer officers general gen col colonel captain lt sgt commander admiral doctor dr mr mrs ms miss sir king queen
    prince princess pope bishop candidate candidates nominee nominees congressman congresswoman lawmaker lawmakers delegate deputy editor reporter
    reporters correspondent columnist author authors writer historian scholar researcher researchers scientist scientists teacher student manager
    executive founder owner ceo activist activists organizer coach player actor actress singer host anchor moderator witness witnesses resident
    voter member members counterpart vice-president coordinator counsel treasurer dean principal diplomat diplomats whistleblower man woman boy girl
    father mother son daughter wife husband brother sister friend politician politicians businessman billionaire mogul veteran survivor user
    announcer narrator driver owner farmer worker nurse surgeon physician inspector detective trooper soldier`,
    ),
    groups: wordSet(
      `critics supporters opponents people voters republicans democrats conservatives liberals experts analysts observers some many others protesters
    activists advocates residents americans russians ukrainians europeans women men students parents workers families members users fans
    readers witnesses friends colleagues lawmakers officials reporters journalists scientists researchers economists investors allies both all most
    those rivals aides advisers delegates scholars historians respondents participants half majority minority percent insiders locals citizens players
    campaigners demonstrators shipowners dockers farmers leaders presidents ministers authors writers teachers backers donors`,
    ),
    organisations: wordSet(
      `campaign committee commission company corporation firm bank group groups union unions association council agency party parties foundation institute
    university college school church team club board league federation organization organisation alliance coalition network center centre office
    bureau department department's trust fund society network movement staff administration nato un eu osce imf who opec fbi cia nsa aclu naacp gop
    rnc dnc inc corp ltd llc co hospital court police army navy military panel chamber airline operator publisher studio lab laboratory`,
    ),
    governments: wordSet(
      `government governments ministry ministries kremlin parliament senate congress state cabinet capital capitals country countries nation nations
    authorities pentagon embassy regime duma bundestag whitehall treasury republic kingdom white-house
    moscow washington kiev kyiv london paris berlin beijing tehran ankara brussels rome madrid tokyo seoul pyongyang warsaw vienna minsk tallinn
    vilnius riga damascus jerusalem baghdad kabul delhi islamabad havana caracas budapest prague bucharest sofia athens belgrade ottawa canberra
    russia ukraine germany france britain china iran turkey israel syria poland italy spain japan india pakistan mexico canada brazil egypt
    iraq afghanistan belarus georgia armenia azerbaijan estonia latvia lithuania finland sweden norway denmark netherlands belgium austria hungary
    romania bulgaria greece serbia croatia korea australia us usa u.s uk u.k`,
    ),
    documents: wordSet(
      `report reports poll polls survey surveys study studies statement statements document documents letter letters memo email emails law laws bill ad ads
    book article articles story stories transcript transcripts filing filings data figures statistics research paper review analysis release
    agreement agreements treaty treaties resolutions proposals constitution resolution text tweet tweets post posts video videos film documentary headline editorial column speech plan
    record records results evidence order ruling lawsuit complaint indictment website site page census chart map records draft communique communiqué
    photo photos photograph photographs picture pictures image images footage recording recordings audio papers slide slides lawsuits leaflet pamphlet placard sign
    affidavit audit estimate estimates rules amendment platform`,
    ),
    media: wordSet(
      `newspaper newspapers magazine magazines news press outlet outlets media broadcaster channel radio tv television agency daily weekly paper blog tabloid
    broadsheet website wire`,
    ),
    mediaNames: wordSet(
      `times post journal gazette tribune herald guardian telegraph independent observer reuters ap afp dpa tass interfax bloomberg cnn bbc nbc abc cbs msnbc
    fox npr pbs politico axios buzzfeed breitbart sputnik ria novosti xinhua bild spiegel zeitung review globe mail chronicle inquirer examiner star ft wsj nyt
    economist atlantic yorker huffpost huffington slate vox newsweek time usa-today gizmodo courier`,
    ),
  }),
);
