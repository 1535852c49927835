import type { staff as english } from '../en/staff.ts';

export const staff: Readonly<Record<keyof typeof english, string>> = {
  'staff.area': 'Seiten für Mitarbeitende',
  'staff.nav': 'Teile der Seiten für Mitarbeitende',
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
  'staff.left': 'Sie sind abgemeldet',
  'staff.left.text':
    'Sie sind von den Seiten für Mitarbeitende abgemeldet. Schließen Sie den Browser, wenn andere diesen Computer nutzen.',
};
