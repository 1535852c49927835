import type { DutyTroubles } from '../../base/duty.ts';
import { agents } from '../../domain/casework/index.ts';
import type { MailCounts } from '../../domain/notification/index.ts';
import type { Store } from '../../store/index.ts';
import { type Finding, ok, warn } from './check.ts';

/** Whether mail arrives, and whether there are agents enough for four eyes. */
export async function checkCasework(store: Store, now: Date): Promise<readonly Finding[]> {
  const handling = await store.inTransaction(['caseLists'], (stores) => agents({ stores, now }));
  return [
    judgeMail(await store.outbox.countsByState(now)),
    judgeDuties(await store.duties.troubles()),
    judgeAgents(handling.length),
  ];
}

function judgeMail({ waiting, stuck, bounced }: MailCounts): Finding {
  if (stuck + bounced === 0) return ok('mail sent', `${waiting} waiting, none stuck or returned`);
  const text = `${stuck} stuck, ${bounced} returned, ${waiting} waiting.`;
  return warn(
    'mail sent',
    text,
    'bin/sluis mail list says which and why; bin/sluis mail retry puts one back.',
  );
}

function judgeDuties({ failing, casesAside, jobsAside }: DutyTroubles): Finding {
  if (failing.length + casesAside + jobsAside === 0) return ok('duties', 'nothing was left undone');
  const told = [
    ...failing.map(({ name, failures }) => `${name} failed ${failures} times`),
    ...(casesAside > 0 ? [`${casesAside} cases set aside`] : []),
    ...(jobsAside > 0 ? [`${jobsAside} jobs set aside`] : []),
  ];
  return warn(
    'duties',
    `${told.join(', ')}.`,
    'The log of bin/sluis work names the error of each; mend its cause, and it is tried again within the hour. bin/sluis mail retry puts a job back.',
  );
}

function judgeAgents(count: number): Finding {
  if (count >= 2) return ok('agents', `${count} handle requests for a number`);
  // An installation without casework is sound; one agent alone can give nobody a number.
  if (count === 0)
    return ok(
      'agents',
      'none today: bin/sluis staff invite asks somebody, and bin/sluis staff import gives the right, which holds from its valid_from on',
    );
  const next = 'A new number needs two: bin/sluis staff import (docs/how-to/set-up-casework.md).';
  return warn('agents', 'one person handles requests for a number alone.', next);
}
