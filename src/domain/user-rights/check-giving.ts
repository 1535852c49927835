import { dayOf, endOfDay, startOfDay } from '../../base/calendar.ts';
import type { Validity } from '../../base/time.ts';
import { type Administrator, covers } from '../administration/index.ts';
import {
  type Application,
  type ApplicationId,
  excludesEachOther,
  findRight,
  isOffered,
  latestDayOf,
  type OfferedOrganisation,
  type RightDefinition,
  type RightName,
} from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { GivingRefusal, RightHeld, WishedRight } from './model.ts';

/** What an application says of its rights, as giving them needs it. */
export type GivingCatalogue = Pick<Application, 'id' | 'protocol' | 'openTo' | 'rights'>;

/** Who would give: as what they administer now, and whether it is to themselves. */
export type Giver = {
  readonly administrator: Pick<Administrator, 'person' | 'scope'> & {
    readonly basis: Administrator['basis'] | 'platform';
  };
  readonly to: PersonId;
};

/** Rights of one application that somebody should get, with all by which that is judged. */
export type GivingQuestion = {
  readonly application: GivingCatalogue;
  /** Of the applications in which they have rights: what excludes what may stand there. */
  readonly others: readonly GivingCatalogue[];
  readonly organisation: OfferedOrganisation & { readonly id: OrganisationId };
  /** The work relation on which the rights would hang. */
  readonly relation: { readonly validity: Validity };
  /** What the relation holds that is not over. */
  readonly held: readonly RightHeld[];
  readonly wished: readonly WishedRight[];
  /** `null` where no administrator gives: an operator's import, or the platform. */
  readonly giver: Giver | null;
  readonly at: Date;
};

/**
 * Why these rights cannot be given, all reasons at once; none when they can. The one place where that is decided: for the wizard, for
 * requests, for what waits with an invitation, and for imports.
 */
export function checkGiving(question: GivingQuestion): readonly GivingRefusal[] {
  const { giver, organisation, application, relation, at, wished } = question;
  if (giver !== null && !covers(giver.administrator, { unit: organisation.id, application: application.id }))
    return [{ kind: 'not-in-scope' }];
  if (relation.validity.until !== null && relation.validity.until <= at) return [{ kind: 'relation-ended' }];
  return wished.flatMap((each, place) => {
    const definition = findRight(application, each.right);
    if (definition === null || !isOffered(definition, application, organisation))
      return [{ kind: 'not-offered', right: each.right } as const];
    if (wished.slice(0, place).some(({ right }) => right === each.right))
      return [{ kind: 'twice', right: each.right } as const];
    return [
      ...ofGiver(giver, definition),
      ...ofContexts(definition, each),
      ...ofPeriod(definition, each, at),
      ...ofHeld(question, definition, each),
      ...ofExclusions(question, each, place),
    ];
  });
}

/**
 * A legal representative and a head local administrator may give themselves a right that one may give alone; everybody else asks
 * another administrator.
 */
export function mayGiveTo(
  { administrator, to }: Giver,
  definition: Pick<RightDefinition, 'secondAdministrator'>,
): boolean {
  if (administrator.person !== to) return true;
  const isChief =
    administrator.basis === 'legal-representative' || administrator.basis === 'head-local-administrator';
  return isChief && definition.secondAdministrator !== true;
}

/** The period of a right that is given at this moment. */
export function validityOf({ from, until }: Pick<WishedRight, 'from' | 'until'>, at: Date): Validity {
  const begins = from === undefined ? at : startOfDay(from);
  return { from: begins < at ? at : begins, until: until === null ? null : endOfDay(until) };
}

/** What is wrong with the contexts of a right. */
export function ofContexts(
  definition: Pick<RightDefinition, 'contexts' | 'contextRequired'>,
  { right, contexts }: Pick<WishedRight, 'right' | 'contexts'>,
): readonly Extract<GivingRefusal, { kind: 'context-missing' | 'unknown-context' }>[] {
  const unknown = contexts.filter((each) => !definition.contexts.includes(each));
  if (unknown.length > 0) return [{ kind: 'unknown-context', right, contexts: unknown }];
  return definition.contextRequired && contexts.length === 0 ? [{ kind: 'context-missing', right }] : [];
}

/** What is wrong with the period of a right. */
export function ofPeriod(
  definition: Pick<RightDefinition, 'maxDuration'>,
  { right, from, until }: Pick<WishedRight, 'right' | 'from' | 'until'>,
  at: Date,
): readonly Extract<GivingRefusal, { kind: 'end-in-the-past' | 'too-long' }>[] {
  const today = dayOf(at);
  const begins = from === undefined || from < today ? today : from;
  if (until !== null && until < begins) return [{ kind: 'end-in-the-past', right }];
  const latest = latestDayOf(definition, begins);
  return latest !== null && (until === null || until > latest) ? [{ kind: 'too-long', right, latest }] : [];
}

function ofGiver(giver: Giver | null, definition: RightDefinition): readonly GivingRefusal[] {
  return giver === null || mayGiveTo(giver, definition) ? [] : [{ kind: 'oneself', right: definition.code }];
}

/**
 * Nobody gets what they have: it is extended instead. A right that asks for a second administrator each time is given again for longer,
 * because nobody may extend it alone.
 */
function ofHeld(
  { application, held }: GivingQuestion,
  definition: RightDefinition,
  { right, contexts, until }: WishedRight,
): readonly GivingRefusal[] {
  const same = held.find(
    (each) =>
      each.application === application.id &&
      each.right === right &&
      contexts.every((context) => each.contexts.includes(context)) &&
      (definition.secondAdministrator !== true || lastsAsLong(each.validity.until, until)),
  );
  return same === undefined ? [] : [{ kind: 'already-has', right, until: same.validity.until }];
}

function lastsAsLong(held: Date | null, until: WishedRight['until']): boolean {
  return held === null || (until !== null && held >= endOfDay(until));
}

function ofExclusions(
  { application, others, held, wished }: GivingQuestion,
  { right }: WishedRight,
  place: number,
): readonly GivingRefusal[] {
  const own: RightName = { application: application.id, right };
  const definitionOf = (name: RightName) => definitionIn([application, ...others], name);
  const isInTheWay = (other: RightName) => excludesEachOther(own, other, definitionOf);
  const beside = wished
    .slice(0, place)
    .map((each): RightName => ({ application: application.id, right: each.right }));
  return [
    ...held.filter(isInTheWay).map(({ application, right: code }) => ({
      kind: 'excluded-by' as const,
      right,
      other: { application, right: code },
      isHeld: true,
    })),
    ...beside
      .filter(isInTheWay)
      .map((other) => ({ kind: 'excluded-by' as const, right, other, isHeld: false })),
  ];
}

function definitionIn(
  catalogues: readonly { readonly id: ApplicationId; readonly rights: readonly RightDefinition[] }[],
  { application, right }: RightName,
): RightDefinition | null {
  const catalogue = catalogues.find(({ id }) => id === application);
  return catalogue === undefined ? null : findRight(catalogue, right);
}
