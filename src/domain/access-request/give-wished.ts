import { holds } from '../../base/time.ts';
import type { ActingPerson } from '../acting/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { type GivingRefusal, giveForPlatform, giveRights } from '../user-rights/index.ts';
import {
  addRelation,
  beginRelation,
  type RelationFault,
  type RelationType,
  ruleOf,
  type WishedRelation,
} from '../work-relation/index.ts';
import type { Decider } from './deciders.ts';
import type { AccessRequest, RequestDecision } from './model.ts';
import type { RequestContext } from './world.ts';

export const givingNeeds = ['heldAccess', 'orphans', ...addRelation.needs, ...giveRights.needs] as const;

/** As what an asker works there from now on, who does not yet. */
export type AskerAtWork = Pick<WishedRelation, 'type' | 'email' | 'phone' | 'jobTitle'>;

export type GiveWished = {
  readonly by: ActingPerson;
  readonly decider: Decider;
  readonly request: AccessRequest;
  /** `null` where a work relation alone is given. */
  readonly given: RequestDecision['given'];
  readonly relation: AskerAtWork;
};

export type GaveWished =
  | { readonly kind: 'given' }
  /** Another administrator has to agree: they are to be asked, and the request waits on. */
  | { readonly kind: 'needs-second'; readonly relation: string }
  | { readonly kind: 'wrong'; readonly faults: readonly RelationFault[] };

/** Thrown to undo all that was done: the right cannot be given, after the work relation was. */
export class NotGiven extends Error {
  override readonly name = 'NotGiven';
  readonly refusals: readonly GivingRefusal[];
  constructor(refusals: readonly GivingRefusal[]) {
    super('what was asked for cannot be given');
    this.refusals = refusals;
  }
}

/** Gives what was decided: a work relation where the person has none, and the right on it. Nothing where the relation is not allowed so. */
export async function giveWished(
  context: RequestContext<typeof givingNeeds>,
  asked: GiveWished,
): Promise<GaveWished> {
  const { by, decider, request, given } = asked;
  const found = await relationFor(context, asked);
  if (found.kind === 'wrong') return found;
  if (given === null) return { kind: 'given' };
  const { application, ...right } = given;
  const wished = {
    ...{ by, relation: found.relation, application, rights: [right] },
    ...{ reason: by.reason, language: request.language },
    ...(request.wish.kind === 'second-administrator' && { first: request.askedBy }),
  };
  const gave =
    decider.basis === 'platform'
      ? await giveForPlatform(context, wished, (first) => mayWishFirst(context, first))
      : await giveRights(context, { ...wished, as: 'request' });
  if (gave.kind === 'refused') throw new NotGiven(gave.refusals);
  return gave.kind === 'given' ? gave : { kind: 'needs-second', relation: found.relation };
}

type Found =
  | { readonly kind: 'relation'; readonly relation: string }
  | { readonly kind: 'wrong'; readonly faults: readonly RelationFault[] };

/** The work relation that the person has there, or the one that they get. */
async function relationFor(
  context: RequestContext<typeof givingNeeds>,
  { by, decider, request, given, relation: asked }: GiveWished,
): Promise<Found> {
  const { stores, now } = context;
  const { person, organisation, language, until } = request;
  const held = await stores.heldAccess.of(person, organisation);
  const live = held.find(({ relation }) => holds(relation.validity, now));
  if (live) return { kind: 'relation', relation: live.relation.id };
  const group = decider.organisation.targetGroup;
  // A relation that may not last ends with what it is for.
  const end = isBounded(group, asked.type) ? (given?.until ?? until) : null;
  const wished = { ...asked, from: null, until: end };
  const added =
    decider.basis === 'platform'
      ? await beginRelation(
          context,
          { by, person, wished, language },
          { organisation: decider.organisation, authority: decider.basis },
        )
      : await addRelation(context, { by, person, organisation, language, wished, as: 'request' });
  switch (added.kind) {
    case 'added':
      return { kind: 'relation', relation: added.relation };
    case 'already':
      return { kind: 'relation', relation: added.relation.relation };
    case 'wrong':
      return added;
    case 'organisation-ended':
    case 'not-allowed':
      throw new Error('whoever decides about a request may not add whom it is about');
  }
}

/** Whether whoever of the platform wished a right first, which two must agree to, still administers it. */
async function mayWishFirst(
  { stores, now }: RequestContext<typeof givingNeeds>,
  first: PersonId,
): Promise<boolean> {
  return (await stores.orphans.caretakers(now)).includes(first);
}

function isBounded(group: Organisation['targetGroup'], type: RelationType | null): boolean {
  const rule = type === null ? null : ruleOf(group, type);
  return rule !== null && rule.mostDays !== null;
}
