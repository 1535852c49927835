import type { matchingLog as source } from '../en/matching-log.ts';

export const matchingLog: Readonly<Record<keyof typeof source, string>> = {
  'matchingLog.title': 'Matchinglogboek',
  'matchingLog.lede':
    'Wat werd vergeleken toen we iemand in het register zochten. Het wordt 6 tot 12 maanden bewaard.',
  'matchingLog.withheld':
    'Wat het register zei, staat alleen in het bestand waar de gegevens overeenkwamen: anders kan het over iemand anders gaan. Elk bestand wordt in het auditspoor opgetekend.',
  'matchingLog.reference.hint': 'Van de aanvraag, bijvoorbeeld SLU-2M9D-K7PX',
  'matchingLog.number.hint': 'In plaats van de referentie. Het komt in geen adres en geen logboek.',
  'matchingLog.reason': 'Waarom hebt u het nodig?',
  'matchingLog.reason.asked-by-person': 'De persoon vroeg erom',
  'matchingLog.reason.asked-by-supervisor': 'Een toezichthouder vroeg erom',
  'matchingLog.reason.complaint': 'Om een klacht te behandelen',
  'matchingLog.reason.suspicion': 'Iemand gebruikte misschien gegevens van een ander',
  'matchingLog.format': 'Bestand',
  'matchingLog.format.json': 'JSON',
  'matchingLog.format.csv': 'CSV, voor een rekenblad',
  'matchingLog.button': 'Logboek downloaden',
  'error.reference.one-of-both': 'Vul de referentie of het identificatienummer in, één van beide',
  'error.reference.no-log': 'We vinden niemand met deze referentie of dit nummer. Kijk het na',
  'error.reason.choose': 'Kies waarom u het nodig hebt',
};
