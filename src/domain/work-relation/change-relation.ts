import { dayOf } from '../../base/calendar.ts';
import type { ActingPerson } from '../acting/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import { checkRelation, type RelationFault, type WishedRelation } from './check-relation.ts';
import type { WorkRelationId } from './model.ts';
import type { PersonAtWork } from './ports.ts';
import { act, powerNeeds, powerOver, trace, tracingNeeds, valuesOf } from './world.ts';

export type ChangeRelation = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  readonly relation: WorkRelationId;
  /** Of the relation as it was shown: what somebody else changed since is not written over. */
  readonly version: number;
  readonly wished: WishedRelation;
};

export type ChangedRelation =
  | { readonly kind: 'changed' }
  | { readonly kind: 'wrong'; readonly faults: readonly RelationFault[] }
  /** How it is by now. */
  | { readonly kind: 'changed-meanwhile'; readonly now: PersonAtWork }
  | { readonly kind: 'ended' | 'unknown' | 'not-allowed' };

/** Changes what is known of somebody at work: the kind of their relation, its days, how they are reached. A first day that is past stays. */
export const changeRelation = act(
  ['people', ...powerNeeds, ...tracingNeeds],
  async (
    context,
    { by, organisation, relation, version, wished }: ChangeRelation,
  ): Promise<ChangedRelation> => {
    const { stores, now } = context;
    const power = await powerOver(context, by, organisation);
    if (power === null) return { kind: 'not-allowed' };
    const former = await stores.people.find(organisation, relation);
    if (former === null) return { kind: 'unknown' };
    if (former.validity.until !== null && former.validity.until <= now) return { kind: 'ended' };
    if (former.version !== version) return { kind: 'changed-meanwhile', now: former };
    const hasBegun = former.validity.from <= now || wished.from === dayOf(former.validity.from);
    const checked = checkRelation(wished, {
      group: power.organisation.targetGroup,
      at: now,
      standing: hasBegun ? former.validity : null,
    });
    if (checked.kind === 'wrong') return checked;
    const { details } = checked;
    if (!(await stores.people.change(relation, version, details))) {
      const meanwhile = await stores.people.find(organisation, relation);
      return meanwhile === null ? { kind: 'unknown' } : { kind: 'changed-meanwhile', now: meanwhile };
    }
    await trace(context, by, {
      organisation,
      person: former.person,
      authority: power.basis,
      changes: [{ subject: { kind: 'relation', id: relation }, kind: 'changed', after: valuesOf(details) }],
      event: {
        kind: 'work-relation.changed',
        details: { relation, organisation, type: details.type, as: power.basis },
      },
    });
    return { kind: 'changed' };
  },
);
