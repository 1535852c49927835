import type { LegalRepresentation, WorkRelation } from '../organisation/index.ts';
import { type Denial, denialsIn } from './denials.ts';
import { explain, type Fact } from './explain.ts';
import type { UserRight } from './model.ts';
import type { AccessQuestion } from './question.ts';

/** By which a person may act: a right with its contexts and the relation that it hangs on, the law, or the relation alone. */
export type AccessPath =
  | {
      readonly by: 'right';
      readonly right: UserRight;
      readonly relation: WorkRelation;
      /** Those that the application still knows. */
      readonly contexts: readonly string[];
    }
  | { readonly by: 'law'; readonly representation: LegalRepresentation }
  | { readonly by: 'work-relation'; readonly relation: WorkRelation };

export type Decision =
  | {
      readonly kind: 'yes';
      readonly paths: readonly [AccessPath, ...AccessPath[]];
      /** The work relation that the person has there now; whom only the law lets in may have none. */
      readonly relation: WorkRelation | null;
    }
  | {
      readonly kind: 'no';
      /** What stands in the way, nearest to being solved first. */
      readonly denials: readonly [Denial, ...Denial[]];
    };

/** Whether a person may act for an organisation in an application at a moment, by every path there is. Nothing else decides it. */
export function decide(question: AccessQuestion): Decision {
  const facts = explain(question);
  const [first, ...others] = pathsIn(facts);
  if (first === undefined) return { kind: 'no', denials: denialsIn(facts, question.at) };
  const works = facts.find((each) => each.fact === 'work-relation' && each.holds);
  const relation = works?.fact === 'work-relation' ? works.relation : null;
  return { kind: 'yes', paths: [first, ...others], relation };
}

/** Rights come first, then the law, then the relation. */
function pathsIn(facts: readonly Fact[]): readonly AccessPath[] {
  const isSo = (name: Fact['fact']) => facts.some(({ fact, holds }) => fact === name && holds);
  if (!isSo('open') || !isSo('organisation')) return [];
  const holding = facts.filter(({ holds }) => holds);
  const byRight = holding.flatMap((each): AccessPath[] =>
    each.fact === 'right' && each.right !== null && each.standing.kind === 'granted'
      ? [
          {
            by: 'right',
            right: each.right,
            relation: each.standing.relation,
            contexts: each.standing.contexts,
          },
        ]
      : [],
  );
  const byLaw = holding.flatMap((each): AccessPath[] =>
    each.fact === 'law' && each.representation ? [{ by: 'law', representation: each.representation }] : [],
  );
  const byRelation = holding.flatMap((each): AccessPath[] =>
    each.fact === 'work-relation' && each.relation ? [{ by: 'work-relation', relation: each.relation }] : [],
  );
  return [
    ...byRight,
    ...(isSo('law-is-enough') ? byLaw : []),
    ...(isSo('work-relation-is-enough') ? byRelation : []),
  ];
}
