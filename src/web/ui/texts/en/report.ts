/** Reports on the work of agents. */
export const report = {
  'chart.table': 'Show the numbers as a table',
  'chart.numbers': '{title}: the numbers',
  'chart.csv': 'Download the numbers (CSV)',
  'report.title': 'Reports',
  'report.lede': 'How much waits, how fast it goes, and how cases end.',
  'report.late':
    '{count, plural, =0 {No case is past its target} one {See the case that is past its target} other {See the # cases that are past their target}}',
  'report.period': 'Period',
  'report.period.30d': 'Last 30 days',
  'report.period.90d': 'Last 90 days',
  'report.period.365d': 'Last 12 months',
  'report.show': 'Show',
  'report.nothing': 'There is nothing to show for this period.',
  'report.cases': 'Cases',
  'report.age': 'Working days since it was sent',
  'report.age.0-2': '0 to 2 days',
  'report.age.3-5': '3 to 5 days',
  'report.age.6-10': '6 to 10 days',
  'report.age.over-10': 'more than 10 days',
  'report.backlog': 'Open cases by age',
  'report.backlog.finding':
    '{total, plural, =0 {No case is open.} one {# case is open, {late} of it past its target date.} other {# cases are open: {late, plural, one {# is} other {# are}} past the target date and {old, plural, one {# is} other {# are}} older than 10 working days.}}',
  'report.weeks': 'Received and decided per week',
  'report.weeks.growing': 'More came in than was decided: {received} received, {decided} decided.',
  'report.weeks.shrinking':
    'As much was decided as came in, or more: {received} received, {decided} decided.',
  'report.received': 'Received',
  'report.decided': 'Decided',
  'report.weekOf': 'Week of',
  'report.handling': 'How long a decision takes',
  'report.handling.finding':
    'Half of the cases were decided within {days, plural, one {# working day} other {# working days}}.',
  'report.handling.none': 'No case was decided in this period.',
  'report.days': 'Working days (median)',
  'report.outcomes': 'How cases ended, per country',
  'report.outcomes.finding':
    '{total, plural, one {# case was decided} other {# cases were decided}}; most came from {country}: {count}.',
  'report.outcomes.none': 'Too few cases were decided to show countries.',
  'report.outcomes.note':
    'Countries with fewer than {fewest} cases are shown together, so that nobody is recognised.',
  'report.outcome.linked': 'Existing number',
  'report.outcome.newNumber': 'New number',
  'report.outcome.refused': 'Refused',
  'report.country': 'Country',
  'report.others': 'Other countries',
} as const;
