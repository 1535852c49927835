import { correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { DAY, holds, later } from '../../base/time.ts';
import { actorOneself } from '../acting/index.ts';
import type { Application, ApplicationId, RightDefinition } from '../application/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { decide, grantedBy, worksFor } from '../rights/index.ts';
import { NO_APPLICATION } from './ask-form.ts';
import { changingNeeds, recordRequest } from './change-request.ts';
import { type Deciders, deciderNeeds } from './deciders.ts';
import { nextDutyOf } from './duty-of.ts';
import { expectedDays } from './expected-days.ts';
import { type AccessRequest, parseAccessRequestId, type Wish } from './model.ts';
import { askableRights } from './offered-rights.ts';
import { MOST_A_DAY, MOST_OPEN } from './periods.ts';
import { type AskError, type ReadWish, readWish, type TypedWish } from './read-wish.ts';
import { tellAsker, tellingNeeds } from './tell.ts';
import { tellWhoDecides } from './tell-who-decides.ts';
import { act, type RequestContext } from './world.ts';

export type AskAccess = {
  readonly person: PersonId;
  readonly language: Language;
  readonly organisation: OrganisationId | null;
  /** The application whose right is asked for; `null` where a work relation is. */
  readonly application: ApplicationId | null;
  readonly typed: TypedWish;
};

export type AskedAccess =
  | {
      readonly kind: 'asked';
      readonly request: AccessRequest;
      readonly expectedDays: number;
      readonly deciders: Deciders['kind'];
    }
  /** The same was asked, and is not decided yet. */
  | { readonly kind: 'already'; readonly request: AccessRequest }
  | { readonly kind: 'wrong'; readonly errors: readonly AskError[] }
  /** More than one person asks for: some must be decided or withdrawn first, or a day must pass. */
  | { readonly kind: 'too-many' };

const askingNeeds = ['rights', ...deciderNeeds, ...changingNeeds, ...tellingNeeds] as const;

/** Somebody asks an organisation for a right or a work relation. Asked twenty times, it is one request. */
export const askAccess = act(askingNeeds, async (context, asked: AskAccess): Promise<AskedAccess> => {
  const { stores, now } = context;
  const about = await aboutWhat(context, asked);
  if (about === null) return { kind: 'wrong', errors: [{ field: 'organisation', code: 'choose' }] };
  const { organisation, application, offered } = about;
  const read = readWish(asked.typed, application && offered, now);
  if (read.kind === 'wrong') return read;
  const has = await hasAlready(context, asked.person, about, read.wish);
  if (has !== null) return { kind: 'wrong', errors: [has] };
  const made = await stores.accessRequests.countOf(asked.person, later(now, -DAY));
  if (made.open >= MOST_OPEN || made.made >= MOST_A_DAY) return { kind: 'too-many' };
  const fresh = newRequest(context, asked, organisation, wishOf(application, read.wish), read.wish);
  const dutyAt = nextDutyOf({ state: 'waiting', since: now, escalation: 'none' });
  if (dutyAt === null) throw new Error('a request waits for nothing');
  const added = await stores.accessRequests.add(fresh, dutyAt);
  if (added.kind === 'already') return added;
  const { request } = added;
  await recordRequest(context, request, {
    what: 'asked',
    actor: actorOneself(asked.person),
    by: { person: asked.person, authority: 'oneself' },
    reason: new Redacted(request.reason),
  });
  const days = await expectedDays(context, organisation.id);
  await tellAsker(context, request, { template: 'access-asked', expectedDays: days });
  return { kind: 'asked', expectedDays: days, ...(await tellWhoDecides(context, request)) };
});

type About = {
  readonly organisation: Organisation;
  readonly application: Application | null;
  readonly offered: readonly RightDefinition[];
};

/** What it is about, where that is there: an organisation that exists now, and an application that offers it a right. */
async function aboutWhat(
  context: RequestContext<['organisations', 'applications']>,
  asked: AskAccess,
): Promise<About | null> {
  const { stores, now } = context;
  const organisation = asked.organisation && (await stores.organisations.find(asked.organisation));
  if (!organisation || !holds(organisation.validity, now)) return null;
  if (asked.application === null) return { organisation, application: null, offered: [] };
  const application = await stores.applications.find(asked.application);
  const offered = application && (await askableRights(context, application, organisation));
  return application === null || !offered?.length ? null : { organisation, application, offered };
}

/** Whether there is nothing to ask for. */
async function hasAlready(
  { stores, now: at }: RequestContext<['rights']>,
  person: PersonId,
  { organisation, application }: About,
  { definition, contexts }: ReadWish,
): Promise<AskError | null> {
  const ties = await stores.rights.tiesOf(person, application?.id ?? NO_APPLICATION);
  if (application === null || definition === null) {
    const works = worksFor({ person, ties, organisation: organisation.id, at });
    return works ? { field: 'organisation', code: 'already-has' } : null;
  }
  const decision = decide({ person, ties, application, organisation, at });
  const held = decision.kind === 'yes' ? grantedBy(decision.paths, organisation.code) : [];
  const isHeld = held.some(
    (each) => each.right === definition.code && contexts.every((context) => each.contexts.includes(context)),
  );
  return isHeld ? { field: 'right', code: 'already-has' } : null;
}

function wishOf(application: Application | null, { definition, contexts }: ReadWish): Wish {
  if (application === null || definition === null) return { kind: 'work-relation' };
  return { kind: 'right', application: application.id, right: definition.code, contexts };
}

function newRequest(
  { world, now }: RequestContext<readonly []>,
  { person, language }: AskAccess,
  organisation: Organisation,
  wish: Wish,
  { until, reason }: ReadWish,
) {
  const id = parseAccessRequestId(world.randomness.uuid());
  if (id === null) throw new Error('the source of randomness is amiss');
  return {
    ...{ id, reference: correlationCode(world.randomness.bytes(8)), person, askedBy: person },
    ...{ organisation: organisation.id, wish, until, reason, language, askedAt: now },
  };
}
