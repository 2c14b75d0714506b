import { describe, expect, test } from "vitest";
import { said } from "./said.ts";

/** Constructions of news English, a sentence each and what is found in it, within each other marked `>`. */
const constructions: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  "verbs that carry a noun of speech": [
    [
      "Ottermo expressed hope that the talks would succeed.",
      ["Ottermo | expressed hope | that the talks would succeed"],
    ],
    ["Ottermo voiced concern about the delays.", ["Ottermo | voiced concern about | the delays"]],
    ["The union raised doubts over the figures.", ["The union | raised doubts over | the figures"]],
    [
      "The minister gave assurances that no jobs would be lost.",
      ["The minister | gave assurances | that no jobs would be lost"],
    ],
    [
      "The council made a strong condemnation of the raid.",
      ["The council | made a strong condemnation of | the raid"],
    ],
    [
      "Norland and Corvania traded accusations over the shelling.",
      ["Norland and Corvania | traded accusations over | the shelling"],
    ],
  ],
  "who issues a document says what it says": [
    [
      "The council issued a statement calling the raid a breach.",
      ["The council | issued a statement calling | the raid a breach"],
    ],
    [
      "The union sent a letter that says the port must open.",
      ["The union | sent a letter that says | the port must open"],
    ],
    [
      "The judge read a report saying that the mill burned.",
      [
        "The judge | read | a report saying that the mill burned",
        "> a report | saying | that the mill burned",
      ],
    ],
  ],
  "what somebody is, feels or stands for": [
    ["Ferrant is a staunch opponent of the toll.", ["Ferrant | is a staunch opponent of | the toll"]],
    [
      "Roke has long been a consistent and outspoken supporter of the alliance.",
      ["Roke | has long been a consistent and outspoken supporter of | the alliance"],
    ],
    ["The mayor was firmly in favor of the toll.", ["The mayor | was firmly in favor of | the toll"]],
    [
      "Roke seemed unsure whether the sale would go through.",
      ["Roke | seemed unsure | whether the sale would go through"],
    ],
    ["Residents are angry that nobody warned them.", ["Residents | are angry | that nobody warned them"]],
    ["Roke was dismayed by the vote.", ["Roke | was dismayed by | the vote"]],
  ],
  "nouns without an owner": [
    ["Amid fears of a recession, the bank cut rates.", ["— | fears of | a recession"]],
    ["There are concerns that the dam could fail.", ["— | concerns | that the dam could fail"]],
    [
      "The raid took place despite warnings from his lawyer that it was illegal.",
      ["his lawyer | warnings from | that it was illegal"],
    ],
    ["The company said in a statement that it was sorry.", ["The company | said | that it was sorry"]],
    ["He defended his plan that was never read.", ["He | defended | his plan that was never read"]],
  ],
  "a noun’s content ends where the main clause goes on": [
    [
      "The mayor’s announcement that he would not run again surprised many.",
      ["The mayor’s | announcement | that he would not run again"],
    ],
    ["His claim to have served in the navy was false.", ["His | claim | to have served in the navy"]],
    ["Her comments about newcomers spread quickly.", ["Her | comments about | newcomers"]],
    [
      "His promise that those who stayed would be paid was kept.",
      ["His | promise | that those who stayed would be paid"],
    ],
  ],
  "who is spoken of is the subject": [
    [
      "The plan drew sharp criticism from dockers for the delay.",
      ["dockers | drew sharp criticism from | The plan … the delay"],
    ],
    ["The board has come under fire for the delay.", ["— | has come under fire | The board … the delay"]],
    ["The troops came under fire near the port.", []],
  ],
  "nouns of speech whose owner is a people, an agent, or nobody": [
    [
      "The deal followed Russian claims that the port was shut.",
      ["Russian | claims | that the port was shut"],
    ],
    ["The talks failed over European reluctance to share power.", ["European | reluctance | to share power"]],
    [
      "The decision by the board to not sell the port surprised many.",
      ["the board | decision by | to not sell the port"],
    ],
    ["Sharp criticism of the board followed.", ["— | criticism of | the board"]],
    ["They signed an agreement to cut fees.", ["— | agreement | to cut fees"]],
    ["A plan to cut fees lay on the table.", []],
  ],
  "nouns of speech with be": [
    ["The fear is that the port will close.", ["— | The fear is | that the port will close"]],
    [
      "Ferrant’s argument was that the port is too old.",
      ["Ferrant’s | argument was | that the port is too old"],
    ],
    ["The message was clear: The port stays open.", ["— | The message was clear: | The port stays open"]],
    ["The tower is that old.", []],
  ],
  "whose view a sentence is": [
    ["In Ferrant’s view, the port is dead.", ["Ferrant’s | view | the port is dead"]],
    ["By its own admission, the board failed.", ["its | own admission | the board failed"]],
    ["Two hundred boats sank, by one estimate.", ["one estimate | by | Two hundred boats sank"]],
    ["The port closes, per the harbour plan.", ["the harbour plan | per | The port closes"]],
    ["It costs ten crowns per day.", []],
    ["By its old wall, the board planted a tree.", []],
  ],
  "verbs that no list knows": [
    ["“We wait,” Ferrant deadpanned.", ["Ferrant | deadpanned | “We wait,”"]],
    ["“We wait,” Ferrant zorbled in Oslo.", ["Ferrant | zorbled | “We wait,”"]],
    ["Ferrant grinned, “We wait for nobody here.”", ["Ferrant | grinned | “We wait for nobody here.”"]],
    ["Ferrant stresed that the port was open.", ["Ferrant | stresed | that the port was open"]],
    ["Ferrant ensured that the port was open.", []],
  ],
  "words between a verb and its particle": [
    ["Ferrant spoke out Tuesday about the fire.", ["Ferrant | spoke out Tuesday about | the fire"]],
    ["Ferrant talked with reporters about the fire.", ["Ferrant | talked | the fire"]],
    ["Ferrant spoke in Oslo.", []],
    ["Officials announced on Friday the arrest of a man.", ["Officials | announced | the arrest of a man"]],
    ["Her comments Tuesday on the fire came late.", ["Her | comments Tuesday on | the fire"]],
    ["Most leaders have no illusions about the plan.", ["Most leaders | have no illusions about | the plan"]],
    ["Ferrant said as much in an interview.", ["Ferrant | said | as much"]],
  ],
  "speech under another verb": [
    [
      "The inquiry forced the board to admit that it had failed.",
      ["the board | to admit | that it had failed"],
    ],
    ["The board has yet to explain why it failed.", ["The board | has yet to explain | why it failed"]],
    ["Ferrant won’t be able to brag about her lead.", ["Ferrant | won’t be able to brag about | her lead"]],
  ],
  "views that the sentence gives to nobody": [
    ["It is unclear whether the port will open.", ["— | is unclear | whether the port will open"]],
    ["It remains unclear who fired the first shot.", ["— | remains unclear | who fired the first shot"]],
  ],
  "subjects with more words behind the noun": [
    [
      "Two people briefed on the talks said a deal was close.",
      ["Two people briefed on the talks | said | a deal was close"],
    ],
    [
      "Many people involved in the talks assumed that the bank would pay.",
      ["Many people involved in the talks | assumed | that the bank would pay"],
    ],
    [
      "The troops sent to the island said they were cold.",
      ["The troops sent to the island | said | they were cold"],
    ],
    [
      "A poll released in late August found that most agreed.",
      ["A poll released in late August | found | that most agreed"],
    ],
    ["Those close to him say that he will go.", ["Those close to him | say | that he will go"]],
    [
      "Observers in Vell and around the strait say the toll will stay.",
      ["Observers in Vell and around the strait | say | the toll will stay"],
    ],
    [
      "But leaked documents from his tax return show he took a loss.",
      ["leaked documents from his tax return | show | he took a loss"],
    ],
    [
      "Roke, who lives in Vell, forcefully told the crowd that he would stay.",
      ["Roke, who lives in Vell | forcefully told | that he would stay"],
    ],
  ],
  "the source behind the cue with what describes it": [
    [
      "“It will close,” said two people familiar with the matter.",
      ["two people familiar with the matter | said | “It will close,”"],
    ],
    [
      "According to a report published Monday by the Harbour Institute, traffic fell.",
      ["a report published Monday by the Harbour Institute | According to | traffic fell"],
    ],
    [
      "“We have lost everything,” Maria Hult, 43, a baker who fled the flood, told the Courier.",
      ["Maria Hult, 43, a baker who fled the flood | told | “We have lost everything,”"],
    ],
    [
      "The numbers are, in the words of one trader, “horrible.”",
      ["one trader | in the words of | The numbers are … “horrible.”"],
    ],
  ],
  "a verb or a noun": [
    [
      "Some residents, however, question the wisdom of the toll.",
      ["Some residents | question | the wisdom of the toll"],
    ],
    ["Some worry the toll goes too far.", ["Some | worry | the toll goes too far"]],
    ["The group claims responsibility for the raid.", ["The group | claims | responsibility for the raid"]],
    [
      "An arbitration panel in 2001 found the ministry was wrong.",
      ["An arbitration panel | found | the ministry was wrong"],
    ],
  ],
  "where contents end": [
    [
      "The mayor wants to sign up members, focusing on the young.",
      ["The mayor | wants | to sign up members"],
    ],
    [
      "Back when she wrote her book, Roke said that the toll was a last resort.",
      ["Roke | said | that the toll was a last resort"],
    ],
    [
      "The Courier, which first reported the deal, said it could be signed on Friday.",
      ["The Courier, which first reported the deal | said | it could be signed on Friday"],
    ],
    [
      "Farmers, who have criticized the tariff as unfair, plan to march on the capital.",
      [
        "who | have criticized | the tariff as unfair",
        "Farmers, who have criticized the tariff as unfair | plan | to march on the capital",
      ],
    ],
    [
      "He suggested a slower way: ask the dockers now, and pay later.",
      ["He | suggested | a slower way: ask the dockers now, and pay later"],
    ],
    ["“I know,” he said, but “the port is shut.”", ["he | said | “I know,” … but “the port is shut.”"]],
    ["The bank, which Roke said would fail, is open.", ["Roke | said | would fail"]],
    [
      "Pell was accused by prosecutors of lying to the court.",
      ["prosecutors | was accused by | Pell … of lying to the court"],
    ],
  ],
  "circumstances, insertions and relatives": [
    [
      "Doctors had warned for years that the ward was understaffed.",
      ["Doctors | had warned | that the ward was understaffed"],
    ],
    [
      "The army admitted to detaining dozens of people.",
      ["The army | admitted to | detaining dozens of people"],
    ],
    ["Roke’s wife said afterward that he was ill.", ["Roke’s wife | said | that he was ill"]],
    ["The law, critics argue, punishes the poor.", ["critics | argue | The law … punishes the poor"]],
    [
      "Lawmakers who back the law say it has saved millions.",
      ["who | back | the law", "Lawmakers who back the law | say | it has saved millions"],
    ],
    ["Roke does not think so.", ["Roke | does not think | so"]],
    ["Ferrant said as much.", ["Ferrant | said | as much"]],
  ],
  "silence is no statement": [["The ministry did not immediately respond to a request for comment.", []]],
};

describe.each(Object.entries(constructions))("%s", (_, sentences) => {
  test.each(sentences)("%s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
