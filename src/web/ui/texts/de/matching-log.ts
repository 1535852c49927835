import type { matchingLog as source } from '../en/matching-log.ts';

export const matchingLog: Readonly<Record<keyof typeof source, string>> = {
  'matchingLog.title': 'Abgleichprotokoll',
  'matchingLog.lede':
    'Was verglichen wurde, als wir jemanden im Register gesucht haben. Es wird 6 bis 12 Monate aufbewahrt.',
  'matchingLog.withheld':
    'Was das Register sagte, steht nur dort in der Datei, wo die Angaben übereinstimmten: Sonst kann es um jemand anderen gehen. Jede Datei wird im Prüfpfad vermerkt.',
  'matchingLog.reference.hint': 'Des Antrags, zum Beispiel SLU-2M9D-K7PX',
  'matchingLog.number.hint': 'Statt der Referenz. Sie steht in keiner Adresse und keinem Protokoll.',
  'matchingLog.reason': 'Warum brauchen Sie es?',
  'matchingLog.reason.asked-by-person': 'Die Person hat darum gebeten',
  'matchingLog.reason.asked-by-supervisor': 'Eine Aufsichtsbehörde hat darum gebeten',
  'matchingLog.reason.complaint': 'Um eine Beschwerde zu bearbeiten',
  'matchingLog.reason.suspicion': 'Jemand hat vielleicht Angaben einer anderen Person benutzt',
  'matchingLog.format': 'Datei',
  'matchingLog.format.json': 'JSON',
  'matchingLog.format.csv': 'CSV, für eine Tabelle',
  'matchingLog.button': 'Protokoll herunterladen',
  'error.reference.one-of-both':
    'Geben Sie die Referenz oder die Nationalregisternummer ein, eins von beiden',
  'error.reference.no-log': 'Wir finden niemanden mit dieser Referenz oder Nummer. Prüfen Sie sie',
  'error.reason.choose': 'Wählen Sie, warum Sie es brauchen',
};
