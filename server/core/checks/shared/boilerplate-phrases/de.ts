import type { BoilerplatePhrases } from "./phrases.ts";

export const germanPhrases: BoilerplatePhrases = {
  share: `
    teilen | artikel teilen | diesen artikel teilen | beitrag teilen | diesen beitrag teilen | seite teilen
    | jetzt teilen | teilen auf * | auf facebook teilen | auf twitter teilen | auf x teilen | auf whatsapp
    teilen | auf linkedin teilen | per e mail teilen | per mail teilen | per whatsapp teilen | per e mail
    versenden | als e mail versenden | e mail senden | link kopieren | link kopiert | artikel drucken |
    drucken | artikel merken | artikel versenden | merken | zur merkliste hinzufügen | merkliste | auf die
    merkliste | weiterempfehlen | artikel anhören | diesen artikel anhören | vorlesen | vorlesen lassen |
    twittern | folgen sie uns | folgen sie uns auf * | folgen sie uns auf * ** | folge uns auf * | folge uns
    | folgen | schriftgröße | empfehlen
  `,
  "read-more": `
    mehr lesen | weiterlesen | weiter lesen | mehr anzeigen | alle anzeigen | mehr dazu | mehr dazu : ** |
    mehr zum thema | mehr zum thema : ** | mehr zu diesem thema | lesen sie auch | lesen sie auch : ** | lesen
    sie mehr | lesen sie mehr : ** | lesen sie hier mehr | lesen sie hier weiter | auch interessant | auch
    interessant : ** | das könnte sie auch interessieren | das könnte sie interessieren | das könnte dich
    auch interessieren | das könnte ihnen auch gefallen | das interessiert andere leser | verwandte artikel
    | verwandte themen | ähnliche artikel | weitere artikel | weitere nachrichten | weitere meldungen |
    weitere themen | meistgelesen | meistgelesene artikel | meist gelesen | am meisten gelesen |
    meistgeklickt | beliebte artikel | empfohlen | empfehlungen der redaktion | empfohlener redaktioneller
    inhalt | empfohlener externer inhalt | aktuelle nachrichten | top themen | topthemen | siehe auch |
    siehe auch : ** | zum artikel | zur startseite | zurück zur startseite | zurück zur übersicht | nächster
    artikel | vorheriger artikel | bild vergrößern | bildergalerie | zur bildergalerie | bilderstrecke |
    schlagworte | schlagwörter | hier geht es zum * | mehr aus * | mehr von * | nicht verpassen | zum thema
    | lesetipp : ** | lesetipps | video ansehen
  `,
  subscribe: `
    abonnieren | jetzt abonnieren | newsletter | newsletter abonnieren | newsletter bestellen | zum
    newsletter anmelden | jetzt anmelden | jetzt kostenlos anmelden | kostenlos registrieren | unser
    newsletter | melden sie sich für unseren newsletter an | melden sie sich hier an | melden sie sich *
    newsletter an | abonnieren sie unseren newsletter | abonnieren sie unseren newsletter ** | abonnieren
    sie unseren telegram kanal ** | abonnieren sie * | ihre e mail adresse | e mail adresse | e mail adresse
    eingeben | push nachrichten aktivieren | benachrichtigungen aktivieren | app herunterladen | jetzt app
    herunterladen | laden sie unsere app ** | abo | abo testen | jetzt testen | jetzt weiterlesen |
    weiterlesen mit * | bereits abonnent | sie sind bereits abonnent | sie haben bereits ein abo | sie haben
    bereits ein abo hier anmelden | bereits abonniert anmelden | dieser artikel ist nur für abonnenten | nur
    für abonnenten | exklusiv für abonnenten | zugang freischalten | unterstützen sie uns | spenden | jetzt
    spenden | jederzeit kündbar | abmeldung jederzeit möglich | sie können den newsletter jederzeit
    abbestellen
  `,
  cookies: `
    wir verwenden cookies | wir verwenden cookies ** | wir nutzen cookies | wir nutzen cookies ** | diese
    website verwendet cookies | diese website verwendet cookies ** | diese webseite verwendet cookies |
    diese webseite verwendet cookies ** | diese website benutzt cookies ** | diese seite verwendet cookies
    ** | alle akzeptieren | alle cookies akzeptieren | cookies akzeptieren | alle ablehnen | ablehnen |
    akzeptieren | zustimmen | zustimmen und weiter | akzeptieren und weiter | cookie einstellungen |
    datenschutzeinstellungen | datenschutz einstellungen | datenschutz | datenschutzerklärung | impressum |
    agb | impressum datenschutz | nutzungsbedingungen | ihre privatsphäre ist uns wichtig | ihre
    privatsphäre ist uns wichtig ** | mit nutzung dieser seite ** | externer inhalt | externe inhalte
    anzeigen | externen inhalt anzeigen | ich bin damit einverstanden dass mir externe inhalte angezeigt
    werden ** | an dieser stelle finden sie einen externen inhalt **
  `,
  advertisement: `
    anzeige | anzeigen | werbung | advertorial | gesponsert | gesponserter inhalt | sponsored | inserat |
    anzeige weiterlesen nach der anzeige | nach der anzeige weiterlesen | weiter nach der werbung | weiter
    nach der anzeige | artikel wird nach der anzeige fortgesetzt | der artikel wird nach der anzeige
    fortgesetzt | lesen sie nach der anzeige weiter | werbung ausblenden | werbeblocker deaktivieren | bitte
    deaktivieren sie ihren werbeblocker | bitte deaktivieren sie ihren adblocker ** | warum sehe ich diese
    werbung | partnerangebote | anzeige schließen
  `,
  comments: `
    kommentare | kommentar | # kommentare | # kommentar | kommentare # | noch keine kommentare |
    kommentieren | jetzt kommentieren | kommentar schreiben | kommentar verfassen | kommentar abgeben |
    kommentar hinzufügen | einen kommentar schreiben | schreiben sie einen kommentar | schreibe einen
    kommentar | schreiben sie den ersten kommentar | kommentare anzeigen | alle kommentare anzeigen |
    kommentare ausblenden | kommentare lesen | kommentare laden | diskutieren sie mit | mitdiskutieren |
    jetzt mitdiskutieren | zur diskussion | die kommentarfunktion ist geschlossen | die kommentarfunktion
    ist deaktiviert | kommentarfunktion geschlossen | deine e mail adresse wird nicht veröffentlicht | deine
    e mail adresse wird nicht veröffentlicht ** | ihre e mail adresse wird nicht veröffentlicht | ihre e
    mail adresse wird nicht veröffentlicht ** | antworten | antwort abbrechen | neueste zuerst | älteste
    zuerst | leserkommentare | ihre meinung | ihre meinung zum thema | um zu kommentieren melden sie sich an
    | bitte melden sie sich an um zu kommentieren | um an der diskussion teilzunehmen **
  `,
  "live-ticker": `
    live ticker | liveticker | live blog | liveblog | newsticker | news ticker | liveticker : ** | live
    ticker : ** | live : ** | liveblog : ** | eilmeldung | eil | zum liveticker | zum liveblog | aktualisieren
    | ticker aktualisieren | neueste meldungen | dieser artikel wird laufend aktualisiert | dieser artikel
    wird fortlaufend aktualisiert | diese meldung wird aktualisiert | mehr in kürze | weitere informationen
    in kürze
  `,
  account: `
    anmelden | einloggen | login | logout | abmelden | registrieren | jetzt registrieren | konto erstellen |
    mein konto | mein profil | passwort vergessen | angemeldet bleiben | noch kein konto | noch nicht
    registriert | sie sind noch nicht registriert | mit google anmelden | mit facebook anmelden | mit apple
    anmelden
  `,
  navigation: `
    nach oben | zum seitenanfang | seitenanfang | zum inhalt springen | zum hauptinhalt springen | zur
    navigation springen | zum inhalt | menü | hauptmenü | menü öffnen | menü schließen | suchen | schließen
    | startseite | über uns | alle rechte vorbehalten | # * alle rechte vorbehalten | * alle rechte
    vorbehalten | fehler melden | fehler gefunden | haben sie einen fehler gefunden | fehler im artikel
    gefunden | fehler im text gefunden | bitte aktivieren sie javascript | javascript aktivieren | bitte
    javascript aktivieren ** | ihr browser unterstützt * | das video kann nicht abgespielt werden | wird
    geladen | bitte warten
  `,
};
