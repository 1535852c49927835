import type { CardHolder } from './belgium.ts';

/** What is the matter with a card. */
export type CardTrouble = 'none' | 'revoked' | 'expired' | 'signing' | 'unasked';

/** A card of the demo, which is one of a citizen: whose, and what happens with it. */
export type DemoCard = {
  readonly code: string;
  readonly holder: CardHolder;
  readonly trouble: CardTrouble;
  readonly note: string;
};

/** The password of every card file. */
export const CARD_PASSWORD = 'sluis';

const pieter = { number: '75041299752', givenNames: 'Pieter', familyName: 'Janssens' };

/** Cards to log in with, one good one for each person of the register that is named here, and some with trouble. */
export const demoCards: readonly DemoCard[] = [
  card('pieter', pieter, 'none', 'A good card: it logs in at level high.'),
  card(
    'els',
    { number: '83090299869', givenNames: 'Els', familyName: 'De Smet' },
    'none',
    'A good card of somebody else.',
  ),
  card('pieter-revoked', pieter, 'revoked', 'Reported lost: its authority says that it is revoked.'),
  card('pieter-expired', pieter, 'expired', 'Expired: the login says where to get a new one.'),
  card(
    'pieter-signing',
    pieter,
    'signing',
    'The other certificate of a card, for signatures: it must not log anybody in.',
  ),
  card(
    'pieter-unasked',
    pieter,
    'unasked',
    'Its responder and its list are down: the login says that it cannot be checked.',
  ),
];

function card(code: string, holder: CardHolder, trouble: CardTrouble, note: string): DemoCard {
  return { code, holder, trouble, note };
}
