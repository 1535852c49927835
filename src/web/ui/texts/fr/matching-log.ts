import type { matchingLog as source } from '../en/matching-log.ts';

export const matchingLog: Readonly<Record<keyof typeof source, string>> = {
  'matchingLog.title': 'Journal de mise en correspondance',
  'matchingLog.lede':
    'Ce qui a été comparé lorsque nous avons cherché une personne dans le registre. Il est gardé de 6 à 12 mois.',
  'matchingLog.withheld':
    'Ce que dit le registre ne figure dans le fichier que si les données concordaient, car sinon il peut s’agir d’une autre personne. Chaque fichier est noté dans la piste d’audit.',
  'matchingLog.reference.hint': 'De la demande, par exemple SLU-2M9D-K7PX',
  'matchingLog.number.hint': 'Au lieu de la référence. Il n’apparaît dans aucune adresse ni aucun journal.',
  'matchingLog.reason': 'Pourquoi en avez-vous besoin ?',
  'matchingLog.reason.asked-by-person': 'La personne l’a demandé',
  'matchingLog.reason.asked-by-supervisor': 'Une autorité de contrôle l’a demandé',
  'matchingLog.reason.complaint': 'Pour traiter une plainte',
  'matchingLog.reason.suspicion': 'Quelqu’un a peut-être utilisé les données d’une autre personne',
  'matchingLog.format': 'Fichier',
  'matchingLog.format.json': 'JSON',
  'matchingLog.format.csv': 'CSV, pour un tableur',
  'matchingLog.button': 'Télécharger le journal',
  'error.reference.one-of-both': 'Indiquez la référence ou le numéro national, l’un des deux',
  'error.reference.no-log': 'Nous ne trouvons personne avec cette référence ou ce numéro. Vérifiez',
  'error.reason.choose': 'Choisissez pourquoi vous en avez besoin',
};
