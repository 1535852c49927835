import { type ActingPerson, isOneself, mayActIn } from '../acting/index.ts';
import {
  type Administrator,
  administeringNeeds,
  administratorAt,
  administratorsOf,
  covers,
} from '../administration/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { AccessRequest } from './model.ts';
import type { RequestContext } from './world.ts';

export const deciderNeeds = [...administeringNeeds, 'organisations', 'orphans'] as const;
type DeciderContext = RequestContext<typeof deciderNeeds>;
type Asked = Pick<AccessRequest, 'organisation' | 'person' | 'askedBy' | 'wish'>;

/** Who decides about one request at this moment: an administrator; or the platform, about a request that came to it. */
export type Decider =
  | Administrator
  | {
      readonly basis: 'platform';
      readonly person: PersonId;
      readonly organisation: Organisation;
    };

/** Who decides about a request: administrators, where there are none the legal representatives, and the platform where there is nobody. */
export type Deciders = {
  readonly kind: 'administrators' | 'legal-representatives' | 'platform';
  readonly persons: readonly PersonId[];
};

/** Who is asked to decide about a request: never whoever asks, nor who gets it. */
export async function decidersOf({ stores, now }: DeciderContext, request: Asked): Promise<Deciders> {
  const all = await administratorsOf(stores, request.organisation, now);
  const able = all.filter((each) => isForOthers(each, request) && isInScope(each, request));
  const [appointed, byLaw] = [able.filter(({ basis }) => basis !== BY_LAW), able];
  const kind =
    appointed.length > 0 ? 'administrators' : byLaw.length > 0 ? 'legal-representatives' : 'platform';
  const persons = appointed.length > 0 ? appointed : byLaw;
  return { kind, persons: persons.map(({ person }) => person) };
}

/** Those above them, who are told when nobody decides: legal representatives and head administrators. */
export async function headsOf({ stores, now }: DeciderContext, request: Asked): Promise<readonly PersonId[]> {
  const all = await administratorsOf(stores, request.organisation, now);
  return all
    .filter(({ basis }) => basis === BY_LAW || basis === 'head-local-administrator')
    .filter((each) => isForOthers(each, request))
    .map(({ person }) => person);
}

/** The administrators of the platform, who are told of what came to them: never whoever asks, nor who gets it. */
export async function platformOf(
  { stores, now }: DeciderContext,
  request: Asked,
): Promise<readonly PersonId[]> {
  const all = await stores.orphans.caretakers(now);
  return all.filter((person) => isForOthers({ person }, request));
}

/**
 * As what somebody decides about a request at this moment; `null` where they do not: out of their scope, or their own. Where a first
 * administrator asks another to confirm, one human is not two. Whoever acts as staff decides for the platform, and never as what they are in
 * the organisation besides.
 */
export async function deciderAt(
  context: DeciderContext,
  by: Pick<ActingPerson, 'person' | 'authority'>,
  request: Asked & Pick<AccessRequest, 'escalation'>,
): Promise<Decider | null> {
  if (!isForOthers(by, request)) return null;
  switch (by.authority.kind) {
    case 'administrator':
      return administratorFor(context, by.person, request);
    case 'staff':
      return (await mayForPlatform(context, by, request)) ? platformFor(context, by.person, request) : null;
  }
}

async function administratorFor(
  { stores, now }: DeciderContext,
  person: PersonId,
  request: Asked,
): Promise<Administrator | null> {
  const administrator = await administratorAt(stores, person, request.organisation, now);
  return administrator !== null && isInScope(administrator, request) ? administrator : null;
}

/** The platform decides in the place of an organisation only about what came to it, and by whoever administers it now. */
async function mayForPlatform(
  { stores, now }: DeciderContext,
  by: Pick<ActingPerson, 'person' | 'authority'>,
  { escalation }: Pick<AccessRequest, 'escalation'>,
): Promise<boolean> {
  if (escalation !== 'platform' || !mayActIn('platform', by)) return false;
  return (await stores.orphans.caretakers(now)).includes(by.person);
}

async function platformFor(
  { stores }: DeciderContext,
  person: PersonId,
  request: Asked,
): Promise<Decider | null> {
  const organisation = await stores.organisations.find(request.organisation);
  return organisation && { basis: 'platform', person, organisation };
}

const BY_LAW = 'legal-representative';

function isForOthers(by: Pick<Administrator, 'person'>, { person, askedBy }: Asked): boolean {
  return !isOneself(by, person) && !isOneself(by, askedBy);
}

function isInScope(administrator: Administrator, { organisation, wish }: Asked): boolean {
  const unit = { unit: organisation };
  return covers(
    administrator,
    wish.kind === 'work-relation' ? unit : { ...unit, application: wish.application },
  );
}
