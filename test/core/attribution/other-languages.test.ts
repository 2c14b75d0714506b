import { describe, expect, test } from "vitest";
import { said, sources } from "./said.ts";

describe("Russian", () => {
  test.each([
    [
      "Министр транспорта Иван Петров заявил, что порт будет закрыт до марта.",
      ["Министр транспорта Иван Петров | заявил | что порт будет закрыт до марта"],
    ],
    ["«Мы ждём ответа», — сказал Петров.", ["Петров | сказал | «Мы ждём ответа»"]],
    ["Он добавил: «Порт откроют весной».", ["Он | добавил | «Порт откроют весной»"]],
    ["«Это ошибка, — отметила она. — Мы её исправим».", ["она | отметила | «Это ошибка, … Мы её исправим»."]],
    ["— Порт закрыт, — сказал Иванов. — Мы ждём.", ["Иванов | сказал | Порт закрыт, … Мы ждём."]],
    [
      "По словам Смирновой, переговоры пройдут в Женеве.",
      ["Смирновой | По словам | переговоры пройдут в Женеве"],
    ],
    [
      "Как сообщил источник в порту, решение уже принято.",
      ["источник в порту | сообщил | решение уже принято"],
    ],
    ["Порт закрыли. Об этом сообщает агентство.", ["агентство | сообщает | Порт закрыли"]],
    [
      "Москва отрицала эти обвинения, подчеркнув, что войска находятся дома.",
      ["Москва | отрицала | эти обвинения", "Москва | подчеркнув | что войска находятся дома"],
    ],
    [
      "Газета «Маяк» со ссылкой на неназванные источники сообщает, что сделка сорвана.",
      [
        "Газета «Маяк» | сообщает | что сделка сорвана",
        "> неназванные источники | со ссылкой на | что сделка сорвана",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test("kinds and names", () => {
    const text =
      "Министр транспорта Иван Петров заявил, что порт закрыт. Кремль сообщил, что это так. Газета «Маяк» пишет, что это ошибка. Источник сказал, что её исправят. Петров подтвердил это.";
    expect(sources(text).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "person Иван Петров",
      "government Кремль",
      "media Маяк",
      "unnamed undefined",
      "person Иван Петров",
    ]);
  });
});

describe("German", () => {
  test.each([
    [
      "Verkehrsminister Jonas Keller sagte, der Hafen werde bis März geschlossen bleiben.",
      ["Verkehrsminister Jonas Keller | sagte | der Hafen werde bis März geschlossen bleiben"],
    ],
    [
      "„Wir warten auf eine Antwort“, sagte Keller am Montag.",
      ["Keller | sagte | „Wir warten auf eine Antwort“"],
    ],
    ["»Wir warten auf die Antwort«, sagte Keller.", ["Keller | sagte | »Wir warten auf die Antwort«"]],
    [
      "„Das ist ein Fehler“, so Keller. „Wir werden ihn beheben.“",
      ["Keller | so | „Das ist ein Fehler“ … „Wir werden ihn beheben.“"],
    ],
    ["Laut der Behörde ist die Brücke gesperrt.", ["der Behörde | Laut | ist die Brücke gesperrt"]],
    [
      "Nach Angaben von Keller sind die Arbeiten beendet.",
      ["Keller | Nach Angaben von | sind die Arbeiten beendet"],
    ],
    [
      "Der Polizei zufolge wurden drei Menschen verletzt.",
      ["Der Polizei | zufolge | wurden drei Menschen verletzt"],
    ],
    [
      "Die Regierung teilte mit, dass die Gespräche in Wien sind.",
      ["Die Regierung | teilte mit | dass die Gespräche in Wien sind"],
    ],
    ["Die Regierung in Moskau wies die Vorwürfe zurück.", ["Die Regierung in Moskau | wies | die Vorwürfe"]],
    [
      "Wie die Behörde mitteilte, ist die Brücke gesperrt.",
      ["die Behörde | mitteilte | ist die Brücke gesperrt"],
    ],
    [
      "Die Zeitung berichtet unter Berufung auf ungenannte Quellen, dass der Vertrag gescheitert ist.",
      [
        "Die Zeitung | berichtet | dass der Vertrag gescheitert ist",
        "> ungenannte Quellen | unter Berufung auf | dass der Vertrag gescheitert ist",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test("kinds and names", () => {
    const text =
      "Verkehrsminister Jonas Keller sagte, dass der Hafen zu ist. Die Hafenbehörde erklärte, dass das nicht stimmt. Der Sprecher sagte, dass es so ist. Die Quellen sagten, dass er bleibt. Keller sagte, dass er geht.";
    expect(sources(text).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "person Jonas Keller",
      "organisation undefined",
      "described undefined",
      "unnamed undefined",
      "person Jonas Keller",
    ]);
  });
});
