import type { WordingTexts } from './texts.ts';

// Lois sur le Conseil d'État, coordonnées le 12 janvier 1973, article 14 § 1; the term is in the Regent's decree of 23 August 1948, article 4.
const remedy = `Vous n’êtes pas d’accord ? Répondez sur la page de votre demande et dites pourquoi, avec la référence {reference}. Nous l’examinons alors à nouveau.

Vous pouvez aussi demander au Conseil d’État d’annuler cette décision. Faites-le dans les 60 jours après l’avoir reçue, par lettre recommandée à la rue de la Science 33, 1040 Bruxelles, ou sur www.raadvst-consetat.be. Nous demander un nouvel examen n’arrête pas ces 60 jours.`;

export const fr: WordingTexts = {
  'ask-document-both-sides': {
    subject: 'Les deux côtés du document d’identité',
    body: `Nous avons besoin des deux côtés de votre document d’identité.

- Prenez une photo du recto et une du verso.
- Les quatre coins doivent être sur la photo.
- Les lettres doivent être bien lisibles, sans reflet.`,
  },
  'ask-clearer-photo': {
    subject: 'Une photo plus nette',
    body: `Nous ne pouvons pas lire assez bien la photo de votre document. Envoyez-nous une nouvelle photo.

- Posez le document sur une table sombre, à la lumière du jour.
- Les quatre coins doivent être sur la photo.
- Les lettres doivent être bien lisibles, sans reflet.`,
  },
  'ask-birth-place': {
    subject: 'Lieu de naissance',
    body: `Quels sont la commune et le pays de votre naissance ? Écrivez la commune comme sur votre document d’identité. La commune avait-elle un autre nom à votre naissance ? Écrivez aussi ce nom.`,
  },
  'ask-previous-name': {
    subject: 'Noms précédents',
    body: `Avez-vous déjà eu un autre nom, par exemple avant un mariage ? Écrivez tous les noms de famille et prénoms que vous avez eus, avec les années si vous les connaissez.`,
  },
  'ask-address': {
    subject: 'Adresse',
    body: `À quelle adresse habitez-vous maintenant ? Écrivez la rue, le numéro, le code postal, la commune et le pays. Ajoutez un document qui montre cette adresse, de moins de trois mois.`,
  },
  'ask-proof-of-name-change': {
    subject: 'Preuve d’un changement de nom',
    body: `Votre nom est maintenant différent du nom que nous connaissons. Envoyez-nous un document qui montre le changement, par exemple un acte de mariage ou une décision de changement de nom.`,
  },
  'ask-other': {
    subject: 'Une autre question',
    body: `Nous avons une question sur les données que vous nous avez données.`,
  },
  'refuse-not-identified': {
    subject: 'Nous ne sommes pas sûrs de l’identité de la personne',
    body: `Avec les données et les documents que vous nous avez donnés, nous ne sommes pas assez sûrs de votre identité. C’est pourquoi nous ne pouvons pas vous donner de numéro.

${remedy}`,
  },
  'refuse-false-data': {
    subject: 'Des données ou des documents ne sont pas exacts',
    body: `Des données ou des documents que vous nous avez donnés ne sont pas exacts. C’est pourquoi nous ne pouvons pas vous donner de numéro.

${remedy}`,
  },
  'refuse-no-answer': {
    subject: 'Pas de réponse à notre question',
    body: `Nous vous avons posé une question et n’avons pas reçu la réponse dont nous avons besoin. Sans elle, nous ne pouvons pas vous donner de numéro. Vous pouvez toujours envoyer une nouvelle demande.

${remedy}`,
  },
  'refuse-duplicate': {
    subject: 'Il y a une autre demande de cette personne',
    body: `Vous avez envoyé une autre demande avec les mêmes données. Nous continuons avec celle-là et clôturons celle-ci.

${remedy}`,
  },
  'refuse-other': {
    subject: 'Une autre raison',
    body: `Avec cette demande, nous ne pouvons pas vous donner de numéro.

${remedy}`,
  },
};
