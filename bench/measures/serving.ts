import { openBrowser } from '../browser.ts';
import { freePort } from '../processes/measured.ts';
import type { Figure, Section } from '../report.ts';
import { format } from '../report.ts';
import { oneOf, openVisitor } from '../world/known-login.ts';
import { startPlatform, type World } from '../world/open-world.ts';
import { applications } from '../world/people.ts';
import { walkInWaves } from '../world/waves.ts';
import { median } from './known-login.ts';

const STARTS = 5;
const MOST_SECONDS_TO_READY = 1.5;
const MOST_MEGABYTES = 350;
const AT_A_TIME = 20;
const MOST_GROWTH = 1.05;
const MEGABYTE = 1_000_000;

/** How soon a second `serve` is ready on the running database; the quickest of some starts, as others share the machine. */
export async function measureStart(world: World): Promise<Section> {
  const starts: { wall: number; cpu: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const port = await freePort();
    const began = performance.now();
    const platform = await startPlatform({ ...world.environment, SLUIS_PORT: String(port) });
    const ready = await openBrowser().get(`http://localhost:${port}/health/ready`);
    const wall = (performance.now() - began) / 1000;
    if (ready.status !== 200) throw new Error(`not ready after the start: ${ready.status}`);
    starts.push({ wall, cpu: (await platform.usage()).cpu / 1000 });
    await platform.stop();
  }
  const all = starts.map(({ wall }) => format(wall)).join(', ');
  return {
    title: 'Start of a process on a running database',
    figures: [
      {
        name: 'from nothing to the first answer of /health/ready',
        value: Math.min(...starts.map(({ wall }) => wall)),
        unit: 's',
        limit: { most: MOST_SECONDS_TO_READY },
        note: `quickest of ${all}`,
      },
      { name: 'CPU of it', value: median(starts.map(({ cpu }) => cpu)), unit: 's', limit: null },
    ],
  };
}

/** Logins for so many seconds without a pause: the most memory, and whether it stays the same from the second quarter to the last. */
export async function measureLoad(world: World, seconds: number): Promise<Section> {
  const samples: { at: number; rss: number; heap: number }[] = [];
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  let logins = 0;
  while (elapsed() < seconds) {
    const visitors = Array.from({ length: AT_A_TIME }, (_, index) =>
      openVisitor(world, applications.RS256, oneOf(world.people.one, logins + index)),
    );
    await walkInWaves(visitors);
    logins += AT_A_TIME;
    const { rss } = await world.platform.usage();
    const { heap } = await world.platform.usage('collect');
    samples.push({ at: elapsed(), rss, heap });
  }
  const part = (from: number, to: number) =>
    samples.filter(({ at }) => at >= from * seconds && at < to * seconds);
  const early = median(part(0.25, 0.5).map(({ heap }) => heap));
  const late = median(part(0.75, 2).map(({ heap }) => heap));
  const most = Math.max(...samples.map(({ rss }) => rss)) / MEGABYTE;
  const figures: readonly Figure[] = [
    { name: 'most resident memory', value: most, unit: 'MB', limit: { most: MOST_MEGABYTES } },
    {
      name: 'live memory in the last quarter ÷ in the second',
      value: late / early,
      unit: 'ratio',
      limit: { most: MOST_GROWTH },
      note: `${format(late / MEGABYTE)} against ${format(early / MEGABYTE)} MB`,
    },
  ];
  return { title: `Load: ${logins} logins in ${format(elapsed())} s`, figures };
}
