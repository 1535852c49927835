import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { belgianPeople, personas, staffPersonas } from '../../seed/index.ts';
import { simulatedPeople } from '../../simulators/europe/people/index.ts';
import { leave, type WalkEnd, type Walker, walkToEnd } from '../support/persona-walk.ts';
import { openWalkingBrowser, titleOf } from '../support/walking-browser.ts';
import { openWorld, type World } from '../support/world.ts';

/** Everybody whom a picker offers, one after the other at the same screen, each to the end that was promised. */
describe('everybody who is offered in the demo', () => {
  let world: World;
  const endings: (() => unknown)[] = [];
  before(async () => {
    world = await openWorld({ after: (work) => void endings.push(work) });
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  const walkAll = async (
    walkers: readonly { readonly walker: Walker; readonly application: 'klip' | 'gipod' | 'geopunt' }[],
  ): Promise<readonly WalkEnd[]> => {
    const browser = openWalkingBrowser();
    const ends: WalkEnd[] = [];
    for (const { walker, application } of walkers) {
      const target = world.sites[application].url;
      const page = await browser.open(`${target}/login`);
      const ended = await walkToEnd(browser, world, { walker, page, target });
      ends.push(ended.end);
      await leave(browser, ended);
    }
    return ends;
  };

  test('each persona that npm start and the home page name comes to the end that is promised', async () => {
    const ends = await walkAll(
      personas.map(({ code, id, application }) => ({
        walker: walkerOf(code, id),
        application: application.toLowerCase() as 'klip' | 'gipod' | 'geopunt',
      })),
    );
    assert.deepEqual(
      personas.map(({ id, application }, place) => [id, application, ends[place]]),
      personas.map(({ id, application, ends: promised }) => [id, application, promised]),
    );
  });

  test('each Belgian behind the eID tile comes in, or learns what is missing: also who was never here before', async () => {
    const ends = await walkAll(
      belgianPeople.map(({ id }) => ({ walker: walkerOf('BE', id), application: 'geopunt' })),
    );
    assert.deepEqual(
      ends,
      belgianPeople.map(() => 'in'),
    );
  });

  test('each person of each country, at the end of whose login nothing is refused', async () => {
    const others = simulatedPeople.filter((each) => !personas.some(({ id }) => id === each.id));
    const ends = await walkAll(
      others.map(({ country, id }) => ({ walker: walkerOf(country, id), application: 'klip' })),
    );
    assert.deepEqual(
      others.filter((_, place) => ends[place] === 'no-match').map(({ id }) => id),
      [],
    );
  });

  test('each member of staff comes to their own pages, and out again', async () => {
    const browser = openWalkingBrowser();
    for (const { name, path } of staffPersonas) {
      const walker = walkerOf('BE', belgianPeople.find((each) => each.name === name)?.id ?? '');
      const target = `${world.platform}${path}`;
      const { end, page } = await walkToEnd(browser, world, {
        walker,
        page: await browser.open(target),
        target,
      });
      assert.deepEqual([end, page.status], ['in', 200], `${name}: ${titleOf(page)}`);
      const out = await browser.press(page, 'staff/logout');
      assert.ok(out.status < 400, `${name}: ${out.status}`);
    }
  });
});

function walkerOf(code: string, id: string): Walker {
  if (code === 'BE') {
    const number = belgianPeople.find((each) => each.id === id)?.number;
    assert.ok(number, `${id} is not behind the tile of the eID`);
    return { kind: 'belgian', number };
  }
  const number = simulatedPeople.find((each) => each.id === id)?.belgianNumber ?? null;
  return { kind: 'abroad', country: code, id, number };
}
