import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCookieHeader, openFakeWeb } from '../../../../test/support/fake-web.ts';
import { ATTEMPT_ID, actingFor, organisation, pageView } from '../../../../test/support/web-fixtures.ts';
import { type Language, languages } from '../../../base/language.ts';
import type { Capacity } from '../../../domain/capacity/index.ts';

const MOST_BYTES = 40_000;
const COUNT = 500;

const nameOf = (index: number) => `Openbaar centrum voor maatschappelijk welzijn nummer ${index}`;
const codeOf = (index: number) => String(400_000_000 + index).padStart(10, '0');
/** As many rights as one person may hold somewhere. */
const withRights = (capacity: Capacity): Capacity =>
  capacity.kind === 'organisation'
    ? {
        ...capacity,
        rights: Array.from({ length: 200 }, (_, index) => ({
          right: `Recht met een lange naam ${index}`,
          contexts: ['Planaanvrager'],
          organisation: capacity.organisation.code,
        })),
      }
    : capacity;
const capacities = Array.from({ length: COUNT }, (_, index) => ({
  key: `organisation:${index}`,
  capacity: withRights(actingFor(nameOf(index), codeOf(index))),
}));
const unusable = Array.from({ length: COUNT }, (_, index) => ({
  organisation: organisation(nameOf(COUNT + index), codeOf(COUNT + index)),
  reason: { kind: 'no-right' } as const,
}));

const { app, fake } = openFakeWeb();
async function show(language: Language, query = ''): Promise<string> {
  const page = {
    kind: 'capacity',
    capacities,
    unusable,
    lastUsed: 'organisation:499',
    justLinked: null,
  } as const;
  fake.show = () => pageView(page, language);
  const search = query === '' ? '' : `?${new URLSearchParams({ q: query })}`;
  const headers = { cookie: browserCookieHeader };
  return (await app.request(`/login/${ATTEMPT_ID}${search}`, { headers })).text();
}
const keysIn = (body: string) =>
  [...body.matchAll(/name="key" value="organisation:(\d+)"/g)].map(([, index]) => Number(index));

describe('the choice of somebody who may act for five hundred organisations, with two hundred rights in each', () => {
  for (const language of languages)
    test(`is at most 40 kB in ${language}`, async () => {
      const { length } = Buffer.from(await show(language));
      assert.ok(length <= MOST_BYTES, `${length} bytes`);
    });

  test('begins with the last used, and says how many there are besides those that it shows', async () => {
    const body = await show('en');
    const shown = keysIn(body);
    assert.equal(shown[0], 499);
    assert.match(body, new RegExp(`Shown are ${shown.length} of ${COUNT}\\.`));
    assert.match(body, /Shown are 20 of 500\./);
  });

  test('finds every one by its name and by its number, without a script', async () => {
    for (const index of [0, 250, 498]) {
      assert.ok(keysIn(await show('en', codeOf(index))).includes(index));
      assert.ok(keysIn(await show('en', nameOf(index))).includes(index));
    }
    const body = await show('en', codeOf(COUNT + 400));
    assert.deepEqual(keysIn(body), []);
    assert.match(body, new RegExp(nameOf(COUNT + 400)), 'one that cannot be used is found with its reason');
  });

  test('is not filtered by the script, which knows only what stands on the page', async () => {
    assert.doesNotMatch(await show('en'), /data-filter/);
  });
});
