import { isOneself } from '../acting/index.ts';
import {
  type Administrator,
  administeringNeeds,
  administratorAt,
  administratorsOf,
  covers,
} from '../administration/index.ts';
import type { PersonId } from '../person/index.ts';
import type { AccessRequest } from './model.ts';
import type { RequestContext } from './world.ts';

export const deciderNeeds = administeringNeeds;
type DeciderContext = RequestContext<typeof deciderNeeds>;
type Asked = Pick<AccessRequest, 'organisation' | 'person' | 'askedBy' | 'wish'>;

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

/**
 * As what somebody decides about a request at this moment; `null` where they do not: out of their scope, or their own. Where a first
 * administrator asks another to confirm, one human is not two.
 */
export async function deciderAt(
  { stores, now }: DeciderContext,
  person: PersonId,
  request: Asked,
): Promise<Administrator | null> {
  const administrator = await administratorAt(stores, person, request.organisation, now);
  if (administrator === null || !isForOthers(administrator, request)) return null;
  return isInScope(administrator, request) ? administrator : null;
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
