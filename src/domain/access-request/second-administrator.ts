import { correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import type { CalendarDate } from '../../base/time.ts';
import { type ActingPerson, actorOf } from '../acting/index.ts';
import { administratorAt, covers } from '../administration/index.ts';
import type { OrganisationId, WorkRelation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { changingNeeds, recordRequest } from './change-request.ts';
import { deciderNeeds, decidersOf } from './deciders.ts';
import { nextDutyOf } from './duty-of.ts';
import { type AccessRequest, parseAccessRequestId, type WishedRight } from './model.ts';
import { tellDeciders, tellingNeeds } from './tell.ts';
import { act } from './world.ts';

export type AskSecondAdministrator = {
  /** The administrator who wishes it first. */
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  /** Who gets it, on which work relation. */
  readonly person: PersonId;
  readonly relation: WorkRelation['id'];
  readonly right: WishedRight & { readonly until: CalendarDate | null };
  readonly reason: string;
  readonly language: Language;
};

export type AskedSecond =
  | { readonly kind: 'asked' | 'already'; readonly request: AccessRequest }
  | { readonly kind: 'not-allowed' };

/** Asks another administrator to confirm a right that the catalogue lets nobody give alone. Asked twice, it is one request. */
export const askSecondAdministrator = act(
  [...changingNeeds, ...deciderNeeds, ...tellingNeeds],
  async (
    context,
    { by, organisation, person, relation, right, reason, language }: AskSecondAdministrator,
  ): Promise<AskedSecond> => {
    const { stores, world, now } = context;
    const administrator = await administratorAt(stores, by.person, organisation, now);
    const { application } = right;
    if (administrator === null || !covers(administrator, { unit: organisation, application }))
      return { kind: 'not-allowed' };
    const id = parseAccessRequestId(world.randomness.uuid());
    const dutyAt = nextDutyOf({ state: 'waiting', since: now, escalation: 'none' });
    if (id === null || dutyAt === null) throw new Error('a request waits for nothing, or has no name');
    const { until, ...wished } = right;
    const added = await stores.accessRequests.add(
      {
        ...{ id, reference: correlationCode(world.randomness.bytes(8)), person, askedBy: by.person },
        ...{ organisation, wish: { kind: 'second-administrator', ...wished, relation }, until },
        ...{ reason, language, askedAt: now },
      },
      dutyAt,
    );
    const { request } = added;
    if (added.kind === 'already') return { kind: 'already', request };
    await recordRequest(context, request, {
      what: 'asked',
      actor: actorOf(by),
      by: { person: by.person, authority: administrator.basis },
      reason: new Redacted(reason),
    });
    const { persons } = await decidersOf(context, request);
    await tellDeciders(context, request, { template: 'access-waits', persons });
    return { kind: 'asked', request };
  },
);
