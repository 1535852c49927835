import type { Language } from '../../base/language.ts';
import { holds } from '../../base/time.ts';
import { tellingNeeds, writeToPerson } from '../account-keys/index.ts';
import type { ActingPerson } from '../acting/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { checkRelation, type RelationFault, type WishedRelation } from './check-relation.ts';
import type { WorkRelationId } from './model.ts';
import type { PersonAtWork } from './ports.ts';
import { act, powerNeeds, powerOver, trace, tracingNeeds, valuesOf, type WorkContext } from './world.ts';

export type AddRelation = {
  /** An administrator of the organisation. */
  readonly by: ActingPerson;
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly wished: WishedRelation;
  /** Where it comes from, when not from the administrator alone. */
  readonly as?: 'invitation' | 'request';
  /** In which the person is written to where nothing else is known. */
  readonly language: Language;
};

export type AddedRelation =
  | { readonly kind: 'added'; readonly relation: WorkRelationId }
  /** They work there already, or will: nothing changes. */
  | { readonly kind: 'already'; readonly relation: PersonAtWork }
  | { readonly kind: 'wrong'; readonly faults: readonly RelationFault[] }
  | { readonly kind: 'organisation-ended' }
  | { readonly kind: 'not-allowed' };

export const beginningNeeds = ['people', ...tracingNeeds, ...tellingNeeds] as const;

/** Somebody works for an organisation from now on, or from a day to come, by the decision of an administrator; they are told by whom. */
export const addRelation = act(
  [...powerNeeds, ...beginningNeeds],
  async (context, asked: AddRelation): Promise<AddedRelation> => {
    const power = await powerOver(context, asked.by, asked.organisation);
    if (power === null) return { kind: 'not-allowed' };
    return beginRelation(context, asked, {
      organisation: power.organisation,
      authority: asked.as ?? power.basis,
    });
  },
);

/** The same by whoever was found to have the power: what lets them, and for which organisation. */
export async function beginRelation(
  context: WorkContext<typeof beginningNeeds>,
  { by, person, wished, language }: Omit<AddRelation, 'organisation' | 'as'>,
  { organisation, authority }: { readonly organisation: Organisation; readonly authority: string },
): Promise<Exclude<AddedRelation, { kind: 'not-allowed' }>> {
  const { stores, world, now } = context;
  if (!holds(organisation.validity, now)) return { kind: 'organisation-ended' };
  const checked = checkRelation(wished, { group: organisation.targetGroup, at: now });
  if (checked.kind === 'wrong') return checked;
  const already = await stores.people.holdOf(person, organisation.id, now);
  if (already !== null) return { kind: 'already', relation: already };
  const { details } = checked;
  const relation = world.randomness.uuid() as WorkRelationId;
  const added = { by: by.person, as: authority };
  await stores.people.add({ id: relation, person, organisation: organisation.id, ...details, added });
  const reference = await trace(context, by, {
    organisation: organisation.id,
    person,
    authority,
    changes: [{ subject: { kind: 'relation', id: relation }, kind: 'added', after: valuesOf(details) }],
    event: {
      kind: 'work-relation.added',
      details: { relation, organisation: organisation.id, type: details.type, as: authority },
    },
  });
  const known = await stores.persons.find(person);
  if (known === null) throw new Error('somebody who works is not there');
  const values = {
    name: `${known.givenNames} ${known.familyName}`.trim(),
    ...{ organisation: organisation.name, by: by.name, reference },
    link: `${world.settings.sender.origin}/account/access`,
  };
  await writeToPerson(context, person, { content: { template: 'work-begun', values }, language });
  return { kind: 'added', relation };
}
