import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { belgianPeople, personas, staffPersonas } from '../../seed/index.ts';
import { simulatedPeople } from '../../simulators/europe/people/index.ts';
import { leave, type WalkEnd, type Walker, walkToEnd } from '../support/persona-walk.ts';
import { openWalkingBrowser, titleOf } from '../support/walking-browser.ts';
import { watchLanguages } from '../support/watch-languages.ts';
import { openWorld, type World } from '../support/world.ts';

/** Everybody whom a picker offers, one after the other at the same screen, each to the end that was promised. */
describe('everybody who is offered in the demo', () => {
  let world: World;
  const endings: (() => unknown)[] = [];
  before(async () => {
    const settings = { SLUIS_UNREAD_LANGUAGES: 'pl' };
    world = await openWorld({ after: (work) => void endings.push(work) }, { settings });
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

  test('somebody who speaks Polish walks in Polish from the means to KLIP, and asks for a number in English', async () => {
    const target = world.sites.klip.url;
    const walk = async (id: string) => {
      const browser = watchLanguages(openWalkingBrowser(), world);
      const begun = await browser.open(`${target}/login`);
      assert.match(
        begun.text,
        /<a href="[^"]*\?lang=pl" lang="pl" hreflang="pl"[^>]*>PL<span class="vh"> Polski</,
      );
      const page = await browser.open(`${begun.url}?lang=pl`);
      const person = simulatedPeople.find((each) => each.id === id);
      assert.ok(person, id);
      return {
        browser,
        ...(await walkToEnd(browser, world, { walker: walkerOf(person.country, id), page, target })),
      };
    };
    const known = await walk(personas.find(({ name }) => name === 'Anna Müller')?.id ?? '');
    assert.equal(known.end, 'in');
    assert.deepEqual(
      known.browser.seen.map(({ title, language }) => `${language} ${title}`),
      [
        'en Choose how to log in',
        'pl Wybierz sposób logowania',
        'pl Który kraj wydał Twoje eID?',
        'pl Czy masz belgijski numer krajowy?',
        'pl W czyim imieniu się logujesz?',
      ],
    );
    const stranger = await walk(personas.find(({ ends }) => ends === 'asked-for-a-number')?.id ?? '');
    assert.equal(titleOf(stranger.page), 'Czy masz belgijski numer krajowy?');
    const asked = await stranger.browser.press(stranger.page, 'give-number', { knows: 'none' });
    assert.match(asked.url, /\/request/);
    assert.match(asked.text, /<html lang="en">/);
    assert.deepEqual(
      [...asked.text.matchAll(/hreflang="(\w+)"/g)].map(([, code]) => code),
      ['nl', 'fr', 'de'],
    );
  });

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

  test('somebody of the town comes in by the account of their organisation, for the town alone', async () => {
    const target = world.sites.gipod.url;
    const browser = openWalkingBrowser();
    const means = await browser.open(`${target}/login`);
    const asked = await browser.follow(means, '/means/organisation');
    const town = await browser.press(asked, 'email', { email: 'noor-el-amrani@lindeberg.example' });
    assert.match(town.text, /The request names noor-el-amrani@lindeberg\.example/);
    const shared = await browser.press(town, 'person', { person: 'noor-el-amrani', decision: '' });
    assert.match(shared.text, /Stad Lindeberg/);
    assert.doesNotMatch(shared.text, /Gemeente Waterdal/);
    const page = await browser.press(shared, 'confirm-sharing');
    assert.ok(page.url.startsWith(target), `${page.url}: ${titleOf(page)}`);
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
