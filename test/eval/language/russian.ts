import type { Grammar } from "./grammar.ts";

/** Words stand in their dictionary form: it is the shapes of sentences that count here, not their endings. */
export const russian: Grammar = {
  sentence: [
    "{subject} {verb} {object} {circumstance}.",
    "{circumstance} {subject} {verb} {object}, а {subject} {verb} {object}.",
    "{subject}, который {verb} {object} {circumstance}, {verb} {object}.",
    "Как сообщает {organisation}, {subject} {verb} {object} {circumstance}.",
    "«{subject} {verb} {object}», — сказал {person} {circumstance}.",
    "{subject} — бывший {noun} — {verb} {object} {circumstance}.",
    "По словам {person}, {subject} {verb} {object}, однако {subject} {verb} {object}.",
    "{subject} {verb} {object} (всего {figure}), пока {organisation} {verb} {object}.",
    "Ни {subject}, ни {subject} не {verb} {object} {circumstance}.",
    "{person} пояснил, что {subject} {verb} {object} {circumstance}; {subject} {verb} {object}.",
  ],
  subject: [
    "{adjective} {noun}",
    "{noun} города {place}",
    "{person}, {adjective} {noun} из {place},",
    "{organisation}",
    "{figure} {noun}",
    "каждый {noun} между {place} и {place}",
    "{person}",
  ],
  object: [
    "{adjective} {noun} и {noun}",
    "{figure} {noun} для {noun}",
    "{noun}, который {verb} {organisation}",
    "то, что {person} назвал словом «{noun}»",
    "{decimal} миллиона крон на {adjective} {noun}",
    "{noun} против {organisation}",
  ],
  circumstance: [
    "в {day}",
    "после {noun} в {place}",
    "в {month} {year} года",
    "несмотря на {adjective} {noun}",
    "до того, как {organisation} {verb} {noun}",
    "без {noun} с {year} года",
    "у {noun} в {place}",
  ],
  headline: [
    "{organisation} {verb} {adjective} {noun}, заявил {person}",
    "{adjective} {noun} {verb} {noun} в {place}",
    "{person} {verb} {figure} {noun} и {adjective} {noun}",
  ],
  heading: ["{adjective} {noun} в {place}", "Почему {verb} {noun}", "{noun} против {noun}"],
  tag: ["{noun}", "{adjective} {noun}", "{place}"],
  attribution: [
    ", сообщает {organisation} в {day}",
    ", передаёт {organisation}",
    ", сообщил в {day} {person}",
  ],
  clause: ["{subject} {verb} {object} {circumstance}"],
  insertion: ["также", "вновь", "якобы", "{adjective}", "частично", "затем"],
  day: "понедельник вторник среду четверг пятницу субботу воскресенье".split(" "),
  month: "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(" "),
  template0: [
    "Акции {organisation} выросли на {decimal} процента до {figure} в {day} после того, как компания отчиталась о прибыли в {decimal} миллиона, что выше ожиданий аналитиков.",
  ],
  template1: [
    "Мужчина {figure} лет из города {place} попал в больницу в {day} после столкновения у города {place}, сообщила полиция; следствие ведёт {person}.",
  ],
  template2: [
    "{place} обыграл {place} со счётом {figure}:{figure} в {day}, решающее очко принёс {person}, и теперь команду ждёт {place} в следующем круге турнира.",
  ],
  template3: [
    "В городе {place} в {day} ожидается {figure} градусов, слабый ветер со стороны города {place} и вероятность дождя {figure} процентов к вечеру, говорят синоптики.",
  ],
  commonHeading: ["Справка", "Что будет дальше", "Полный текст заявления", "С чего всё началось"],
  prose: [
    "{person} призвал жителей города {place} подписаться под обращением против {noun} до {month}, собрано уже {figure} подписей.",
    "Реклама, которую {organisation} разместила в {year} году, обещала {figure} {noun}, но {subject} {verb} {object}.",
    "«Читайте больше, смотрите меньше», — сказал {person} школьникам в {day} и раздал {figure} книг.",
    "Поделиться своим мнением о том, как {subject} {verb} {object}, {person} отказался {circumstance}.",
  ],
};
