import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../src/base/language.ts';
import { loadSettings } from '../src/config/load.ts';
import { demoWorldOf } from '../src/processes/demo/demo-world.ts';
import { openFakeWeb } from '../test/support/fake-web.ts';

test('the home page of the demo names every place with a line that says what it is, and everybody worth being with what happens, in four languages', async () => {
  const demo = await demoWorldOf(loadSettings({ SLUIS_DEMO: 'true' }));
  const { app } = openFakeWeb({ demo });
  for (const language of languages) {
    const page = await (await app.request(`/?lang=${language}`)).text();
    for (const { url } of demo.places) {
      const [, name = '', line = ''] =
        new RegExp(`href="${url}"><b>([^<]+)</b><small>([^<]+)</small>`).exec(page) ?? [];
      assert.ok(
        line.split(' ').length > 2 && line.toLowerCase() !== name.toLowerCase(),
        `${language} ${url}`,
      );
    }
    for (const { name, number, happens } of await demo.stories()) {
      assert.ok(page.includes(name), `${language}: ${name}`);
      assert.ok(number === null || page.includes(number), `${language}: ${number}`);
      assert.ok(page.includes(happens[language]), `${language}: ${happens[language]}`);
    }
  }
});
