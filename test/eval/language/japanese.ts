import type { Grammar } from "./grammar.ts";

export const japanese: Grammar = {
  sentence: [
    "{subject}は{circumstance}、{object}を{verb}。",
    "{circumstance}、{subject}が{object}を{verb}と{organisation}は伝え、{person}もこれを認めた。",
    "「{subject}は{object}を必要としている」と{person}は{circumstance}に述べた。",
    "{organisation}によると、{subject}は{object}を{verb}が、{subject}は{object}を{verb}。",
    "{person}氏は、{object}について{circumstance}、{subject}と協議し、{object}を{verb}。",
    "{object}をめぐり、{subject}は{circumstance}に{organisation}へ書簡を送り、{figure}項目の要求を示した。",
    "一方、{subject}も{circumstance}、{object}を{verb}という。",
    "{place}では{circumstance}、{figure}人の{noun}が{object}を求めて集まり、{subject}が対応に追われた。",
    "{subject}（{figure}）は{object}を{verb}ことを、{circumstance}に明らかにした。",
    "『{adjective}{noun}』と呼ばれる{object}を、{subject}は{circumstance}から続けている。",
  ],
  subject: [
    "{place}の{noun}",
    "{organisation}の{person}{noun}",
    "{adjective}{noun}",
    "{organisation}",
    "{person}氏",
    "{figure}件の{noun}",
    "{place}と{place}の{noun}",
  ],
  object: [
    "{adjective}{noun}と{noun}",
    "{figure}億クローネの{noun}",
    "{noun}に関する{adjective}{noun}",
    "{organisation}の{noun}",
    "{place}の{noun}に対する{noun}",
    "{noun}の{noun}",
  ],
  circumstance: [
    "{day}",
    "{month}{dayNumber}日",
    "{place}での{noun}の後",
    "{noun}の影響で{day}",
    "{year}年の{noun}以来",
    "{organisation}の{noun}を前に",
  ],
  headline: [
    "{organisation}が{adjective}{noun}を{verb}　{person}氏が表明",
    "{place}の{noun}、{noun}を{verb}と{organisation}",
    "{person}氏、{figure}件の{noun}を{verb}",
  ],
  heading: ["{place}の{adjective}{noun}", "{noun}と{noun}の行方", "なぜ{noun}は{verb}のか"],
  tag: ["{noun}", "{place}", "{organisation}"],
  attribution: [
    "と{organisation}が{day}に報じた",
    "と{person}氏が{day}に語った",
    "と{organisation}は伝えている",
  ],
  clause: ["{subject}は{circumstance}、{object}を{verb}"],
  insertion: ["再び", "一部の", "{adjective}", "すでに", "改めて"],
  day: "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日".split(" "),
  month: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月".split(" "),
  template0: [
    "{organisation}の株価は{day}、前日比{decimal}パーセント高の{figure}で取引を終えた。四半期の利益が{decimal}億に達し、市場の予想を上回ったためである。",
  ],
  template1: [
    "{place}に住む{figure}歳の男性が{day}、{place}付近で起きた衝突事故で病院に運ばれた。警察によると、{person}警部が捜査を指揮している。",
  ],
  template2: [
    "{place}は{day}、{place}を{figure}対{figure}で下した。決勝点を挙げたのは{person}選手で、次の回戦では{place}と対戦する。",
  ],
  template3: [
    "{place}では{day}、気温が{figure}度まで上がり、{place}方面から弱い風が吹く見込み。夕方の降水確率は{figure}パーセントと予報官は話している。",
  ],
  commonHeading: ["背景", "今後の見通し", "声明の全文", "発端"],
  prose: [
    "{person}氏は{place}の住民に対し、{noun}の警報メールに登録するよう{circumstance}に呼びかけ、{figure}世帯が応じた。",
    "{organisation}が{year}年に出した広告は{figure}件の{noun}を約束していたが、{subject}は{object}を{verb}。",
    "クッキーを焼いて{figure}クローネを集めた{place}の生徒たちは、{object}を{verb}という{noun}に同意した。",
  ],
};
