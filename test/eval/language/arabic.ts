import type { Grammar } from "./grammar.ts";

export const arabic: Grammar = {
  sentence: [
    "{verb} {subject} {object} {circumstance}.",
    "{circumstance}، {verb} {subject} {object}، بينما {verb} {subject} {object}.",
    "وقال {person} إن {subject} {verb} {object} {circumstance}.",
    "وأضاف {person}: «{subject} {verb} {object}»، وذلك {circumstance}.",
    "وبحسب {organisation}، فإن {subject} {verb} {object}، لكن {subject} {verb} {object}.",
    "وذكرت {organisation} أن {figure} من {noun} في {place} {verb} {object} {circumstance}.",
    "أما {subject} فقد {verb} {object} {circumstance}؛ ثم {verb} {subject} {object}.",
    "ولم يكن {subject} قد {verb} {object} (وعددها {figure}) {circumstance}.",
    "هل {verb} {subject} {object} {circumstance}؟ هذا ما سألته {organisation}.",
  ],
  subject: [
    "{noun} {adjective}",
    "{noun} في {place}",
    "{person}، {noun} {organisation}،",
    "{organisation}",
    "{person}",
    "كل {noun} بين {place} و{place}",
  ],
  object: [
    "{noun} {adjective} و{noun}",
    "{figure} من {noun}",
    "{noun} الذي {verb} {organisation}",
    "ما سماه {person} {noun} {adjective}",
    "{decimal} مليون كرونة من أجل {noun}",
    "{noun} ضد {organisation}",
  ],
  circumstance: [
    "يوم {day}",
    "بعد {noun} في {place}",
    "في {month} {year}",
    "رغم {noun} {adjective}",
    "قبل أن {verb} {organisation} {noun}",
    "منذ عام {year} بدون {noun}",
    "قرب {noun} في {place}",
  ],
  headline: [
    "{organisation} {verb} {noun} {adjective} بحسب {person}",
    "{noun} {place} {verb} {noun} بعد {noun} {adjective}",
    "{person} {verb} {figure} من {noun} في {place}",
  ],
  heading: ["{noun} {adjective} في {place}", "لماذا {verb} {noun}", "{noun} في مواجهة {noun}"],
  tag: ["{noun}", "{place}", "{noun} {adjective}"],
  attribution: [
    "، حسبما ذكرت {organisation} يوم {day}",
    "، وفق {organisation}",
    "، كما قال {person} يوم {day}",
  ],
  clause: ["{verb} {subject} {object} {circumstance}"],
  insertion: ["أيضا", "مجددا", "{adjective}", "جزئيا", "لاحقا"],
  day: "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(" "),
  month: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
  template0: [
    "ارتفعت أسهم {organisation} بنسبة {decimal} في المئة إلى {figure} يوم {day}، بعد أن أعلنت الشركة أرباحا فصلية قدرها {decimal} مليون، متجاوزة توقعات المحللين.",
  ],
  template1: [
    "نقل رجل عمره {figure} عاما من {place} إلى المستشفى يوم {day} بعد حادث تصادم قرب {place}، وقالت الشرطة إن {person} يقود التحقيق.",
  ],
  template2: [
    "فاز فريق {place} على {place} بنتيجة {figure} مقابل {figure} يوم {day}، وسجل {person} النقطة الحاسمة، ويواجه الفريق {place} في الدور المقبل.",
  ],
  template3: [
    "تصل الحرارة في {place} إلى {figure} درجة يوم {day} مع رياح خفيفة من جهة {place} واحتمال هطول المطر بنسبة {figure} في المئة مساء، كما يقول خبراء الأرصاد.",
  ],
  commonHeading: ["خلفية", "ما الذي سيحدث لاحقا", "النص الكامل للبيان", "كيف بدأ الأمر"],
  prose: [
    "دعا {person} سكان {place} إلى الاشتراك في تنبيهات {organisation} قبل {month}، وقد {verb} {subject} {object}.",
    "الإعلان الذي نشرته {organisation} عام {year} وعد بتوفير {figure} من {noun}، لكن {subject} {verb} {object}.",
    "ورفض {person} التعليق على ما إذا كان {subject} {verb} {object} {circumstance}.",
  ],
};
