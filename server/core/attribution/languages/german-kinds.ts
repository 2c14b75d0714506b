import { lazily } from "../../text/lazily.ts";
import type { KindWords } from "../language.ts";
import { wordSet } from "./word-lists.ts";

export const germanKinds = lazily(
  (): KindWords => ({
    unnamedMarks: wordSet(
      "anonym anonyme anonymen anonymer ungenannt ungenannte ungenannten ungenannter namentlich anonymität insider insidern",
    ),
    unnamedNouns: wordSet("quelle quellen insider insidern kreise kreisen informant informanten informantin"),
    titles: wordSet(
      `präsident präsidentin minister ministerin ministerpräsident ministerpräsidentin außenminister außenministerin innenminister innenministerin kanzler kanzlerin bundeskanzler bundeskanzlerin sprecher
    sprecherin regierungssprecher regierungssprecherin chef chefin vorsitzende vorsitzender vorsitzenden leiter leiterin direktor direktorin botschafter botschafterin experte expertin experten abgeordnete
    abgeordneter abgeordneten politiker politikerin anwalt anwältin richter richterin staatsanwalt bürgermeister bürgermeisterin berater beraterin analyst analystin professor professorin forscher forscherin
    general oberst zeuge zeugin papst könig königin herr frau dr gewerkschafter gewerkschafterin generalsekretär generalsekretärin diplomat diplomatin beamter beamte beamten mitarbeiter mitarbeiterin arzt ärztin lehrer`,
    ),
    groups: wordSet(
      "kritiker anhänger gegner experten beobachter viele einige andere bürger anwohner zeugen aktivisten demonstranten leute menschen politiker forscher fachleute augenzeugen wähler beamte diplomaten abgeordnete kollegen beide",
    ),
    organisations: wordSet(
      "partei verband gewerkschaft unternehmen konzern bank institut universität stiftung verein kommission rat bund fraktion behörde polizei staatsanwaltschaft gericht armee eu nato uno osze iwf spd cdu csu fdp afd grünen amt bundesamt firma klub union allianz",
    ),
    governments: wordSet(
      `regierung bundesregierung kreml parlament bundestag bundesrat senat ministerium außenministerium innenministerium verteidigungsministerium finanzministerium staat staaten länder land hauptstadt weiße
    moskau kiew washington berlin paris london brüssel peking ankara teheran wien warschau minsk russland ukraine deutschland frankreich china iran türkei israel polen usa großbritannien österreich schweiz ungarn westen`,
    ),
    documents: wordSet(
      "bericht berichte studie umfrage erklärung mitteilung pressemitteilung dokument dokumente brief gutachten gesetz urteil papier statistik analyse protokoll artikel buch akten entwurf angaben",
    ),
    media: wordSet(
      "dpa afp ap reuters zeitung spiegel bild welt focus tagesspiegel süddeutsche faz ard zdf nachrichtenagentur agentur sender magazin blatt tageszeitung tass interfax times post zeit rundschau medien gazette kurier bote",
    ),
    mediaNames: new Set(),
  }),
);
