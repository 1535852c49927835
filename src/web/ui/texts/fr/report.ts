import type { report as source } from '../en/report.ts';

export const report: Readonly<Record<keyof typeof source, string>> = {
  'chart.table': 'Afficher les chiffres dans un tableau',
  'chart.numbers': '{title}, en chiffres',
  'chart.csv': 'Télécharger les chiffres (CSV)',
  'report.title': 'Rapports',
  'report.lede': 'Combien de dossiers attendent, à quelle vitesse ils avancent et comment ils se terminent.',
  'report.late':
    '{count, plural, =0 {Aucun dossier n’a dépassé la date visée} one {Voir le dossier qui a dépassé la date visée} other {Voir les # dossiers qui ont dépassé la date visée}}',
  'report.period': 'Période',
  'report.period.30d': '30 derniers jours',
  'report.period.90d': '90 derniers jours',
  'report.period.365d': '12 derniers mois',
  'report.show': 'Afficher',
  'report.nothing': 'Il n’y a rien à afficher pour cette période.',
  'report.cases': 'Dossiers',
  'report.age': 'Jours ouvrables depuis l’envoi',
  'report.age.0-2': '0 à 2 jours',
  'report.age.3-5': '3 à 5 jours',
  'report.age.6-10': '6 à 10 jours',
  'report.age.over-10': 'plus de 10 jours',
  'report.backlog': 'Dossiers ouverts selon leur âge',
  'report.backlog.finding':
    '{total, plural, =0 {Aucun dossier n’est ouvert.} one {# dossier est ouvert, dont {late} au-delà du délai visé.} other {# dossiers sont ouverts, dont {late, plural, one {#} other {#}} au-delà du délai visé et {old, plural, one {#} other {#}} de plus de 10 jours ouvrables.}}',
  'report.weeks': 'Reçus et décidés par semaine',
  'report.weeks.growing':
    'Plus de dossiers sont arrivés qu’il n’en a été décidé, soit {received} reçus et {decided} décidés.',
  'report.weeks.shrinking':
    'Autant de dossiers ou plus ont été décidés qu’il n’en est arrivé, soit {received} reçus et {decided} décidés.',
  'report.received': 'Reçus',
  'report.decided': 'Décidés',
  'report.weekOf': 'Semaine du',
  'report.handling': 'Durée jusqu’à la décision',
  'report.handling.finding':
    'La moitié des dossiers a été décidée en {days, plural, one {# jour ouvrable} other {# jours ouvrables}} au plus.',
  'report.handling.none': 'Aucun dossier n’a été décidé pendant cette période.',
  'report.days': 'Jours ouvrables (médiane)',
  'report.outcomes': 'Résultat des dossiers par pays',
  'report.outcomes.finding':
    '{total, plural, one {# dossier a été décidé} other {# dossiers ont été décidés}}, la plupart venant du pays suivant, {country}, avec {count}.',
  'report.outcomes.none': 'Trop peu de dossiers ont été décidés pour montrer des pays.',
  'report.outcomes.note':
    'Les pays avec moins de {fewest} dossiers sont montrés ensemble, pour que personne ne soit reconnu.',
  'report.outcome.linked': 'Numéro existant',
  'report.outcome.newNumber': 'Nouveau numéro',
  'report.outcome.refused': 'Refusé',
  'report.country': 'Pays',
  'report.others': 'Autres pays',
};
