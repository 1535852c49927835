import type { staff as english } from '../en/staff.ts';

export const staff: Readonly<Record<keyof typeof english, string>> = {
  'staff.area': 'Seiten für Mitarbeitende',
  'staff.nav': 'Teile der Seiten für Mitarbeitende',
  'staff.menu': 'Menü',
  'staff.timeout':
    'Zu Ihrer Sicherheit endet diese Anmeldung bald. Was Sie auf dieser Seite getippt haben, bewahren wir 2 Stunden auf: Sie sehen es wieder, wenn Sie sich in diesem Browser neu anmelden.',
  'staff.logout': 'Abmelden',
  'staff.actingFor': 'für {organisation}',
  'staff.nav.cases': 'Übersicht',
  'staff.nav.list': 'Vorgänge',
  'staff.nav.check': 'Zweite Prüfung',
  'staff.nav.mail': 'E-Mail',
  'staff.nav.templates': 'Vorlagen',
  'staff.nav.reports': 'Berichte',
  'staff.nav.matching-log': 'Abgleichprotokoll',
  'staff.nav.joins': 'Zweimal bekannt',
  'staff.nav.office': 'Registrierungsbüro',
  'staff.noRight': 'Sie können diesen Teil nicht öffnen',
  'staff.noRight.text':
    'Sie sind angemeldet, aber Ihre Organisation hat Ihnen keinen Zugang zu diesem Teil gegeben.',
  'staff.noRight.who':
    'Fragen Sie die lokale Administration von <b>{organisation}</b> nach dem Recht, das Sie brauchen.',
  'staff.noRight.other':
    'Sie können die anderen Teile im Menü nutzen oder sich für eine andere Organisation anmelden.',
  'staff.noRight.again': 'Für eine andere Organisation anmelden',
  'staff.stopped': 'Sie haben sich nicht angemeldet',
  'staff.stopped.text': 'Die Anmeldung wurde beendet. Sie können jederzeit neu beginnen.',
  'staff.login': 'Anmelden',
  'staff.again': 'Melden Sie sich noch einmal an',
  'staff.again.text':
    'Melden Sie sich noch einmal an, um weiterzumachen: Ihre Anmeldung ist {minutes} Minuten alt. Für diesen Schritt darf sie höchstens 15 Minuten alt sein.',
  'staff.again.kept':
    'Was Sie geschrieben haben, bleibt erhalten. Nach der Anmeldung sind Sie wieder bei demselben Formular; es wurde noch nichts gesendet oder entschieden.',
  'staff.again.back': 'Nach der Anmeldung sind Sie wieder dort, wo Sie waren.',
  'staff.again.by': 'Wieder anmelden mit: {means}',
  'staff.again.do': 'Wieder anmelden',
  'staff.again.other': 'Auf andere Weise anmelden',
  'staff.again.cancel': 'Nicht jetzt: zurück',
  'staff.over': 'Sie sind nicht mehr angemeldet',
  'staff.over.text':
    'Sie haben 30 Minuten nichts getan, Ihre Anmeldung ist zwei Stunden alt, oder Sie haben sich in einem anderen Fenster abgemeldet.',
  'staff.left': 'Sie sind abgemeldet',
  'staff.left.text':
    'Sie sind von den Seiten für Mitarbeitende abgemeldet. Schließen Sie den Browser, wenn andere diesen Computer nutzen.',
};
