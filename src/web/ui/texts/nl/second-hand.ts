import type { secondHand as source } from '../en/second-hand.ts';

export const secondHand: Readonly<Record<keyof typeof source, string>> = {
  'case.second.needed': 'Een tweede behandelaar moet akkoord gaan',
  'case.second.needed.text': 'U kunt deze eID niet alleen aan deze persoon koppelen, omdat:',
  'case.second.why': 'Waarom een tweede behandelaar nodig is',
  'case.second.data-differ':
    'De namen of de geboortedatum op de eID of het document zijn niet dezelfde in het register.',
  'case.second.linked-already': 'Er leidt al een andere eID naar deze persoon.',
  'case.second.staff': 'Deze persoon werkt met Sluis of beheert wie voor een organisatie werkt.',
  'case.second.own-evidence': 'U hebt dit dossier zelf aan het loket geopend.',
  'case.second.waits':
    'Uw voorstel wacht op een tweede behandelaar. Er wordt niets gekoppeld voor die akkoord gaat.',
  'case.second.sees': 'De tweede behandelaar ziet de aanvraag, het register en uw reden.',
  'case.second.told': '{name} krijgt een e-mail op elk adres dat we kennen, zodat een vergissing uitkomt.',
  'case.second.do': 'Stel deze koppeling voor',
  'case.second.comment.hint':
    'Tussen 10 en 500 tekens. De tweede behandelaar leest dit. De aanvrager ziet het niet.',
  'case.second.evidence': 'Wat de aanvrager heeft gestuurd',
  'case.second.evidence.none': 'De aanvrager heeft geen documenten gestuurd.',
  'case.second.others': 'Andere kandidaten uit het register',
  'case.second.proposed': 'De persoon die wordt voorgesteld',
  'case.second.gone': 'Het register kent deze persoon niet meer. Stuur het dossier terug.',
  'case.event.told.none': 'de persoon kon niet worden verwittigd: er is geen e-mailadres bekend',
  'case.event.told':
    'de persoon is verwittigd op {count, plural, one {één e-mailadres} other {# e-mailadressen}}',
  'case.handOver.none':
    'Er is nog geen registratiekantoor. Een kantoor is een organisatie waar iemand het recht “Registratieambtenaar” heeft. Vraag het aan wie de rechten van medewerkers beheert. Tot dan kunt u de aanvrager iets vragen of zelf beslissen.',
  'counter.case.second':
    'U hebt een nummer ingevuld. Een behandelaar kijkt het na en gaat akkoord, of stuurt het dossier naar u terug. U hoeft nu niets te doen.',
  'counter.case.because': 'Hoe hebt u gecontroleerd wie dit is?',
  'counter.case.because.hint': 'Tussen 10 en 500 tekens. Een behandelaar leest dit.',
  'counter.proposed': 'Het nummer is ingevuld. Een behandelaar moet nog akkoord gaan.',
};
