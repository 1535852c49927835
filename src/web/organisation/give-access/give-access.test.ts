import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  organisationCookieHeader,
  organisationToken,
  ourOrganisation,
} from '../../../../test/support/fake-organisation.ts';
import { endingRight, fakeUserRights, felixAtWork } from '../../../../test/support/fake-user-rights.ts';
import { browserCookieHeader, openFakeWeb } from '../../../../test/support/fake-web.ts';
import { klip } from '../../../../test/support/web-fixtures.ts';
import { languages } from '../../../base/language.ts';
import type { WebWorld } from '../../index.ts';

const cookie = `${browserCookieHeader}; ${organisationCookieHeader}`;
const home = `/organisation/${ourOrganisation.id}`;
const wizard = `${home}/give-access`;

function openPages(over: Partial<WebWorld['userRights']> = {}) {
  const { app } = openFakeWeb({ userRights: fakeUserRights(over) });
  const look = async (path: string, language = 'en') => {
    const answer = await app.request(path, { headers: { cookie, 'accept-language': language } });
    return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() };
  };
  return {
    look,
    async send(path: string, fields: readonly (readonly [string, string])[]) {
      const answer = await app.request(path, {
        method: 'POST',
        headers: { cookie, 'accept-language': 'en', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams([
          ['csrf', organisationToken],
          ...fields.map(([name, value]): [string, string] => [name, value]),
        ]).toString(),
      });
      assert.equal(answer.status, 303);
      const to = answer.headers.get('location') ?? '';
      return { to, page: (await look(to)).page };
    },
  };
}

const until = [
  ['until-day', '31'],
  ['until-month', '12'],
  ['until-year', '2026'],
] as const;
const people = [['people', felixAtWork.id]] as const;
const application = [...people, ['application', klip.id]] as const;
const rights = [
  ...application,
  ['rights', 'KLIPgebruiker'],
  ...until,
  ['reason', 'Plans our works.'],
] as const;

describe('giving access', () => {
  test('goes from step to step without a name or a reason in any address, and going back loses nothing', async () => {
    const given: unknown[] = [];
    const { send } = openPages({
      giveRights: async (asked) => {
        given.push(asked.rights);
        return { kind: 'given', ids: [endingRight.id] };
      },
    });
    const which = await send(wizard, people);
    assert.match(which.to, new RegExp(`^${wizard}/application\\?again=[A-Za-z0-9_-]{22}$`));
    assert.match(which.page, /Felix Maes[\s\S]*KLIP/);
    const what = await send(`${wizard}/application`, application);
    assert.match(what.page, /What may they do in KLIP\?[\s\S]*In which contexts does “KLIP user” count\?/);
    assert.match(what.page, /name="until-year"[^>]*value="2027"/);
    const context = ['contexts', 'KLIPgebruiker Planaanvrager'] as const;
    const check = await send(`${wizard}/rights`, [...rights, context]);
    assert.match(check.to, new RegExp(`^${wizard}/check\\?again=`));
    assert.match(check.page, /KLIP user \(Planaanvrager\)[\s\S]*31 December 2026[\s\S]*Plans our works\./);
    const back = await send(`${wizard}/check`, [...rights, context, ['go', 'back']]);
    assert.match(back.page, /value="KLIPgebruiker Planaanvrager" checked[\s\S]*Plans our works\./);
    assert.deepEqual(given, []);
    const done = await send(`${wizard}/check`, [...rights, context]);
    assert.match(done.page, /Done for one person[\s\S]*Felix Maes[\s\S]*was told by email/);
    assert.deepEqual(given, [[{ right: 'KLIPgebruiker', contexts: ['Planaanvrager'], until: '2026-12-31' }]]);
  });

  test('asks for what is missing at its step: a person, an application, a right, its context, a day, why', async () => {
    const { send } = openPages();
    assert.match((await send(wizard, [])).page, /Choose at least one person/);
    assert.match((await send(`${wizard}/application`, people)).page, /Choose an application/);
    const none = await send(`${wizard}/rights`, application);
    assert.match(none.page, /Choose at least one right[\s\S]*Enter a day[\s\S]*Say why/);
    const noContext = await send(`${wizard}/rights`, rights);
    assert.match(noContext.page, /Choose a context for “KLIP user”/);
    assert.match(noContext.page, /value="KLIPgebruiker" checked[\s\S]*Plans our works\./);
  });

  test('says who did not get it and why, in the words of the catalogue', async () => {
    const { send } = openPages({
      giveRights: async () => ({ kind: 'refused', refusals: [{ kind: 'oneself', right: 'KLIPgebruiker' }] }),
    });
    const context = ['contexts', 'KLIPgebruiker Planaanvrager'] as const;
    const done = await send(`${wizard}/check`, [...rights, context]);
    assert.match(done.page, /Nobody got access[\s\S]*You cannot give yourself “KLIP user”/);
  });

  test('begins anew for whoever comes by an address alone, or with somebody who is not in their scope', async () => {
    const { look, send } = openPages();
    for (const step of ['/application', '/rights', '/check', '/done'])
      assert.equal((await look(`${wizard}${step}`)).to, wizard);
    assert.equal(
      (await send(wizard, [['people', '00000000-0000-4000-8000-0000000000c9']])).to.split('?')[0],
      `${wizard}/application`,
    );
    const named = await look(`${wizard}?relation=${felixAtWork.id}`);
    assert.match(named.page, new RegExp(`value="${felixAtWork.id}" checked`));
  });
});

describe('rights that end', () => {
  test('stand in a list by month in every language, and are extended together with a reason', async () => {
    const { look, send } = openPages({
      extendRights: async ({ rights }) => ({
        changed: [],
        refused: rights.map((id) => ({ id, refusal: { kind: 'not-offered', right: 'KLIPgebruiker' } })),
      }),
    });
    for (const language of languages) {
      const { status, page } = await look(`${home}/ending`, language);
      assert.equal(status, 200);
      assert.match(page, /Felix Maes/);
    }
    assert.match((await look(`${home}/ending`)).page, /<b>December 2026<\/b><span>1 right<\/span>/);
    assert.match((await send(`${home}/ending`, [])).page, /Choose at least one right/);
    const sent = await send(`${home}/ending`, [['rights', endingRight.id], ...until, ['reason', 'Goes on.']]);
    assert.match(sent.page, /Nothing was extended[\s\S]*“KLIP user” is not offered to this organisation/);
  });

  test('are changed or ended one by one, and one of somebody else is as one that there is not', async () => {
    const ended: unknown[] = [];
    const { look, send } = openPages({
      endRights: async ({ until }) => {
        ended.push(until);
        return { changed: [], refused: [] };
      },
    });
    const page = `${home}/rights/${endingRight.id}`;
    assert.match((await look(page)).page, /KLIP user of Felix Maes[\s\S]*End it/);
    const other = await look(`${home}/rights/00000000-0000-4000-8000-0000000000d9`);
    assert.equal(other.status, 404);
    assert.match(
      (
        await send(page, [
          ['act', 'end'],
          ['when', 'now'],
        ])
      ).page,
      /Say why, in a few words/,
    );
    const done = await send(page, [
      ['act', 'end'],
      ['when', 'now'],
      ['reason-end', 'Left.'],
    ]);
    assert.match(done.page, /The right was ended/);
    assert.deepEqual(ended, [null]);
  });
});
