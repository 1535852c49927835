import type { report as source } from '../en/report.ts';

export const report: Readonly<Record<keyof typeof source, string>> = {
  'chart.table': 'Die Zahlen als Tabelle zeigen',
  'chart.numbers': '{title}: die Zahlen',
  'chart.csv': 'Die Zahlen herunterladen (CSV)',
  'report.title': 'Berichte',
  'report.lede': 'Wie viel wartet, wie schnell es geht und wie Vorgänge enden.',
  'report.late':
    '{count, plural, =0 {Kein Vorgang ist überfällig} one {Den überfälligen Vorgang ansehen} other {Die # überfälligen Vorgänge ansehen}}',
  'report.period': 'Zeitraum',
  'report.period.30d': 'Letzte 30 Tage',
  'report.period.90d': 'Letzte 90 Tage',
  'report.period.365d': 'Letzte 12 Monate',
  'report.show': 'Zeigen',
  'report.nothing': 'Für diesen Zeitraum gibt es nichts zu zeigen.',
  'report.cases': 'Vorgänge',
  'report.age': 'Werktage seit dem Absenden',
  'report.age.0-2': '0 bis 2 Tage',
  'report.age.3-5': '3 bis 5 Tage',
  'report.age.6-10': '6 bis 10 Tage',
  'report.age.over-10': 'mehr als 10 Tage',
  'report.backlog': 'Offene Vorgänge nach Alter',
  'report.backlog.finding':
    '{total, plural, =0 {Kein Vorgang ist offen.} one {# Vorgang ist offen, davon {late} über der Zielfrist.} other {# Vorgänge sind offen: {late, plural, one {# ist} other {# sind}} über der Zielfrist und {old, plural, one {# ist} other {# sind}} älter als 10 Werktage.}}',
  'report.weeks': 'Eingegangen und entschieden pro Woche',
  'report.weeks.growing':
    'Es ging mehr ein, als entschieden wurde: {received} eingegangen, {decided} entschieden.',
  'report.weeks.shrinking':
    'Es wurde so viel oder mehr entschieden, als einging: {received} eingegangen, {decided} entschieden.',
  'report.received': 'Eingegangen',
  'report.decided': 'Entschieden',
  'report.weekOf': 'Woche vom',
  'report.handling': 'Wie lange eine Entscheidung dauert',
  'report.handling.finding':
    'Die Hälfte der Vorgänge war innerhalb von {days, plural, one {# Werktag} other {# Werktagen}} entschieden.',
  'report.handling.none': 'In diesem Zeitraum wurde kein Vorgang entschieden.',
  'report.days': 'Werktage (Median)',
  'report.outcomes': 'Wie Vorgänge endeten, nach Land',
  'report.outcomes.finding':
    '{total, plural, one {# Vorgang wurde entschieden} other {# Vorgänge wurden entschieden}}; die meisten kamen aus {country}: {count}.',
  'report.outcomes.none': 'Es wurden zu wenige Vorgänge entschieden, um Länder zu zeigen.',
  'report.outcomes.note':
    'Länder mit weniger als {fewest} Vorgängen stehen zusammen, damit niemand zu erkennen ist.',
  'report.outcome.linked': 'Bestehende Nummer',
  'report.outcome.newNumber': 'Neue Nummer',
  'report.outcome.refused': 'Abgelehnt',
  'report.country': 'Land',
  'report.others': 'Andere Länder',
};
