import type { report as source } from '../en/report.ts';

export const report: Readonly<Record<keyof typeof source, string>> = {
  'chart.table': 'De cijfers als tabel tonen',
  'chart.numbers': '{title}: de cijfers',
  'chart.csv': 'De cijfers downloaden (CSV)',
  'report.title': 'Rapporten',
  'report.lede': 'Hoeveel er wacht, hoe snel het gaat en hoe dossiers eindigen.',
  'report.late':
    '{count, plural, =0 {Geen enkel dossier is over de streefdatum} one {Bekijk het dossier dat over de streefdatum is} other {Bekijk de # dossiers die over de streefdatum zijn}}',
  'report.period': 'Periode',
  'report.period.30d': 'Laatste 30 dagen',
  'report.period.90d': 'Laatste 90 dagen',
  'report.period.365d': 'Laatste 12 maanden',
  'report.show': 'Tonen',
  'report.nothing': 'Er is niets te tonen voor deze periode.',
  'report.cases': 'Dossiers',
  'report.age': 'Werkdagen sinds het verzenden',
  'report.age.0-2': '0 tot 2 dagen',
  'report.age.3-5': '3 tot 5 dagen',
  'report.age.6-10': '6 tot 10 dagen',
  'report.age.over-10': 'meer dan 10 dagen',
  'report.backlog': 'Open dossiers volgens ouderdom',
  'report.backlog.finding':
    '{total, plural, =0 {Er is geen dossier open.} one {Er is # dossier open, waarvan {late} voorbij de streefdatum.} other {Er zijn # dossiers open: {late, plural, one {# is} other {# zijn}} voorbij de streefdatum en {old, plural, one {# is} other {# zijn}} ouder dan 10 werkdagen.}}',
  'report.weeks': 'Ontvangen en beslist per week',
  'report.weeks.growing': 'Er kwam meer binnen dan er beslist werd: {received} ontvangen, {decided} beslist.',
  'report.weeks.shrinking':
    'Er werd evenveel of meer beslist dan er binnenkwam: {received} ontvangen, {decided} beslist.',
  'report.received': 'Ontvangen',
  'report.decided': 'Beslist',
  'report.weekOf': 'Week van',
  'report.handling': 'Hoe lang een beslissing duurt',
  'report.handling.finding':
    'De helft van de dossiers was beslist binnen {days, plural, one {# werkdag} other {# werkdagen}}.',
  'report.handling.none': 'In deze periode werd geen dossier beslist.',
  'report.days': 'Werkdagen (mediaan)',
  'report.outcomes': 'Hoe dossiers eindigden, per land',
  'report.outcomes.finding':
    '{total, plural, one {# dossier werd beslist} other {# dossiers werden beslist}}; de meeste kwamen uit {country}: {count}.',
  'report.outcomes.none': 'Er werden te weinig dossiers beslist om landen te tonen.',
  'report.outcomes.note':
    'Landen met minder dan {fewest} dossiers staan samen, zodat niemand te herkennen is.',
  'report.outcome.linked': 'Bestaand nummer',
  'report.outcome.newNumber': 'Nieuw nummer',
  'report.outcome.refused': 'Geweigerd',
  'report.country': 'Land',
  'report.others': 'Andere landen',
};
