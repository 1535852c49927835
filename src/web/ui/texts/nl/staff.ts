import type { staff as english } from '../en/staff.ts';

export const staff: Readonly<Record<keyof typeof english, string>> = {
  'staff.area': 'Pagina’s voor medewerkers',
  'staff.nav': 'Delen van de pagina’s voor medewerkers',
  'staff.logout': 'Afmelden',
  'staff.actingFor': 'voor {organisation}',
  'staff.nav.cases': 'Overzicht',
  'staff.nav.list': 'Dossiers',
  'staff.nav.check': 'Tweede controle',
  'staff.nav.mail': 'E-mail',
  'staff.nav.templates': 'Sjablonen',
  'staff.nav.reports': 'Rapporten',
  'staff.nav.matching-log': 'Matchinglogboek',
  'staff.nav.joins': 'Twee keer bekend',
  'staff.nav.office': 'Registratiekantoor',
  'staff.noRight': 'U kunt dit deel niet openen',
  'staff.noRight.text': 'U bent aangemeld, maar uw organisatie gaf u geen toegang tot dit deel.',
  'staff.noRight.who': 'Vraag het recht dat u nodig hebt aan de lokale beheerder van <b>{organisation}</b>.',
  'staff.noRight.other':
    'U kunt de andere delen in het menu gebruiken, of u aanmelden voor een andere organisatie.',
  'staff.noRight.again': 'Aanmelden voor een andere organisatie',
  'staff.stopped': 'U hebt zich niet aangemeld',
  'staff.stopped.text': 'Het aanmelden is gestopt. U kunt opnieuw beginnen wanneer u wilt.',
  'staff.login': 'Aanmelden',
  'staff.left': 'U bent afgemeld',
  'staff.left.text':
    'U bent afgemeld van de pagina’s voor medewerkers. Sluit de browser als anderen deze computer gebruiken.',
};
