export type BoilerplateKind =
  | "share buttons"
  | "read more"
  | "subscribe notice"
  | "cookie notice"
  | "advert"
  | "comment widget";

export type BoilerplateLists = Readonly<Record<BoilerplateKind, readonly string[]>>;

/** Lines of page furniture as they come with a dump, by language; several lines in one string belong together. */
export const BOILERPLATE_LINES = {
  en: {
    "share buttons": [
      "Share on Facebook",
      "Share this article",
      "Share\nFacebook\nTwitter\nTelegram",
      "Tweet this",
      "Copy link",
    ],
    "read more": [
      "Read more",
      "Read also:",
      "Continue reading",
      "Click here to read more",
      "Related articles",
    ],
    "subscribe notice": [
      "Subscribe to our newsletter",
      "Sign up for our daily newsletter",
      "Follow us on Telegram",
      "Get the latest news delivered to your inbox",
    ],
    "cookie notice": [
      "We use cookies to improve your experience on this site.",
      "This website uses cookies. By continuing to browse you accept our cookie policy.",
      "Accept all cookies",
    ],
    advert: ["Advertisement", "ADVERTISEMENT", "Sponsored content", "Advertisement - story continues below"],
    "comment widget": ["Leave a comment", "Comments (0)", "Log in to comment", "Show comments", "0 comments"],
  },
  ru: {
    "share buttons": [
      "Поделиться",
      "Поделиться в соцсетях",
      "Поделиться:\nВКонтакте\nОдноклассники\nTelegram",
    ],
    "read more": ["Читайте также", "Читать далее", "Читайте также:", "Подробнее", "Материалы по теме"],
    "subscribe notice": ["Подписывайтесь на наш Telegram-канал", "Подпишитесь на рассылку", "Подписаться"],
    "cookie notice": [
      "Мы используем файлы cookie, чтобы сделать сайт удобнее.",
      "Продолжая пользоваться сайтом, вы соглашаетесь на использование файлов cookie.",
    ],
    advert: ["Реклама", "РЕКЛАМА", "На правах рекламы"],
    "comment widget": ["Оставить комментарий", "Комментарии (0)", "Войдите, чтобы оставить комментарий"],
  },
  ja: {
    "share buttons": ["シェアする", "Facebookでシェア", "ツイートする", "この記事をシェア"],
    "read more": ["続きを読む", "関連記事", "あわせて読みたい"],
    "subscribe notice": ["メールマガジンに登録", "ニュースレターに登録する", "フォローする"],
    "cookie notice": [
      "当サイトではクッキーを使用しています。",
      "このサイトはCookieを使用しています。同意する",
    ],
    advert: ["広告", "スポンサーリンク", "[PR]"],
    "comment widget": ["コメントを書く", "コメントを投稿する", "コメント (0)"],
  },
  de: {
    "share buttons": ["Artikel teilen", "Auf Facebook teilen"],
    "read more": ["Lesen Sie auch", "Weiterlesen", "Mehr zum Thema"],
    "subscribe notice": ["Newsletter abonnieren", "Jetzt für den Newsletter anmelden"],
    "cookie notice": ["Wir verwenden Cookies, um unsere Website zu verbessern."],
    advert: ["Anzeige", "Werbung"],
    "comment widget": ["Kommentar schreiben", "Kommentare anzeigen"],
  },
  fr: {
    "share buttons": ["Partager sur Facebook", "Partager cet article"],
    "read more": ["Lire aussi", "Lire la suite"],
    "subscribe notice": ["Abonnez-vous à notre newsletter", "Inscrivez-vous à notre newsletter"],
    "cookie notice": ["Nous utilisons des cookies pour améliorer votre expérience."],
    advert: ["Publicité", "La suite après la publicité"],
    "comment widget": ["Laisser un commentaire", "Voir les commentaires"],
  },
  es: {
    "share buttons": ["Compartir en Facebook", "Compartir este artículo"],
    "read more": ["Leer más", "Lea también", "Te puede interesar"],
    "subscribe notice": ["Suscríbete a nuestro boletín", "Suscríbase a nuestro boletín de noticias"],
    "cookie notice": ["Utilizamos cookies para mejorar su experiencia."],
    advert: ["Publicidad", "Contenido patrocinado"],
    "comment widget": ["Deja un comentario", "Escribe un comentario"],
  },
} satisfies Readonly<Record<string, BoilerplateLists>>;
