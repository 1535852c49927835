import { afterOthers } from '../../../base/changed-meanwhile.ts';

/** An act as it is handed out: bound to its world. */
export type Run<Asked, Answer> = (asked: Asked) => Promise<Answer>;

/** Who comes second does it once more, on what the first one left: a version that was seen before tells them so. */
export function changing<Asked, Answer>(run: Run<Asked, Answer>): Run<Asked, Answer> {
  return (asked) => afterOthers(() => run(asked));
}
