import { correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import type { CalendarDate } from '../../base/time.ts';
import { type ActingPerson, actorOf } from '../acting/index.ts';
import { administratorAt, covers } from '../administration/index.ts';
import type { OrganisationId, WorkRelation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { changingNeeds, recordRequest } from './change-request.ts';
import { type Decider, deciderNeeds } from './deciders.ts';
import { nextDutyOf } from './duty-of.ts';
import { type AccessRequest, parseAccessRequestId, type WishedRight } from './model.ts';
import { tellingNeeds } from './tell.ts';
import { tellWhoDecides } from './tell-who-decides.ts';
import { act, type RequestContext } from './world.ts';

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

export const askingSecondNeeds = [...changingNeeds, ...deciderNeeds, ...tellingNeeds] as const;

/** Asks another administrator to confirm a right that the catalogue lets nobody give alone. Asked twice, it is one request. */
export const askSecondAdministrator = act(
  askingSecondNeeds,
  async (context, asked: AskSecondAdministrator): Promise<AskedSecond> => {
    const { by, organisation: unit } = asked;
    const administrator = await administratorAt(context.stores, by.person, unit, context.now);
    const { application } = asked.right;
    if (administrator === null || !covers(administrator, { unit, application }))
      return { kind: 'not-allowed' };
    return askSecond(context, asked, administrator.basis);
  },
);

/** The same by whoever was found to decide there. */
export async function askSecond(
  context: RequestContext<typeof askingSecondNeeds>,
  { by, organisation, person, relation, right, reason, language }: AskSecondAdministrator,
  authority: Decider['basis'],
): Promise<Exclude<AskedSecond, { kind: 'not-allowed' }>> {
  const { stores, world, now } = context;
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
    by: { person: by.person, authority },
    reason: new Redacted(reason),
  });
  const { request: told } = await tellWhoDecides(context, request);
  return { kind: 'asked', request: told };
}
