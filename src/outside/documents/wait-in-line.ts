/**
 * Lets so many work at once and so many wait; whoever comes beyond that gets `null` at once. Of those who wait, somebody who has
 * nothing at work yet is next, so that nobody holds all places.
 */
export type WaitingLine = { run<Answer>(who: string, work: () => Promise<Answer>): Promise<Answer | null> };

export type LineBounds = { readonly atOnce: number; readonly waiting: number; readonly waitingEach: number };

export function openLine({ atOnce, waiting: mostWaiting, waitingEach }: LineBounds): WaitingLine {
  const waiting: { readonly who: string; go(): void }[] = [];
  const working: string[] = [];
  const leave = (who: string) => {
    working.splice(working.indexOf(who), 1);
    const fresh = waiting.findIndex((each) => !working.includes(each.who));
    const [next] = waiting.splice(Math.max(fresh, 0), 1);
    if (!next) return;
    working.push(next.who);
    next.go();
  };
  return {
    async run(who, work) {
      if (working.length < atOnce) working.push(who);
      else if (
        waiting.length >= mostWaiting ||
        waiting.filter((each) => each.who === who).length >= waitingEach
      )
        return null;
      else await new Promise<void>((go) => waiting.push({ who, go }));
      try {
        return await work();
      } finally {
        leave(who);
      }
    },
  };
}
