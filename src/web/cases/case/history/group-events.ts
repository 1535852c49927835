import type { CaseActor, CaseEvent } from '../../../../domain/casework/index.ts';

/** An event, and how often it happened in a row, since when. */
export type EventGroup = { readonly event: CaseEvent; readonly times: number; readonly firstAt: Date };

/**
 * The timeline, newest first. Looking at the candidates comes with every page of a decision, and a page of a document with every look at it: in a row by one agent it is told
 * once, with how often. All of them stay in the trail.
 */
export function groupEvents(events: readonly CaseEvent[]): readonly EventGroup[] {
  const oldestFirst = events
    .map((event, index) => ({ event, index }))
    .sort((one, other) => one.event.at.getTime() - other.event.at.getTime() || one.index - other.index);
  const groups: EventGroup[] = [];
  for (const { event } of oldestFirst) {
    const last = groups.at(-1);
    if (last && isAgain(last.event, event))
      groups[groups.length - 1] = { ...last, event, times: last.times + 1 };
    else groups.push({ event, times: 1, firstAt: event.at });
  }
  return groups.reverse();
}

function isAgain(one: CaseEvent, next: CaseEvent): boolean {
  if (next.kind !== one.kind || !isSame(one.by, next.by)) return false;
  if (one.kind === 'candidates-viewed') return one.details.found === next.details.found;
  const { document, page } = one.details;
  return one.kind === 'document-viewed' && document === next.details.document && page === next.details.page;
}

function isSame(one: CaseActor, other: CaseActor): boolean {
  return one.kind === other.kind && 'person' in one && 'person' in other && one.person === other.person;
}
