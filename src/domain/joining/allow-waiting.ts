import type { Actor } from '../audit/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { act, recordOn, trailNeeds } from './world.ts';

export type AllowWaiting = {
  readonly join: string;
  readonly organisation: OrganisationId;
  readonly administrator: PersonId;
  readonly by: Actor;
};

export type AllowedRights =
  | { readonly kind: 'allowed'; readonly rows: number }
  | { readonly kind: 'unknown-join' | 'not-joined' | 'nothing-waits' | 'no-administrator' };

/**
 * An administrator of an organisation says yes: what waits there since a join holds from now on. Nobody says yes for themselves, and
 * nobody who does not manage the people of that organisation now.
 */
export const allowWaiting = act(
  ['joins', 'organisations', ...trailNeeds],
  async (context, ask: AllowWaiting): Promise<AllowedRights> => {
    const { stores, now } = context;
    const join = await stores.joins.find(ask.join);
    if (join === null) return { kind: 'unknown-join' };
    if (join.state !== 'joined') return { kind: 'not-joined' };
    const kept = await stores.joins.standsFor(join.kept);
    const administrator = await stores.joins.standsFor(ask.administrator);
    const administrators = await stores.organisations.administratorsOf(ask.organisation, now);
    if (administrator === kept || !administrators.some(({ person }) => person === administrator))
      return { kind: 'no-administrator' };
    if (kept === null) throw new Error('a join is of persons who are not there');
    const rows = await stores.joins.allow({ ...join, kept }, ask.organisation, now);
    if (rows === 0) return { kind: 'nothing-waits' };
    const details = { join: join.id, organisation: ask.organisation, rows, administrator: administrator };
    await recordOn(context, [kept], ask.by, { kind: 'person.rights-allowed', details });
    return { kind: 'allowed', rows };
  },
);
