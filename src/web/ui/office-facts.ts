import { textIn } from '../../base/language.ts';
import type { OfficePlace } from '../../domain/casework/index.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { facts } from './parts.ts';

/** Where an office is and when it can be visited. */
export function officeFacts({ words }: Frame, place: OfficePlace): Html {
  const { street, postcode, municipality, telephone, website, hours, byAppointment } = place;
  return facts([
    [
      words.say('office.place.address'),
      html`<span translate="no">${street}<br>${postcode} ${municipality}</span>`,
    ],
    ...(telephone === null
      ? []
      : [
          [
            words.say('office.place.telephone'),
            html`<a href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a>`,
          ] as const,
        ]),
    [
      words.say('office.place.hours'),
      html`${textIn(hours, words.language)}${byAppointment && html`<br>${words.say('office.place.appointment')}`}`,
    ],
    ...(website === null
      ? []
      : [
          [
            words.say('office.place.website'),
            html`<a href="${website}" translate="no">${website}</a>`,
          ] as const,
        ]),
  ]);
}
