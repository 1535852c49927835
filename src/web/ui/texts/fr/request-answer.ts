export const requestAnswer = {
  'answer.list': 'Ce que l’agent demande',
  'answer.arrived': 'Reçu le {date}',
  'answer.missing': 'Pas encore reçu',
  'answer.bring': 'Apportez-le au bureau',
  'answer.words': 'Votre réponse en mots',
  'answer.any': 'Votre réponse : en mots, ou un fichier',
  'answer.send': 'Envoyer ce document',
  'answer.some':
    'Nous avons reçu {arrived} sur {total}. Le reste doit nous parvenir au plus tard le <b>{date}</b>.',
  'answer.arriving':
    'Nous vérifions encore un fichier que vous avez envoyé. Il compte à partir du moment où vous l’avez envoyé.',
  'answer.arriving.look': 'Regarder à nouveau',
  'answer.text.hint': 'Quelque chose n’est pas possible ou pas clair ? Écrivez-le ici.',
  'answer.isAll': 'Envoyer : c’est tout ce que j’ai',
  'answer.rest': 'Envoyer mon message, le reste suit',
  'answer.complete': 'Vous avez envoyé tout ce que nous avons demandé',
  'answer.received': 'Nous avons reçu votre réponse',
  'answer.goesOn':
    'Vous n’avez rien à faire maintenant. Un agent continue à traiter votre demande, en général dans {days, plural, one {# jour ouvrable} other {les # jours ouvrables}}. Nous vous prévenons par e-mail.',
  'answer.add': 'Voulez-vous ajouter quelque chose ?',
  'answer.add.text': 'Vous pouvez encore écrire à l’agent, ou envoyer un autre document.',
  'answer.replied': 'Nous examinons votre demande à nouveau',
  'reply.refused': 'Vous n’êtes pas d’accord ?',
  'reply.expired': 'Avez-vous encore besoin d’un numéro belge ?',
  'reply.withdrawn': 'Avez-vous changé d’avis ?',
  'reply.until':
    'Répondez ici au plus tard le <b>{date}</b>. Un agent examine alors votre demande à nouveau.',
  'reply.hint': 'Dites ce qui n’est pas juste, ou ce qui a changé.',
  'reply.document': 'Envoyer un document',
  'reply.over': 'Vous pouviez répondre ici jusqu’au {date} inclus. Ce jour est passé.',
  'again.title': 'Une nouvelle demande',
  'again.text':
    'Vous pouvez envoyer une nouvelle demande. Elle commence avec ce que vous nous avez dit avant : vérifiez-le, et changez ce qui n’est pas juste.',
  'again.fresh': 'Vous pouvez recommencer. Vous répondez alors aux questions encore une fois.',
  'again.go': 'Commencer une nouvelle demande',
  'again.eid': 'Connectez-vous avec votre eID pour commencer une nouvelle demande',
  'again.link': 'Vous pouvez demander à nouveau un numéro avec votre eID.',
  'other.text': 'Votre demande {reference} est en cours.',
  'other.go': 'Aller à cette demande',
  'over.whom': 'Avez-vous une question ? Appelez le Service Desk au {telephone}, avec votre référence.',
  'status.matched': 'Vous n’avez plus besoin de cette demande',
  'status.matched.text':
    'Le {date}, vous avez donné votre numéro belge, et nous vous avons trouvé avec ce numéro.',
  'status.unlinked': 'Votre eID n’est plus liée à un numéro belge',
  'status.unlinked.text': 'Depuis le {date}. La raison :',
  'status.draft-expired': 'Cette demande n’a pas été envoyée',
  'status.draft-expired.text': 'Le {date}, nous avons supprimé vos réponses.',
  'withdraw.effect.answers': 'Vos réponses sont supprimées maintenant.',
  'withdraw.effect.later':
    'Vous pouvez changer d’avis pendant {days} jours. Nous supprimons vos documents {documentDays} jours après aujourd’hui.',
  'request.ended.typed':
    'Ce que vous venez de taper est gardé aussi : vous le retrouvez si vous revenez dans ce navigateur dans les deux heures.',
  'request.ended.file':
    'Le fichier que vous avez envoyé n’est pas arrivé : choisissez-le à nouveau à votre retour.',
  'request.typedBefore':
    'Voici ce que vous aviez tapé avant d’être déconnecté. Ce n’est pas encore envoyé : vérifiez-le et envoyez-le.',
} as const;
