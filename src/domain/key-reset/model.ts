import type { Brand } from '../../base/brand.ts';
import { addDays, dayOf, endOfDay, lastDayBefore } from '../../base/calendar.ts';
import type { Language } from '../../base/language.ts';
import { type CalendarDate, DAY } from '../../base/time.ts';
import type { PersonId } from '../person/index.ts';

/** The random internal id of a reset. */
export type KeyResetId = Brand<string, 'KeyResetId'>;

/** What a link in a mail about a reset holds: 256 bits, 43 base64url characters. Only its hash is kept. */
export type KeyResetSecret = Brand<string, 'KeyResetSecret'>;

/** So long the holder can say that it was not them, from the moment when a second member of staff agreed. */
export const RESET_WAIT = DAY;
/** The link that binds a new key works, and a proposal waits for a second member of staff, until the end of this many days later. */
const RESET_DAYS = 7;

/** When a proposal of this moment, or a link that is mailed at it, is over. */
export function overAfter(moment: Date): Date {
  return endOfDay(addDays(dayOf(moment), RESET_DAYS));
}

/** The last whole day of a reset. */
export function lastDayOf({ expiresAt }: Pick<KeyReset, 'expiresAt'>): CalendarDate {
  return lastDayBefore(expiresAt);
}

/** Why a reset is over. `person-gone`: the person ended, or was joined with another one, meanwhile. */
export type KeyResetEnding = 'refused' | 'withdrawn' | 'stopped' | 'used' | 'expired' | 'person-gone';

/**
 * A way back in for somebody who has lost every key: one member of staff proposes it, a second one agrees, a day passes in which the person
 * can stop it, and then a link in a mail binds one new key in place of all old ones.
 */
export type KeyReset = {
  readonly id: KeyResetId;
  readonly person: PersonId;
  readonly reason: string;
  /** In which the person is written to. */
  readonly language: Language;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly decided: { readonly by: PersonId; readonly at: Date; readonly comment: string } | null;
  /** When the link is mailed; `null` until a second member of staff agreed. */
  readonly opensAt: Date | null;
  /** When the link was mailed. */
  readonly sentAt: Date | null;
  readonly expiresAt: Date;
  /** `by`: a member of staff, or the person; `null` where nobody in particular did it. */
  readonly ended: {
    readonly at: Date;
    readonly ending: KeyResetEnding;
    readonly by: PersonId | null;
  } | null;
};

/** How a reset stands: proposed, agreed and waiting for its day to pass, open to bind a key, or over. */
export type KeyResetStanding = 'proposed' | 'waiting' | 'open' | KeyResetEnding;

export function standingOf(
  { ended, expiresAt, decided, sentAt }: Pick<KeyReset, 'ended' | 'expiresAt' | 'decided' | 'sentAt'>,
  at: Date,
): KeyResetStanding {
  if (ended !== null) return ended.ending;
  if (expiresAt <= at) return 'expired';
  if (decided === null) return 'proposed';
  return sentAt === null ? 'waiting' : 'open';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the id of a reset: a UUID in lower case; `null` when it is not one. */
export function parseKeyResetId(text: string): KeyResetId | null {
  return UUID.test(text) ? (text as KeyResetId) : null;
}

/** Reads what stands in a link; `null` when it cannot be one. */
export function parseKeyResetSecret(text: string): KeyResetSecret | null {
  return /^[A-Za-z0-9_-]{43}$/.test(text) ? (text as KeyResetSecret) : null;
}
