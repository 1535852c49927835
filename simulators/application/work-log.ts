import type { ApplicationDescription, Visitor } from './model.ts';

/** One thing done in an application. */
export type DoneWork = {
  readonly reference: string;
  readonly line: string;
  readonly by: string;
  readonly owner: string;
};

/** What was done for each organisation, or by each person who acts for nobody else. Newest first. */
export type WorkLog = {
  of(visitor: Visitor): readonly DoneWork[];
  add(visitor: Visitor, line: string): void;
};

const MOST = 500;

/** Opens an empty log in memory; references look like `KLIP-00001`. */
export function openWorkLog(description: ApplicationDescription): WorkLog {
  const all: DoneWork[] = [];
  let count = 0;
  return {
    of: (visitor) => all.filter((each) => each.owner === ownerOf(visitor)),
    add(visitor, line) {
      count += 1;
      const reference = `${description.name}-${String(count).padStart(5, '0')}`;
      all.unshift({ reference, line, by: visitor.name, owner: ownerOf(visitor) });
      all.length = Math.min(all.length, MOST);
    },
  };
}

function ownerOf(visitor: Visitor): string {
  return visitor.organisation?.code ?? `${visitor.targetGroup ?? 'BUR'}:${visitor.subject}`;
}
