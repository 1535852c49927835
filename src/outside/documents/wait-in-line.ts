/** Lets so many work at once and so many wait; whoever comes beyond that gets `null` at once. */
export type Line = { run<Answer>(work: () => Promise<Answer>): Promise<Answer | null> };

export function openLine(atOnce: number, mostWaiting: number): Line {
  const waiting: (() => void)[] = [];
  let working = 0;
  const enter = async () => {
    if (working < atOnce) working += 1;
    // Whoever leaves hands its place on, so the count stays.
    else await new Promise<void>((go) => waiting.push(go));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  };
  return {
    async run(work) {
      if (working === atOnce && waiting.length === mostWaiting) return null;
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
