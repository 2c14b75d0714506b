import type { BoilerplatePhrases } from "./phrases.ts";

export const frenchPhrases: BoilerplatePhrases = {
  share: `
    partager | partagez | partager cet article | partagez cet article | partager l article | partager sur *
    | partager sur facebook | partager sur twitter | partager sur whatsapp | partager sur linkedin |
    partager sur x | partager par e mail | partager par mail | partager par email | partager via * | envoyer
    par e mail | envoyer par email | envoyer par mail | envoyer à un ami | imprimer | imprimer l article |
    imprimer cet article | copier le lien | lien copié | enregistrer | enregistrer l article | sauvegarder |
    ajouter aux favoris | offrir l article | offrir cet article | écouter l article | écouter cet article |
    tweeter | suivez nous | suivez nous sur * | suivez nous sur * ** | nous suivre | rejoignez nous sur * |
    réagir | retrouvez nous sur *
  `,
  "read-more": `
    lire la suite | lire plus | lire l article | lire l article complet | lire aussi | lire aussi : ** | à
    lire aussi | à lire aussi : ** | à lire | à lire : ** | à lire également | à lire également : ** | lire
    également | lire également : ** | a lire aussi | a lire aussi : ** | a lire | a lire : ** | a lire
    également : ** | voir aussi | voir aussi : ** | à voir aussi | à voir aussi : ** | en savoir plus | en
    savoir plus : ** | pour en savoir plus | pour aller plus loin | voir plus | afficher plus | voir tout |
    tout voir | sur le même sujet | sur le même thème | dans la même rubrique | articles liés | articles
    similaires | articles associés | articles recommandés | contenus recommandés | vous aimerez aussi | vous
    pourriez aussi aimer | vous pourriez être intéressé par * | cela pourrait vous intéresser | recommandé
    pour vous | nos recommandations | les plus lus | les plus lues | les plus consultés | les plus partagés
    | les plus populaires | dernières nouvelles | dernières actualités | les dernières actualités | à la une
    | à ne pas manquer | à ne pas manquer : ** | article suivant | article précédent | plus d articles | plus
    d actualités | la suite après cette publicité | mots clés | lire la suite de l article | cliquez ici
    pour lire la suite | voir les photos | voir la vidéo | regarder la vidéo | retour à l accueil | notre
    sélection
  `,
  subscribe: `
    s abonner | abonnez vous | je m abonne | abonnement | abonnez vous à * | abonnez vous à notre newsletter
    | abonnez vous à notre newsletter ** | abonnez vous pour lire la suite | newsletter | newsletters |
    inscrivez vous | s inscrire | je m inscris | inscrivez vous à notre newsletter | inscrivez vous à notre
    newsletter ** | inscrivez vous à la newsletter | inscrivez vous à la newsletter ** | s inscrire à la
    newsletter | recevez notre newsletter | recevez notre newsletter ** | recevez * dans votre boîte mail |
    recevoir la newsletter | votre adresse e mail | votre adresse mail | votre email | adresse e mail |
    activer les notifications | télécharger l application | téléchargez l application | téléchargez notre
    application | téléchargez notre application ** | déjà abonné | déjà abonné connectez vous | déjà abonné
    identifiez vous | vous êtes déjà abonné | article réservé aux abonnés | réservé aux abonnés | cet
    article est réservé aux abonnés | cet article est réservé à nos abonnés | contenu réservé aux abonnés |
    il vous reste # de cet article à lire | il vous reste # de cet article à lire ** | la suite est réservée
    aux abonnés | la suite de cet article est réservée aux abonnés | soutenez nous | faire un don | faites
    un don | je fais un don | profitez de l offre | sans engagement | tester gratuitement | essayez
    gratuitement | se désinscrire
  `,
  cookies: `
    nous utilisons des cookies | nous utilisons des cookies ** | nous utilisons les cookies ** | ce site
    utilise des cookies | ce site utilise des cookies ** | ce site web utilise des cookies ** | notre site
    utilise des cookies ** | en poursuivant votre navigation ** | en continuant votre navigation ** | en
    continuant à naviguer ** | accepter | accepter les cookies | tout accepter | accepter tout | accepter et
    continuer | accepter et fermer | refuser | tout refuser | refuser tout | continuer sans accepter |
    paramétrer | paramétrer les cookies | paramètres des cookies | gérer les cookies | gestion des cookies |
    gérer mes cookies | gérer mes préférences | personnaliser | politique de confidentialité | politique de
    cookies | mentions légales | conditions générales | conditions générales d utilisation | cgu | données
    personnelles | le respect de votre vie privée est notre priorité | votre vie privée nous tient à cœur **
  `,
  advertisement: `
    publicité | pub | annonce | annonces | contenu sponsorisé | sponsorisé | sponsorisé par * | contenu
    partenaire | partenariat | la suite de votre article après cette publicité | la suite après la publicité
    | suite après la publicité | fermer la publicité | passer la publicité | ignorer l annonce | pourquoi
    cette publicité | publicité lire la suite | désactivez votre bloqueur de publicité | désactiver votre
    bloqueur de publicité ** | vous utilisez un bloqueur de publicité **
  `,
  comments: `
    commentaires | commentaire | # commentaires | # commentaire | commentaires # | pas encore de
    commentaires | commenter | laisser un commentaire | laissez un commentaire | ajouter un commentaire |
    écrire un commentaire | publier un commentaire | poster un commentaire | commenter cet article |
    commenter l article | réagir à cet article | réagissez à cet article | réagissez | voir les commentaires
    | voir tous les commentaires | lire les commentaires | afficher les commentaires | masquer les
    commentaires | les commentaires sont fermés | les commentaires sont désactivés | les commentaires sont
    clos | soyez le premier à commenter | soyez le premier à réagir | participez à la discussion | rejoignez
    la conversation | rejoindre la discussion | votre adresse e mail ne sera pas publiée | votre adresse e
    mail ne sera pas publiée ** | annuler la réponse | répondre | signaler un abus | signaler ce commentaire
    | connectez vous pour commenter | vous devez être connecté pour publier un commentaire | les plus
    récents | les plus anciens | donnez votre avis | pour participer à la discussion **
  `,
  "live-ticker": `
    en direct | direct | en direct : ** | live : ** | suivez le direct | suivre le direct | suivez notre
    direct | suivez en direct ** | retrouvez notre direct ** | fil info | le fil info | fil d actualité |
    flash info | alerte info | urgent | dernière minute | plus d informations à venir | plus d informations
    à suivre | plus de détails à suivre | actualiser | cet article est mis à jour en continu | article mis à
    jour en continu
  `,
  account: `
    se connecter | connexion | connectez vous | se déconnecter | déconnexion | créer un compte | créer mon
    compte | mon compte | mot de passe oublié | mot de passe | rester connecté | pas encore de compte | pas
    encore inscrit | vous n avez pas de compte | se connecter avec google | se connecter avec facebook |
    continuer avec google | continuer avec facebook
  `,
  navigation: `
    retour en haut | haut de page | retour en haut de page | aller au contenu | aller au contenu principal |
    aller au menu | passer au contenu | menu | menu principal | fermer | fermer le menu | ouvrir le menu |
    rechercher | plan du site | contactez nous | nous contacter | qui sommes nous | tous droits réservés | # * tous droits réservés | * tous droits réservés | signaler une erreur | signaler une faute | une
    faute une erreur signalez la | activez javascript | veuillez activer javascript | veuillez activer
    javascript ** | votre navigateur ne supporte pas * | chargement | chargement en cours | veuillez
    patienter
  `,
};
