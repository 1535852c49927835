import type { secondHand as source } from '../en/second-hand.ts';

export const secondHand: Readonly<Record<keyof typeof source, string>> = {
  'case.second.needed': 'Un deuxième agent doit donner son accord',
  'case.second.needed.text': 'Vous ne pouvez pas lier seul cette eID à cette personne, parce que :',
  'case.second.why': 'Pourquoi un deuxième agent est nécessaire',
  'case.second.data-differ':
    'Les noms ou la date de naissance de l’eID ou du document ne sont pas les mêmes dans le registre.',
  'case.second.linked-already': 'Une autre eID mène déjà à cette personne.',
  'case.second.staff': 'Cette personne travaille avec Sluis ou gère qui travaille pour une organisation.',
  'case.second.own-evidence': 'Vous avez ouvert ce dossier vous-même au guichet.',
  'case.second.waits': 'Votre proposition attend un deuxième agent. Rien n’est lié avant son accord.',
  'case.second.sees': 'Le deuxième agent voit la demande, le registre et votre raison.',
  'case.second.told':
    '{name} reçoit un e-mail à chaque adresse que nous connaissons, pour qu’une erreur soit découverte.',
  'case.second.do': 'Proposer ce lien',
  'case.second.comment.hint':
    'Entre 10 et 500 caractères. Le deuxième agent le lit. Le demandeur ne le voit pas.',
  'case.second.evidence': 'Ce que le demandeur a envoyé',
  'case.second.evidence.none': 'Le demandeur n’a envoyé aucun document.',
  'case.second.others': 'Autres candidats du registre',
  'case.second.proposed': 'La personne proposée',
  'case.second.gone': 'Le registre ne contient plus cette personne. Renvoyez le dossier.',
  'case.event.told.none': 'la personne n’a pas pu être prévenue : aucune adresse e-mail n’est connue',
  'case.event.told':
    'la personne a été prévenue à {count, plural, one {une adresse e-mail} other {# adresses e-mail}}',
  'case.handOver.none':
    'Il n’y a pas encore de bureau d’enregistrement. Un bureau est une organisation dans laquelle quelqu’un a le droit « Agent d’enregistrement ». Adressez-vous à la personne qui donne les droits. En attendant, vous pouvez poser une question au demandeur ou décider vous-même.',
  'counter.case.second':
    'Vous avez noté un numéro. Un agent le vérifie et donne son accord, ou vous renvoie le dossier. Vous n’avez rien à faire maintenant.',
  'counter.case.because': 'Comment avez-vous vérifié qui est cette personne ?',
  'counter.case.because.hint': 'Entre 10 et 500 caractères. Un agent le lit.',
  'counter.proposed': 'Le numéro est noté. Un agent doit encore donner son accord.',
};
