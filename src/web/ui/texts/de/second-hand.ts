import type { secondHand as source } from '../en/second-hand.ts';

export const secondHand: Readonly<Record<keyof typeof source, string>> = {
  'case.second.needed': 'Eine zweite Person muss zustimmen',
  'case.second.needed.text': 'Sie können diese eID nicht allein mit dieser Person verknüpfen, denn:',
  'case.second.why': 'Warum eine zweite Person nötig ist',
  'case.second.data-differ':
    'Die Namen oder das Geburtsdatum der eID oder des Ausweises sind im Register nicht gleich.',
  'case.second.linked-already': 'Eine andere eID führt schon zu dieser Person.',
  'case.second.staff': 'Diese Person arbeitet mit Sluis oder verwaltet, wer für eine Organisation arbeitet.',
  'case.second.own-evidence': 'Sie haben diesen Vorgang selbst am Schalter eröffnet.',
  'case.second.waits': 'Ihr Vorschlag wartet auf eine zweite Person. Vorher wird nichts verknüpft.',
  'case.second.sees': 'Die zweite Person sieht den Antrag, das Register und Ihre Begründung.',
  'case.second.told': '{name} erhält eine E-Mail an jede Adresse, die wir kennen, damit ein Fehler auffällt.',
  'case.second.do': 'Diese Verknüpfung vorschlagen',
  'case.second.comment.hint':
    'Zwischen 10 und 500 Zeichen. Die zweite Person liest es. Die antragstellende Person sieht es nicht.',
  'case.second.evidence': 'Was die Person geschickt hat',
  'case.second.evidence.none': 'Die Person hat keine Dokumente geschickt.',
  'case.second.others': 'Andere Kandidaten aus dem Register',
  'case.second.proposed': 'Die vorgeschlagene Person',
  'case.second.gone': 'Das Register kennt diese Person nicht mehr. Schicken Sie den Vorgang zurück.',
  'case.event.told.none': 'die Person konnte nicht benachrichtigt werden: keine E-Mail-Adresse bekannt',
  'case.event.told':
    'die Person wurde an {count, plural, one {einer E-Mail-Adresse} other {# E-Mail-Adressen}} benachrichtigt',
  'case.handOver.none':
    'Es gibt noch kein Registrierungsbüro. Ein Büro ist eine Organisation, in der jemand das Recht „Registrierungsbeamter“ hat. Wenden Sie sich an die Person, die Rechte vergibt. Bis dahin können Sie der Person eine Frage stellen oder selbst entscheiden.',
  'counter.case.second':
    'Sie haben eine Nummer eingetragen. Die Sachbearbeitung prüft sie und stimmt zu, oder schickt den Vorgang an Sie zurück. Sie müssen jetzt nichts tun.',
  'counter.case.because': 'Wie haben Sie geprüft, wer das ist?',
  'counter.case.because.hint': 'Zwischen 10 und 500 Zeichen. Die Sachbearbeitung liest es.',
  'counter.proposed': 'Die Nummer ist eingetragen. Die Sachbearbeitung muss noch zustimmen.',
};
