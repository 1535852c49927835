import { caseworkApplicationId, staffRightCodes } from '../../domain/staff/index.ts';
import type { Store } from '../../store/index.ts';
import { type Finding, ok, warn } from './check.ts';

/** Whether mail arrives, and whether there are agents enough for four eyes. */
export async function checkCasework(store: Store, now: Date): Promise<readonly Finding[]> {
  return [judgeMail(await store.outbox.countsByState()), judgeAgents(await countAgents(store, now))];
}

function judgeMail({
  waiting,
  stuck,
  bounced,
}: {
  waiting: number;
  stuck: number;
  bounced: number;
}): Finding {
  if (stuck + bounced === 0) return ok('mail sent', `${waiting} waiting, none stuck or returned`);
  const text = `${stuck} stuck, ${bounced} returned, ${waiting} waiting.`;
  return warn('mail sent', text, 'sluis mail list says which and why; sluis mail retry puts one back.');
}

async function countAgents(store: Store, now: Date): Promise<number> {
  return store.inTransaction(async ({ caseLists }) => {
    const agents = await Promise.all(
      (['case-agent', 'case-lead'] as const).map((right) =>
        caseLists.agents(caseworkApplicationId, staffRightCodes[right], now),
      ),
    );
    return new Set(agents.flat().map(({ person }) => person)).size;
  });
}

function judgeAgents(count: number): Finding {
  if (count >= 2) return ok('agents', `${count} handle requests for a number`);
  // An installation without casework is sound; one agent alone can give nobody a number.
  if (count === 0) return ok('agents', 'none yet: sluis staff import makes them');
  const next = 'A new number needs two: sluis staff import (docs/how-to/set-up-casework.md).';
  return warn('agents', 'one person handles requests for a number alone.', next);
}
