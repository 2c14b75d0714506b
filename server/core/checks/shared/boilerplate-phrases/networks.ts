/**
 * Names of services that share buttons stand for, and the words beside them. One alone can be a heading; two on a line or on
 * neighbouring lines are a row of buttons. Of any language; parted by bars.
 */
export const SHARE_BUTTONS = `
  facebook | twitter | x | x twitter | twitter x | whatsapp | telegram | linkedin | reddit | pinterest |
  instagram | youtube | tiktok | viber | messenger | facebook messenger | flipboard | tumblr | threads |
  mastodon | bluesky | truth social | gettr | gab | parler | snapchat | discord | weibo | wechat | line |
  kakaotalk | hatena | pocket | xing | skype | livejournal | vkontakte | vk | ok | odnoklassniki | mail ru
  | email | e mail | mail | sms | copy link | link | print | share | tweet | pin | save | post | like |
  rss | yandex | dzen | rutube | max | вконтакте | вк | одноклассники | ок | телеграм | фейсбук | твиттер
  | вотсап | ватсап | дзен | яндекс дзен | мой мир | живой журнал | скопировать ссылку | ссылка | печать |
  поделиться | drucken | teilen | link kopieren | partager | imprimer | envoyer | compartir | imprimir |
  copiar enlace | correo | シェア | ツイート | ポスト | はてなブックマーク | 印刷 | リンクをコピー | フェイスブック
`;
