import type { Actor } from '../audit/index.ts';
import { endPerson } from './end-person.ts';
import type { RegisterNews } from './ports.ts';
import { replaceNumber } from './replace-number.ts';
import { act } from './world.ts';

export type FollowRegister = {
  readonly news: RegisterNews;
  readonly by: Extract<Actor, { kind: 'operator' }>;
};

/** The people behind the numbers follow what the register tells of them; how many did. What a file does not tell is not counted. */
export const followRegister = act(
  [...replaceNumber.needs, ...endPerson.needs],
  async (context, { news, by }: FollowRegister): Promise<Readonly<Record<string, number>>> => {
    const counts = { replaced: 0, ended: 0, joinsProposed: 0 };
    for await (const { old, current } of news.replacements()) {
      const outcome = await replaceNumber(context, { old, current, by });
      if (outcome.kind === 'replaced') counts.replaced += 1;
      if ('join' in outcome && outcome.join !== null) counts.joinsProposed += 1;
    }
    for await (const number of news.endings())
      if ((await endPerson(context, { number, by })) !== null) counts.ended += 1;
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  },
);
