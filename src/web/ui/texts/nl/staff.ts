import type { staff as english } from '../en/staff.ts';

export const staff: Readonly<Record<keyof typeof english, string>> = {
  'staff.area': 'Pagina’s voor medewerkers',
  'staff.nav': 'Delen van de pagina’s voor medewerkers',
  'staff.menu': 'Menu',
  'staff.timeout':
    'Voor uw veiligheid eindigt deze aanmelding binnenkort. Wat u op deze pagina typte, bewaren we 2 uur: u ziet het terug als u zich in deze browser opnieuw aanmeldt.',
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
  'staff.again': 'Meld u nog eens aan',
  'staff.again.text':
    'Meld u nog eens aan om verder te gaan: u hebt zich {minutes} minuten geleden aangemeld. Voor deze stap mag dat hoogstens 15 minuten geleden zijn.',
  'staff.again.kept':
    'Wat u getypt hebt, blijft bewaard. Na het aanmelden bent u terug bij hetzelfde formulier; er is nog niets verstuurd of beslist.',
  'staff.again.back': 'Na het aanmelden bent u terug waar u was.',
  'staff.again.by': 'Opnieuw aanmelden met {means}',
  'staff.again.do': 'Opnieuw aanmelden',
  'staff.again.other': 'Op een andere manier aanmelden',
  'staff.again.cancel': 'Niet nu: ga terug',
  'staff.over': 'U bent niet meer aangemeld',
  'staff.over.text':
    'U hebt 30 minuten niets gedaan, u hebt zich twee uur geleden aangemeld, of u hebt zich in een ander venster afgemeld.',
  'staff.left': 'U bent afgemeld',
  'staff.left.text':
    'U bent afgemeld van de pagina’s voor medewerkers. Sluit de browser als anderen deze computer gebruiken.',
};
