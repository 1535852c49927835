import { holds } from '../../base/time.ts';
import type { AccessQuestion } from './question.ts';

type WorkQuestion = Pick<AccessQuestion, 'person' | 'ties' | 'at'> & {
  readonly organisation: AccessQuestion['organisation']['id'];
};

/** Whether somebody works for an organisation at a moment, whatever they may do there. */
export function worksFor({ person, ties, organisation, at }: WorkQuestion): boolean {
  return ties.workRelations.some(
    (each) => each.person === person && each.organisation === organisation && holds(each.validity, at),
  );
}
