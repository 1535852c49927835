import type { TemplateTexts } from './texts.ts';

export const fr: TemplateTexts = {
  'request-received': {
    subject: 'Nous avons reçu votre demande {reference}',
    body: `Bonjour {name},

Nous avons reçu votre demande de numéro national belge. Votre référence est {reference}. Gardez cet e-mail : vous avez besoin de la référence si vous nous appelez.

Un agent de l’autorité fédérale examine vos données. Cela devrait prendre {expectedDays}. Si quelque chose n’est pas clair, nous vous posons une question par e-mail.

[Voir votre demande]({link})`,
  },
  'email-code': {
    subject: 'Votre code pour confirmer votre adresse e-mail',
    body: `Votre code est {code}.

Tapez-le sur la page où vous avez donné votre adresse e-mail. Le code fonctionne pendant {validMinutes}.

Nous ne demandons jamais ce code par téléphone. Vous n’avez pas demandé de code ? Alors vous n’avez rien à faire.`,
  },
  'question-asked': {
    subject: 'Nous avons une question sur votre demande {reference}',
    body: `Bonjour {name},

Nous avons besoin de votre réponse pour continuer avec votre demande {reference}.

{message}

Répondez au plus tard le {dueDate}. Sur la page de votre demande, vous pouvez nous écrire et ajouter des documents.

[Répondre à la question]({link})

N’envoyez pas de documents par e-mail : ce n’est pas assez sûr.`,
  },
  'answer-reminder': {
    subject: 'Nous attendons encore votre réponse sur votre demande {reference}',
    body: `Bonjour {name},

Nous vous avons posé une question sur votre demande {reference}. Nous attendons encore :

{missing}

Envoyez-le au plus tard le {dueDate}. Si rien n’arrive, nous clôturons votre demande après ce jour.

[Répondre à la question]({link})`,
  },
  'answer-received': {
    subject: 'Nous avons reçu votre réponse sur votre demande {reference}',
    body: `Bonjour {name},

Nous avons reçu votre réponse. Un agent continue avec votre demande {reference}. Cela devrait prendre {expectedDays}.

[Voir votre demande]({link})`,
  },
  'number-assigned': {
    subject: 'Votre numéro national belge est prêt : demande {reference}',
    body: `Bonjour {name},

Nous avons approuvé votre demande {reference}. Vous avez maintenant votre propre numéro national belge.

Pour votre sécurité, le numéro n’est pas dans cet e-mail. Vous le voyez quand vous vous connectez avec votre eID.

[Voir votre numéro]({link})

Votre eID est liée à ce numéro. À partir de maintenant, votre eID suffit pour vous connecter. Vous étiez en train de vous connecter à une application ? Vous pouvez y continuer.

Nous gardons le lien entre votre eID et le numéro jusqu’à ce que vous nous demandiez de le supprimer. Nous gardons ce que nous avons comparé pendant 12 mois au plus.`,
  },
  'number-assigned-in-mail': {
    subject: 'Votre numéro national belge est prêt : demande {reference}',
    body: `Bonjour {name},

Nous avons approuvé votre demande {reference}. Voici votre numéro national belge personnel :

{number}

Gardez-le bien, et donnez-le seulement à ceux qui en ont besoin.

Vous voulez voir votre demande ? Allez sur notre site, comme avant, et connectez-vous avec votre eID.

Votre eID est liée à ce numéro. À partir de maintenant, votre eID suffit pour vous connecter. Vous étiez en train de vous connecter à une application ? Vous pouvez y continuer.

Nous gardons le lien entre votre eID et le numéro jusqu’à ce que vous nous demandiez de le supprimer. Nous gardons ce que nous avons comparé pendant 12 mois au plus.`,
  },
  'number-linked': {
    subject: 'Votre eID est liée à votre numéro national belge : demande {reference}',
    body: `Bonjour {name},

Nous avons approuvé votre demande {reference}. Vous aviez déjà un numéro national belge. Nous y avons lié votre eID.

Pour votre sécurité, le numéro n’est pas dans cet e-mail. Vous le voyez quand vous vous connectez avec votre eID.

[Voir votre numéro]({link})

À partir de maintenant, votre eID suffit pour vous connecter. Vous étiez en train de vous connecter à une application ? Vous pouvez y continuer.

Nous gardons le lien entre votre eID et le numéro jusqu’à ce que vous nous demandiez de le supprimer. Nous gardons ce que nous avons comparé pendant 12 mois au plus.`,
  },
  'number-linked-in-mail': {
    subject: 'Votre eID est liée à votre numéro national belge : demande {reference}',
    body: `Bonjour {name},

Nous avons approuvé votre demande {reference}. Vous aviez déjà un numéro national belge. Nous y avons lié votre eID. Voici votre numéro :

{number}

Gardez-le bien, et donnez-le seulement à ceux qui en ont besoin.

Vous voulez voir votre demande ? Allez sur notre site, comme avant, et connectez-vous avec votre eID.

À partir de maintenant, votre eID suffit pour vous connecter. Vous étiez en train de vous connecter à une application ? Vous pouvez y continuer.

Nous gardons le lien entre votre eID et le numéro jusqu’à ce que vous nous demandiez de le supprimer. Nous gardons ce que nous avons comparé pendant 12 mois au plus.`,
  },
  'request-refused': {
    subject: 'Nous ne pouvons pas approuver votre demande {reference}',
    body: `Bonjour {name},

Un agent a examiné votre demande {reference}. Nous ne pouvons pas l’approuver.

{reason}

Vous pouvez répondre sur la page de votre demande, au plus tard le {replyUntil}. Un agent l’examine alors à nouveau. Après ce jour, vous pouvez envoyer une nouvelle demande.

[Voir votre demande]({link})`,
  },
  'request-expired': {
    subject: 'Nous avons clôturé votre demande {reference}',
    body: `Bonjour {name},

Nous n’avons pas reçu votre réponse à temps. C’est pourquoi nous avons clôturé votre demande {reference}.

Vous avez encore besoin d’un numéro national belge ? Répondez sur la page de votre demande, au plus tard le {replyUntil}. Nous continuons alors à la traiter. Après ce jour, vous pouvez envoyer une nouvelle demande : elle commence avec ce que vous nous avez dit avant.

[Voir votre demande]({link})`,
  },
  'draft-expired': {
    subject: 'Nous avons supprimé la demande {reference} que vous n’avez pas envoyée',
    body: `Bonjour {name},

Vous avez commencé une demande de numéro national belge, {reference}, et vous ne l’avez pas envoyée. Nous avons supprimé vos réponses.

Vous avez encore besoin d’un numéro ? Connectez-vous avec votre eID et recommencez.

[Recommencer]({link})`,
  },
  'request-withdrawn': {
    subject: 'Vous avez retiré votre demande {reference}',
    body: `Bonjour {name},

Vous avez retiré votre demande {reference}. Nous n’y travaillons plus, et vous ne recevez pas de numéro national belge par cette demande.

Vous avez changé d’avis ? Répondez sur la page de votre demande, au plus tard le {replyUntil}. Un agent examine alors votre demande à nouveau.

Vous ne l’avez pas fait vous-même ? Appelez-nous et donnez votre référence.

[Voir votre demande]({link})`,
  },
  'request-handed-over': {
    subject: 'Un bureau d’enregistrement continue avec votre demande {reference}',
    body: `Bonjour {name},

Nous ne pouvons pas vérifier vos données à distance. C’est pourquoi ce bureau continue avec votre demande {reference} : {office}.

Allez-y en personne et emportez :

- votre passeport ou votre carte d’identité
- votre référence {reference}

[Voir ce qu’il faut emporter]({link})`,
  },
  'link-removed': {
    subject: 'Votre eID n’est plus liée à un numéro national belge : {reference}',
    body: `Bonjour {name},

Nous avons supprimé le lien entre votre eID et un numéro national belge. Pour le moment, vous ne pouvez pas vous connecter avec cette eID.

{reason}

Vous pouvez demander à nouveau un numéro avec votre eID.

[Voir votre demande]({link})`,
  },
  'eid-linked': {
    subject: 'Une eID a été liée à votre numéro national belge',
    body: `Bonjour {name}

Nous avons lié une eID d’un autre pays à votre numéro national belge. Toute personne qui se connecte avec cette eID se connecte comme si c’était vous.

Vous l’avez demandé ? Vous ne devez rien faire.

Vous ne l’avez pas demandé ? Prévenez-nous tout de suite. Indiquez cette référence : {reference}. Nous vérifions et pouvons mettre fin au lien.

[Voir comment nous contacter]({link})`,
  },
  'request-reopened': {
    subject: 'Nous examinons à nouveau votre demande {reference}',
    body: `Bonjour {name},

Nous avons rouvert votre demande {reference}.

{reason}

Cela devrait prendre {expectedDays}. Nous vous disons par e-mail ce que nous décidons.

[Voir votre demande]({link})`,
  },
  'access-link': {
    subject: 'Votre lien vers votre demande {reference}',
    body: `Bonjour {name},

Vous avez demandé un lien pour voir votre demande {reference}.

[Voir votre demande]({link})

Vous n’avez pas demandé de lien ? Alors vous n’avez rien à faire.`,
  },
  'address-changed': {
    subject: 'L’adresse e-mail de votre demande {reference} a été modifiée',
    body: `Bonjour {name}

Une personne qui s’est connectée avec votre eID a modifié l’adresse e-mail de votre demande {reference}. Nous écrivons désormais à la nouvelle adresse.

Ce n’était pas vous ? Dites-le-nous tout de suite : connectez-vous avec votre eID et écrivez à l’agent.

[Voir votre demande]({link})`,
  },
  'message-from-agent': {
    subject: 'Un message sur votre demande {reference}',
    body: `Bonjour {name},

Il y a un message sur votre demande {reference}.

{message}

Vous pouvez répondre sur la page de votre demande.

[Voir votre demande]({link})`,
  },
  'number-replaced': {
    subject: 'Votre numéro de registre national a changé',
    body: `Bonjour {name}

Le Registre national vous a attribué un autre numéro de registre national. Dès maintenant, vous êtes connu sous le nouveau numéro, chez nous aussi. Vous vous connectez comme avant et vos droits restent les mêmes.

Votre ancien numéro mène toujours à vous. Il n’est pas nécessaire de faire quoi que ce soit.

[Se connecter]({link})`,
  },
  'persons-joined': {
    subject: 'Nous avons réuni vos deux dossiers',
    body: `Bonjour {name}

Vous étiez connu deux fois chez nous. Deux agents ont constaté que les deux dossiers vous concernent et les ont réunis. Vous vous connectez comme avant, avec chaque eID que vous utilisiez jusqu’à présent.

Certains droits peuvent attendre l’accord d’un gestionnaire de votre organisation.

Un des dossiers ne vous concerne pas ? Alors prévenez immédiatement le service d’assistance.

[Se connecter]({link})`,
  },
  'persons-parted': {
    subject: 'Nous avons de nouveau séparé deux dossiers',
    body: `Bonjour {name}

Nous avions réuni deux dossiers parce que nous pensions que les deux vous concernaient. Deux agents ont constaté que ce n’était pas exact et les ont de nouveau séparés. Vous avez les liens et les droits qui étaient les vôtres auparavant.

Il vous manque quelque chose ? Alors prévenez le service d’assistance.

[Se connecter]({link})`,
  },
  'person-left': {
    subject: '{name} ne peut plus agir pour {organisation}',
    body: `Bonjour

Le Registre national nous signale que {name} ne peut plus être reconnu par son numéro de registre national. Tout ce que cette personne pouvait faire pour {organisation} a pris fin.

Vérifiez qui reprend son travail, et si {organisation} a encore assez de gestionnaires.`,
  },
  'rights-wait': {
    subject: 'Des droits de {name} vous attendent chez {organisation}',
    body: `Bonjour

{name} était connu deux fois chez nous et les deux dossiers ont été réunis. Avec les deux ensemble, cette personne pourrait faire davantage chez {organisation} qu’auparavant.

Ce qui vient du second dossier ne vaut donc qu’après votre accord. Dites au service d’assistance de quels droits {name} a besoin.`,
  },
};
