import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { findStatements } from "../../../server/core/attribution/find-statements.ts";
import { said, sources } from "./said.ts";

describe("where the cue stands", () => {
  test.each([
    ["Ferrant said the harbour would close in March.", "Ferrant | said | the harbour would close in March"],
    ["Ferrant said that the harbour would close.", "Ferrant | said | that the harbour would close"],
    ["The harbour would close in March, Ferrant said.", "Ferrant | said | The harbour would close in March"],
    [
      "The harbour, Ferrant said, would close in March.",
      "Ferrant | said | The harbour … would close in March",
    ],
    [
      "“The harbour closes,” said Maud Ferrant, the union’s secretary.",
      "Maud Ferrant, the union’s secretary | said | “The harbour closes,”",
    ],
    ["Said Ferrant: “The harbour closes.”", "Ferrant | Said | “The harbour closes.”"],
    ["Ferrant has repeatedly denied the allegations.", "Ferrant | has repeatedly denied | the allegations"],
    [
      "The union told reporters on Monday that the talks had failed.",
      "The union | told | that the talks had failed",
    ],
    ["The minister called the plan “a wish list”.", "The minister | called | the plan “a wish list”"],
    ["The envoy went on to accuse the board of delay.", "The envoy | went on to accuse | the board of delay"],
    ["Ferrant was critical of the draft.", "Ferrant | was critical of | the draft"],
    ["The draft was rejected by the dockers.", "the dockers | was rejected by | The draft"],
    ["According to the coastguard, two boats sank.", "the coastguard | According to | two boats sank"],
    ["Two boats sank, according to the coastguard.", "the coastguard | according to | Two boats sank"],
    ["As the coastguard reported, two boats sank.", "the coastguard | reported | two boats sank"],
    ["Asked about the fire, Voss shrugged.", "— | Asked about | the fire"],
    ["The envoy was called a fool by his peers.", "his peers | was called | The envoy … a fool"],
    ["A diplomat who met the board said it was late.", "A diplomat who met the board | said | it was late"],
    ["The union scolded him: “We wait.”", "The union | scolded | “We wait.”"],
    ["Raising the dues would help, Ferrant said.", "Ferrant | said | Raising the dues would help"],
    ["The deal is said to be dead.", "— | is said | The deal … to be dead"],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test("a second verb and a participle share the subject", () => {
    expect(
      said(
        "Moscow denied the charges, saying that its troops were at home, and stressed that it would stay.",
      ),
    ).toEqual([
      "Moscow | denied | the charges",
      "Moscow | saying | that its troops were at home",
      "Moscow | stressed | that it would stay",
    ]);
  });

  test("a participle that opens the sentence has the subject of the main clause", () => {
    expect(said("Accusing the board of delay, Ferrant warned that the dockers would strike.")).toEqual([
      "Ferrant | Accusing | the board of delay",
      "Ferrant | warned | that the dockers would strike",
    ]);
  });

  test("a verb behind `and` goes with the speaker where its form is not like that of what is said", () => {
    expect(said("Roke said he would widen the quay and warned against delays.")).toEqual([
      "Roke | said | he would widen the quay",
      "Roke | warned against | delays",
    ]);
    expect(said("Roke said he read the draft and praised it.")[0]).toBe(
      "Roke | said | he read the draft and praised it",
    );
  });

  test("the name of a broadcast in quotation marks is not what is said", () => {
    expect(said("On “Harbour News Sunday,” Ferrant said the talks had failed.")).toEqual([
      "Ferrant | said | the talks had failed",
    ]);
  });

  test("another speaker behind `but` begins a statement of their own", () => {
    expect(said("Ferrant said the talks had failed, but Roke said they would go on.")).toEqual([
      "Ferrant | said | the talks had failed",
      "Roke | said | they would go on",
    ]);
  });

  test("a subordinate clause ends where the main one begins", () => {
    expect(said("While the board admitted that it was late, Ferrant said the law was broken.")).toEqual([
      "the board | admitted | that it was late",
      "Ferrant | said | the law was broken",
    ]);
  });

  test("what is no speech is none", () => {
    expect(
      said("The claims rose by ten percent. A report lay on the table. The ship left the harbour at noon."),
    ).toEqual([]);
    expect(said("Two plans and three demands were on the list of the states.")).toEqual([]);
  });
});

describe("quotations", () => {
  test("a cue between two quoted parts, and a quoted sentence behind", () => {
    expect(said("“We wait,” Ferrant said, “but not for long. We are tired.” “And cold.”")).toEqual([
      "Ferrant | said | “We wait,” … “but not for long. We are tired.” … “And cold.”",
    ]);
  });

  test("a quoted question ends the sentence before its speaker", () => {
    expect(said("“Who pays?” Ferrant asked.")).toEqual(["Ferrant | asked | “Who pays?”"]);
  });

  test("a quotation that floats in the next paragraph goes on with the speaker", () => {
    expect(said("“We wait,” said Ferrant.\n\n“Nobody wrote to us.”\n\nThe ferry sailed.")).toEqual([
      "Ferrant | said | “We wait,” … “Nobody wrote to us.”",
    ]);
  });

  test("what is announced stands in the next paragraph", () => {
    expect(said("Ferrant added:\n\n“Nobody wrote to us.”")).toEqual([
      "Ferrant | added | “Nobody wrote to us.”",
    ]);
  });

  test.each([
    ["curly", "“We wait,” said Ferrant.", "“We wait,”"],
    ["straight", '"We wait," said Ferrant.', '"We wait,"'],
    ["doubled apostrophes", "''We wait,'' said Ferrant.", "''We wait,''"],
    ["British", "‘We wait,’ said Ferrant.", "‘We wait,’"],
    ["German", "„We wait“, said Ferrant.", "„We wait“"],
    ["French", "« We wait », said Ferrant.", "« We wait »"],
    ["nested", "“We heard ‘no view’ twice,” said Ferrant.", "“We heard ‘no view’ twice,”"],
    [
      "apostrophes inside",
      "“The dockers’ board doesn’t wait,” said Ferrant.",
      "“The dockers’ board doesn’t wait,”",
    ],
  ])("%s marks", (_, text, content) => {
    expect(said(text)).toEqual([`Ferrant | said | ${content}`]);
  });

  test("a mark that never closes reaches to the end of its paragraph and no further", () => {
    const text = "Ferrant said: “We wait and wait.\n\nThe ferry sailed, Roke said.";
    expect(said(text)).toEqual(["Ferrant | said | “We wait and wait.", "Roke | said | The ferry sailed"]);
  });

  test("a mark that never closes does not swallow the quotations behind it", () => {
    expect(
      said("Ferrant said: “We wait. And wait. “It is late,” Roke said. “It is cold,” Voss said."),
    ).toEqual([
      "Ferrant | said | “We wait. And wait.",
      "Roke | said | “It is late,”",
      "Voss | said | “It is cold,”",
    ]);
  });

  test("a mark that never opened reaches back to the start of its paragraph", () => {
    expect(said("We wait and wait”, Ferrant said.")).toEqual(["Ferrant | said | We wait and wait”"]);
  });

  test.each([
    ["“We wait,” Ferrant said.", "direct"],
    ["Ferrant said that the board had to wait.", "indirect"],
    ["Ferrant said that the board “cannot wait for ever”.", "mixed"],
  ])("%s is %s", (text, form) => {
    expect(findStatements(parse(text)).map(({ quotation }) => quotation)).toEqual([form]);
  });
});

describe("kinds and names", () => {
  test.each([
    ["Transport Ministry spokesman Anselm Roke said it was late.", "person", "Anselm Roke"],
    ["Ilan Dravic, Corvania’s envoy to the commission, said it was late.", "person", "Ilan Dravic"],
    ["A resident of the island said it was late.", "described", undefined],
    ["The Foreign Ministry said it was late.", "government", "Foreign Ministry"],
    ["Moscow said it was late.", "government", "Moscow"],
    ["Kiev and several Western countries said it was late.", "government", undefined],
    ["The dockers’ federation said it was late.", "organisation", undefined],
    ["Critics of the plan said it was late.", "group", undefined],
    ["The report found that it was late.", "document", undefined],
    ["The Harbour Gazette reported that it was late.", "media", "Harbour Gazette"],
    ["A source said it was late.", "unnamed", undefined],
    ["Two officials, speaking on condition of anonymity, said it was late.", "unnamed", undefined],
    ["A diplomat who asked not to be named said it was late.", "unnamed", undefined],
  ])("%s", (text, kind, name) => {
    const [first] = sources(text);
    expect(first?.kind).toBe(kind);
    if (name !== undefined) {
      expect(first?.name).toBe(name);
    }
  });

  test("a last name, a title and a pronoun mean the one who was named before", () => {
    const text =
      "Ministry spokeswoman Lena Voss said it was late. Voss added that it was cold. The spokeswoman said it was dark. She said it was over.";
    expect(sources(text).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "person Lena Voss",
      "person Lena Voss",
      "described Lena Voss",
      "pronoun Lena Voss",
    ]);
  });

  test("an abbreviation is known by what stood before its brackets", () => {
    const text = "The Harbour Gazette (HG) reported that it was late. HG said that it was cold.";
    expect(sources(text).map(({ name }) => name)).toEqual(["Harbour Gazette", "Harbour Gazette"]);
  });

  test("whose ministers are named is a state", () => {
    const text = "Corvania’s transport minister arrived. Corvania demanded that the talks begin.";
    expect(sources(text)).toEqual([{ source: "Corvania", kind: "government", name: "Corvania" }]);
  });
});

describe("statements in statements", () => {
  test("a speaker in what another one says", () => {
    expect(said("Halsk told him that the port was shut, according to cabinet aide Rufus Pell.")).toEqual([
      "> Halsk | told | that the port was shut",
      "cabinet aide Rufus Pell | according to | Halsk told him that the port was shut",
    ]);
  });

  test.each([
    ["The port was shut, the Gazette has cited unnamed officials as saying.", "The port was shut"],
    ["The Gazette has cited unnamed officials as saying that the port was shut.", "that the port was shut"],
  ])("a source of a source: %s", (text, content) => {
    expect(said(text)).toEqual([
      `the Gazette | has cited | ${content}`.replace(/^the/, text.startsWith("The G") ? "The" : "the"),
      `> unnamed officials | as saying | ${content}`,
    ]);
    const [outer, inner] = findStatements(parse(text));
    expect(inner?.within).toBe(outer?.id);
    expect(inner?.chain.map(({ kind }) => kind)).toEqual(["media", "unnamed"]);
  });

  test("citing behind the statement", () => {
    expect(said("The Gazette reported that the port was shut, citing two officials.")).toEqual([
      "The Gazette | reported | that the port was shut",
      "> two officials | citing | that the port was shut",
    ]);
  });

  test("the ids count the statements in order, and each stands within an earlier or later one that exists", () => {
    const statements = findStatements(parse("Roke said that Voss said that Pell denied the report."));
    expect(statements.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(statements.map(({ within }) => within)).toEqual([undefined, 0, 1]);
  });
});

describe("who speaks over several paragraphs", () => {
  test("the turns of a transcript, a label once being a heading", () => {
    expect(said("VOSS: Is the port open?\n\nROKE: It is.\n\nVOSS: Since when?")).toEqual([
      "VOSS | : | Is the port open",
      "ROKE | : | It is",
      "VOSS | : | Since when",
    ]);
    expect(said("UPDATE: The port is open.\n\nThe sun shines.")).toEqual([]);
  });

  test("an unclosed mark goes on with the speaker before; where nobody spoke, the block is read like the text", () => {
    expect(said("“We wait,” Voss said. “We do.\n\n“Roke said no.”")).toEqual([
      "Voss | said | “We wait,” … “We do. … “Roke said no.”",
    ]);
    expect(said('The page read on.\n\n"Roke said that the port was shut.')).toEqual([
      "Roke | said | that the port was shut",
    ]);
  });

  test("a quotation goes on past who describes the speaker, and past words of its own sentence", () => {
    expect(said("“We wait,” said Voss, who has backed the toll. “We do.”")).toContain(
      "Voss, who has backed the toll | said | “We wait,” … “We do.”",
    );
    expect(said("“We wait,” Voss said. “We wait and we wait and we wait” for rain.")).toEqual([
      "Voss | said | “We wait,” … “We wait and we wait and we wait” for rain",
    ]);
  });
});
