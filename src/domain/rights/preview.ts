import { overlap } from '../../base/time.ts';
import type { WorkRelation } from '../organisation/index.ts';
import { type Decision, decide } from './decide.ts';
import type { UserRight } from './model.ts';
import type { PersonTies } from './ports.ts';
import type { AccessQuestion } from './question.ts';

/** What somebody thinks of changing. Ending says the moment, which never prolongs; what is put replaces what has the same id. */
export type TiesChange =
  | { readonly kind: 'put-right'; readonly right: UserRight }
  | { readonly kind: 'end-right'; readonly right: string; readonly at: Date }
  | { readonly kind: 'put-relation'; readonly relation: WorkRelation }
  | { readonly kind: 'end-relation'; readonly relation: string; readonly at: Date };

/** What a person may do before some changes and after them, decided by the same rules; nothing is changed by looking. */
export function preview(
  question: AccessQuestion,
  changes: readonly TiesChange[],
): { readonly before: Decision; readonly after: Decision } {
  const ties = changes.reduce(changed, question.ties);
  return { before: decide(question), after: decide({ ...question, ties }) };
}

function changed(ties: PersonTies, change: TiesChange): PersonTies {
  const { rights, workRelations } = ties;
  switch (change.kind) {
    case 'put-right':
      return { ...ties, rights: [...rights.filter(({ id }) => id !== change.right.id), change.right] };
    case 'end-right':
      return { ...ties, rights: ended(rights, change.right, change.at) };
    case 'put-relation': {
      const others = workRelations.filter(({ id }) => id !== change.relation.id);
      return { ...ties, workRelations: [...others, change.relation] };
    }
    case 'end-relation':
      return { ...ties, workRelations: ended(workRelations, change.relation, change.at) };
  }
}

function ended<Each extends UserRight | WorkRelation>(all: readonly Each[], id: string, at: Date): Each[] {
  return all.map((each) =>
    each.id === id
      ? { ...each, validity: overlap(each.validity, { from: each.validity.from, until: at }) }
      : each,
  );
}
