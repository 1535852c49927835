import { schemaSet } from '../src/protocols/saml/schema-set.ts';
import { workOf } from '../src/protocols/saml/work.ts';
import {
  boundOf,
  type DearInput,
  type DearWorld,
  type Gene,
  type Genome,
  genes,
  largest,
  openDearWorld,
  priceOf,
  type Shape,
  seeds,
  shapes,
} from '../test/support/dear-inputs.ts';
import type { Figure, Section } from './report.ts';

const names = Object.keys(genes) as Gene[];
const MILLISECOND = 1000;
/** CPU time is counted in steps; a reading is repeated until it has taken this many microseconds. */
const ENOUGH = 12 * MILLISECOND;
const WARMING = 300;
const KEPT = 6;
const none = Object.fromEntries(names.map((name) => [name, 0])) as Genome;

type Measured = { readonly cost: number; readonly bytes: number; readonly outcome: string };
type Find = Measured & { readonly genome: Genome; readonly score: number };

/**
 * Searches for inputs that are dear to refuse, of each shape in turn: changes a few genes of the best that are known, looks at the work that
 * the result causes, and where that is much, at the CPU time of this thread. Prints the dearest, held against what may be spent on them.
 */
export async function searchDearInputs(minutes: number, say: (line: string) => void): Promise<Section> {
  schemaSet();
  const world = await openDearWorld();
  const end = performance.now() + minutes * 60 * MILLISECOND;
  const searches = await Promise.all(shapes.map(async (shape) => await openSearch(world, shape)));
  let said = performance.now();
  while (performance.now() < end) {
    for (const search of searches) await search.step();
    if (performance.now() - said < 60 * MILLISECOND) continue;
    said = performance.now();
    for (const search of searches) say(search.tell());
  }
  const figures: Figure[] = [];
  for (const search of searches) figures.push(...(await search.figures()));
  const tried = searches.reduce((sum, each) => sum + each.tried(), 0);
  for (const search of searches) say(`${search.shape}: ${JSON.stringify(search.best()?.genome)}`);
  return { title: `Dear inputs: the dearest of ${tried} that were tried in ${minutes} minutes`, figures };
}

async function openSearch(world: DearWorld, shape: Shape) {
  const honestInput = world.honest(shape);
  for (let done = 0; done < WARMING; done += 1) await honestInput.read();
  const honest = await measure(honestInput, 8);
  const honestWork = priceOf(await workOf(world.honest(shape).read));
  const kept: Find[] = [];
  const first = seeds.map((seed): Genome => ({ ...none, ...seed }));
  let tried = 0;
  let mostWork = 0;
  const judge = async (genome: Genome, rounds = 1): Promise<Find> => {
    const input = world.build(shape, genome);
    const measured = await measure(input, rounds);
    return { ...measured, genome, score: measured.cost / boundOf(honest, input.bytes) };
  };
  return {
    shape,
    tried: () => tried,
    best: () => kept[0],
    async step() {
      tried += 1;
      const parent = kept[Math.floor(Math.random() * kept.length)]?.genome;
      const genome = first.pop() ?? (parent && Math.random() < 0.8 ? change(parent) : random());
      const input = world.build(shape, genome);
      if (input.bytes > largest[shape] * 1.5) return;
      const work =
        priceOf(await workOf(input.read)) / boundOf({ cost: honestWork, bytes: honest.bytes }, input.bytes);
      mostWork = Math.max(mostWork, work);
      if (work < mostWork / 2 && Math.random() < 0.6) return;
      const find = await judge(genome);
      // What is accepted is honest, whatever it costs.
      if (find.outcome === 'accepted' || find.outcome === 'authenticated') return;
      kept.push(find);
      kept.sort((one, other) => other.score - one.score);
      kept.splice(KEPT);
    },
    tell: () =>
      `${shape}: ${tried} tried; dearest ${((kept[0]?.cost ?? 0) / MILLISECOND).toFixed(2)} ms of CPU for ${kept[0]?.bytes} bytes (${kept[0]?.outcome}), ${(kept[0]?.score ?? 0).toFixed(2)} of what may be spent; work ${mostWork.toFixed(2)}`,
    async figures(): Promise<Figure[]> {
      // Measured once more, since the best of many measurements is the luckiest too.
      const again: Find[] = [];
      for (const find of kept) again.push(await judge(find.genome, 5));
      const dearest = again.toSorted((one, other) => other.score - one.score)[0];
      const slowest = again.toSorted((one, other) => other.cost - one.cost)[0];
      if (!dearest || !slowest) return [];
      return [
        {
          name: `${shape}: CPU to refuse ÷ twice what honest bytes cost`,
          value: dearest.score,
          unit: 'ratio',
          limit: { most: 1 },
          note: `${dearest.bytes} bytes, ${dearest.outcome}`,
        },
        {
          name: `${shape}: CPU of the slowest`,
          value: slowest.cost / MILLISECOND,
          unit: 'ms',
          limit: shape === 'response' ? { most: 5 } : null,
          note: `${slowest.bytes} bytes, ${slowest.outcome}; the honest one ${(honest.cost / MILLISECOND).toFixed(2)} ms for ${honest.bytes}`,
        },
      ];
    },
  };
}

async function measure(input: DearInput, rounds: number): Promise<Measured> {
  const outcome = await input.read();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = cpu();
    let count = 0;
    do {
      await input.read();
      count += 1;
    } while (cpu() - start < ENOUGH);
    best = Math.min(best, (cpu() - start) / count);
  }
  return { cost: best, bytes: input.bytes, outcome };
}

function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function random(): Genome {
  return Object.fromEntries(names.map((name) => [name, Math.random() < 0.4 ? 0 : pick(name)])) as Genome;
}

/** Large and small values alike: what multiplies is often dearest where each count is just within its bound. */
function pick(name: Gene): number {
  const most = genes[name];
  return Math.round(Math.random() < 0.5 ? Math.random() * most : most ** Math.random());
}

function change(genome: Genome): Genome {
  const changed: Record<Gene, number> = { ...genome };
  const count = 1 + Math.floor(Math.random() * 3);
  for (let done = 0; done < count; done += 1) {
    const name = names[Math.floor(Math.random() * names.length)] as Gene;
    const near = Math.round(changed[name] * (0.6 + Math.random() * 0.8)) + (Math.random() < 0.3 ? 1 : 0);
    changed[name] = Math.min(genes[name], Math.random() < 0.5 ? near : Math.random() < 0.3 ? 0 : pick(name));
  }
  return changed;
}
