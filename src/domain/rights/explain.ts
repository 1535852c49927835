import { holds, overlap, type Validity } from '../../base/time.ts';
import type { LegalRepresentation, Organisation, WorkRelation } from '../organisation/index.ts';
import type { UserRight } from './model.ts';
import type { AccessQuestion } from './question.ts';

/** How one user right stands at one moment, and since or from when. */
export type RightStanding =
  | {
      readonly kind: 'granted';
      readonly relation: WorkRelation;
      /** Those that the application still knows. */
      readonly contexts: readonly string[];
    }
  | { readonly kind: 'ended'; readonly on: Date }
  | { readonly kind: 'not-yet'; readonly from: Date }
  | { readonly kind: 'context-missing' }
  /** The application does not define this right any more. */
  | { readonly kind: 'not-defined' }
  /** It hangs on no work relation of this person with this organisation. */
  | { readonly kind: 'without-relation' };

/**
 * One thing that access rests on, and whether it holds at that moment. Of relations, rights and representations there is a fact for
 * each, ended and coming ones too, and one with `null` where there is none at all.
 */
export type Fact = { readonly holds: boolean } & (
  | { readonly fact: 'open' }
  | { readonly fact: 'organisation'; readonly organisation: Organisation }
  | { readonly fact: 'work-relation'; readonly relation: WorkRelation | null }
  | { readonly fact: 'work-relation-is-enough' }
  | { readonly fact: 'right'; readonly right: UserRight; readonly standing: RightStanding }
  | { readonly fact: 'right'; readonly right: null }
  | { readonly fact: 'law'; readonly representation: LegalRepresentation | null }
  | { readonly fact: 'law-is-enough' }
);

/**
 * Everything that decides whether a person may act for an organisation, in the order in which one would check it: the application is
 * open to it, it exists, and then a right, or a work relation or the law where that is enough. `decide` draws its answer from these.
 */
export function explain(question: AccessQuestion): readonly Fact[] {
  const { person, ties, application, organisation, at } = question;
  const isHere = (tie: { readonly person: string; readonly organisation: string }) =>
    tie.person === person && tie.organisation === organisation.id;
  const relations = ties.workRelations.filter(isHere);
  const representations = ties.representations.filter(isHere);
  const rights = ties.rights.filter(
    (each) => each.organisation === organisation.id && each.application === application.id,
  );
  const isNow = (tie: { readonly validity: Validity }) => holds(tie.validity, at);
  return [
    {
      fact: 'open',
      holds: application.openTo.some(({ targetGroup }) => targetGroup === organisation.targetGroup),
    },
    { fact: 'organisation', holds: isNow(organisation), organisation },
    ...orNone(relations).map(
      (relation): Fact => ({
        fact: 'work-relation',
        holds: relation !== null && isNow(relation),
        relation,
      }),
    ),
    { fact: 'work-relation-is-enough', holds: !application.rightRequired },
    ...rightFacts(rights, relations, question),
    ...orNone(representations).map(
      (representation): Fact => ({
        fact: 'law',
        holds: representation !== null && isNow(representation),
        representation,
      }),
    ),
    { fact: 'law-is-enough', holds: application.openToLegalRepresentatives },
  ];
}

function orNone<Each>(all: readonly Each[]): readonly (Each | null)[] {
  return all.length === 0 ? [null] : all;
}

function rightFacts(
  rights: readonly UserRight[],
  relations: readonly WorkRelation[],
  question: AccessQuestion,
): readonly Fact[] {
  if (rights.length === 0) return [{ fact: 'right', holds: false, right: null }];
  const byId = new Map(relations.map((each) => [each.id, each]));
  return rights.map((right): Fact => {
    const standing = standingOf(right, byId.get(right.workRelation), question);
    return { fact: 'right', holds: standing.kind === 'granted', right, standing };
  });
}

/** A right lives no longer than its work relation and its organisation. */
function standingOf(
  { right, contexts: given, validity: own }: UserRight,
  relation: WorkRelation | undefined,
  { application, organisation, at }: AccessQuestion,
): RightStanding {
  const definition = application.rights.find(({ code }) => code === right);
  if (!definition) return { kind: 'not-defined' };
  if (!relation) return { kind: 'without-relation' };
  const validity = [relation.validity, organisation.validity].reduce(overlap, own);
  if (validity.until !== null && validity.until <= at) return { kind: 'ended', on: validity.until };
  if (!holds(validity, at)) return { kind: 'not-yet', from: validity.from };
  const contexts = given.filter((context) => definition.contexts.includes(context));
  if (definition.contextRequired && contexts.length === 0) return { kind: 'context-missing' };
  return { kind: 'granted', relation, contexts };
}
