import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NumberAsk } from '../../src/domain/number-authority/index.ts';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import type { Section } from '../report.ts';
import type { World } from '../world/open-world.ts';

const AGENTS = 8;
const NUMBERS = 1000;
/** One decision in ten is given up at the last moment. */
const GIVEN_UP = 0.1;
/** So many birth dates: agents often want the next number of one series. */
const DAYS = 20;

class GivenUp extends Error {}

/** 1,000 numbers given by 8 agents at once, with decisions given up in between: how fast, and whether all can be explained. */
export async function measureNumberAssignment(world: World): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-numbers-'));
  const database = await startEmbeddedPostgres({ folder });
  let store: Store | null = null;
  try {
    await migrate(database.url, new Date());
    store = await openStore({
      url: database.url,
      keys: world.keys.store,
      poolSize: AGENTS,
      clock: () => new Date(),
    });
    const given: string[] = [];
    const times: number[] = [];
    const began = performance.now();
    const opened = store;
    const left = Array.from({ length: NUMBERS }, (_, index) => index);
    const agent = async () => {
      while (left.pop() !== undefined) given.push(await giveNumber(opened, times));
    };
    await Promise.all(Array.from({ length: AGENTS }, agent));
    const seconds = (performance.now() - began) / 1000;
    const explained = await store.inTransaction(['numbers'], ({ numbers }) => numbers.explain());
    times.sort((one, other) => one - other);
    return {
      title: 'Number assignment',
      figures: [
        {
          name: `${given.length} numbers given by ${AGENTS} agents`,
          value: given.length / seconds,
          unit: '/s',
          limit: null,
          note: `p95 of one decision ${(times[Math.floor(times.length * 0.95)] ?? 0).toFixed(1)} ms`,
        },
        {
          name: 'given twice',
          value: given.length - new Set(given).size,
          unit: 'numbers',
          limit: { most: 0 },
        },
        {
          name: 'counters that nothing explains',
          value: explained.holes + explained.beyond + Math.abs(explained.assigned - given.length),
          unit: 'numbers',
          limit: { most: 0 },
          note: `${explained.series} series`,
        },
      ],
    };
  } finally {
    await store?.close();
    await database.stop();
    rmSync(database.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Decides until a decision stands. */
async function giveNumber(store: Store, times: number[]): Promise<string> {
  for (;;) {
    const began = performance.now();
    try {
      const digits = await store.inTransaction(['numbers'], async ({ numbers }) => {
        const answer = await numbers.assign(someAsk(), { case: randomUUID(), at: new Date() });
        if (answer.kind === 'exhausted') throw new Error('20 days cannot be used up by 1,000 numbers');
        if (Math.random() < GIVEN_UP) throw new GivenUp();
        return answer.number.digits.reveal();
      });
      times.push(performance.now() - began);
      return digits;
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
    }
  }
}

function someAsk(): NumberAsk {
  const day = 1 + Math.floor(Math.random() * DAYS);
  const sex = ([null, 'female', 'male'] as const)[Math.floor(Math.random() * 3)] ?? null;
  return { birthDate: { year: 1985, month: 7, day }, sex };
}
