import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { later, MINUTE } from '../../src/base/time.ts';
import type { Person } from '../../src/domain/person/index.ts';
import { parseAttemptId } from '../../src/login/index.ts';
import { enterprise, linkTo, numberOf, personWith } from '../support/open-test-store.ts';
import { formsOf, type Landing, openPlainBrowser, type PlainBrowser } from '../support/plain-browser.ts';
import { tiesBearing } from '../support/ties-bearing.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

describe('what rests on a link', () => {
  let platforms: TwoPlatforms;
  let anna: Person;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) });
    anna = await platforms.store.inTransaction(['persons'], ({ persons }) =>
      persons.add(personWith({ number: numberOf('85073003328') })),
    );
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  const link = async () => {
    const made = { ...linkTo(anna.id, 'DE/BE/known'), country: 'DE' as never };
    await platforms.store.inTransaction(['links'], ({ links }) => links.add(made));
    return made.id;
  };
  const ask = (browser: PlainBrowser, name: 'klip' | 'gipod', process: number) => {
    const { id, redirectUris } = platforms.applications[name];
    const asked = {
      client_id: id,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
    };
    return browser.go(process, { url: `/op/v1/auth?${new URLSearchParams(asked)}` });
  };
  /** From the page of choice to the country and back. */
  const proveBy = async (browser: PlainBrowser, page: Landing): Promise<Landing> => {
    const id = parseAttemptId(page.url.split('/').at(-1) ?? '');
    assert.ok(id);
    await browser.go(0, { url: `/login/${id}/country/DE` });
    const state = (await platforms.store.attempts.find(id))?.state;
    assert.ok(state?.kind === 'waiting');
    const landed = await browser.bring(
      1,
      platforms.answer(String(state.kept.requestId), { kind: 'person', identifier: 'known' }),
    );
    return landed;
  };
  const machine = async (
    process: number,
    path: string,
    name: 'klip' | 'gipod',
    fields: Record<string, string>,
  ) => {
    const { id, secret, redirectUris } = platforms.applications[name];
    const authorization = `Basic ${Buffer.from(`${id}:${secret?.reveal()}`).toString('base64')}`;
    const more =
      path === 'token' ? { grant_type: 'authorization_code', redirect_uri: redirectUris[0] ?? '' } : {};
    const sent = { method: 'POST', url: `/op/v1/${path}`, fields: { ...more, ...fields } } as const;
    const answered = await platforms.send(process, {
      ...sent,
      headers: { authorization, accept: 'application/json' },
    });
    return { status: answered.status, body: JSON.parse(answered.text) as Record<string, unknown> };
  };
  const codeIn = ({ away, text }: Landing) =>
    away?.searchParams.get('code') ?? assert.fail(text.slice(0, 2000));

  test('ends with it, at the next request, in every process: single sign-on, tokens, codes and logins under way', async () => {
    const ended = await link();
    const browser = openPlainBrowser(platforms);
    const code = codeIn(await proveBy(browser, await ask(browser, 'klip', 0)));
    const { body } = await machine(0, 'token', 'klip', { code });
    const token = String(body.access_token);
    const silent = await ask(browser, 'gipod', 1);
    const unused = codeIn(silent);
    const other = openPlainBrowser(platforms);
    const chosen = await ask(other, 'klip', 1);
    for (const process of [0, 1]) {
      assert.equal(
        (await machine(process, 'introspect', 'klip', { token })).body.active,
        true,
        'alive before',
      );
    }

    await platforms.store.inTransaction(['links'], ({ links }) =>
      links.end(ended, new Date(), 'removed-by-agents'),
    );

    for (const process of [0, 1]) {
      assert.equal((await machine(process, 'introspect', 'klip', { token })).body.active, false);
      const userinfo = await platforms.send(process, {
        url: '/op/v1/userinfo',
        headers: { authorization: `Bearer ${token}` },
      });
      assert.equal(userinfo.status, 401);
      const next = await ask(browser, 'gipod', process);
      assert.equal(next.away, null, 'nobody is let into another application');
      assert.match(next.url, /\/login\//);
    }
    const late = await machine(1, 'token', 'gipod', { code: unused });
    assert.equal(late.body.error, 'invalid_grant');
    const asked = await proveBy(other, chosen);
    assert.equal(asked.away, null, 'the eID leads to nobody');
    assert.match(asked.text, /name="knows"/, 'and is asked for its number');
    assert.deepEqual(platforms.failures, []);
  });

  test('is no more than counts by now: a right that ended in one process is gone in the other at the next request', async () => {
    const { klip } = platforms.applications;
    const company = enterprise('0403019261');
    const rights = ['live', 'elsewhere'].map((right) => ({
      right,
      contexts: [],
      organisation: company.code,
    }));
    const capacity = { organisation: company, basis: ['right'], rights, voId: null, email: null } as const;
    const ties = tiesBearing({ kind: 'organisation', ...capacity }, anna.id, klip.id);
    const [inOne, inOther] = platforms.stores;
    const [right, lesser] = ties.rights;
    assert.ok(inOne && inOther && right && lesser);
    const known = await link();
    await inOne.inTransaction(['organisations', 'rights'], async (stores) => {
      await stores.organisations.put(company);
      for (const each of ties.workRelations) await stores.organisations.addWorkRelation(each);
      for (const each of ties.rights) await stores.rights.add(each);
    });
    const browser = openPlainBrowser(platforms);
    const page = await proveBy(browser, await ask(browser, 'klip', 0));
    const choice = formsOf(page).find(({ fields }) => fields.answer === 'choose-capacity');
    assert.ok(choice, page.text);
    const fields = { ...choice.fields, key: `organisation:${company.id}` };
    const code = codeIn(await browser.go(1, { method: 'POST', url: choice.action, fields }));
    const token = String((await machine(0, 'token', 'klip', { code })).body.access_token);
    const rolesIn = async (process: number) =>
      (await machine(process, 'introspect', 'klip', { token })).body.klip_rol_3d;
    const both = [`live:${company.code}`, `elsewhere:${company.code}`];
    assert.deepEqual(await rolesIn(1), both, 'honest before');

    await inOne.inTransaction(['rights'], (stores) => stores.rights.end(lesser.id, new Date()));
    assert.deepEqual(await rolesIn(1), [both[0]]);
    await inOther.inTransaction(['rights'], (stores) => stores.rights.end(right.id, new Date()));
    assert.equal(await rolesIn(0), undefined, 'the work relation is left, and is enough here');
    await inOther.inTransaction(['organisations'], (stores) =>
      stores.organisations.put({ ...company, validity: { ...company.validity, until: new Date() } }),
    );
    assert.deepEqual((await machine(0, 'introspect', 'klip', { token })).body, { active: false });
    for (const process of [0, 1]) {
      const headers = { authorization: `Bearer ${token}` };
      const userinfo = await platforms.send(process, { url: '/op/v1/userinfo', headers });
      assert.equal(userinfo.status, 401);
      assert.match(userinfo.headers.get('www-authenticate') ?? '', /invalid_token/);
    }
    // Single sign-on looks again: only the person themselves is left to act for.
    const silent = codeIn(await ask(browser, 'klip', 1));
    const anew = String((await machine(0, 'token', 'klip', { code: silent })).body.access_token);
    const told = (await machine(1, 'introspect', 'klip', { token: anew })).body;
    assert.deepEqual([told.active, told.vo_doelgroepcode, told.klip_rol_3d], [true, 'BUR', undefined]);
    await inOne.inTransaction(['links'], ({ links }) => links.end(known, new Date(), 'removed-by-agents'));
    assert.deepEqual(platforms.failures, []);
  });

  test('shows a login that stands in the middle what happened, and where to begin again', async () => {
    const ended = await link();
    const browser = openPlainBrowser(platforms);
    const page = await ask(browser, 'klip', 0);
    // Two capacities would be asked for: here the application asks for another login first, and the link ends before it comes back.
    const id = parseAttemptId(page.url.split('/').at(-1) ?? '');
    assert.ok(id);
    const landed = await proveBy(browser, page);
    assert.ok(landed.away);
    await platforms.store.inTransaction(['links'], ({ links }) =>
      links.end(ended, new Date(), 'removed-by-agents'),
    );
    const again = await browser.go(1, { url: `/login/${id}` });
    assert.equal(again.away, null);
    assert.equal(again.status, 403);
    assert.match(again.text, /Your eID is no longer linked to you here/);
    assert.match(
      again.text,
      new RegExp(`action="/login/${id}/again"[^>]*>.*<button class="btn">Log in again</button>`),
    );
    assert.match(again.text, /<a class="btn sec" href="https:\/\/klip\.example\/"/);
  });

  test('ends sessions of staff and of applicants, and for a person only what began before', async () => {
    const { webSessions } = platforms.store;
    const now = new Date();
    const until = later(now, 60 * MINUTE);
    const standing = {
      person: anna.id,
      organisation: '0b9d2c6e-1f57-4c39-9d53-8f1f3a8f0c11' as never,
      authenticatedAt: now,
      correlation: 'K7PX-2M9D' as never,
    };
    const ended = await link();
    const onLink = { foundation: { on: [anna.id, ended], since: now } };
    const onPerson = { foundation: { on: [anna.id], since: now } };
    const laterOn = { foundation: { on: [anna.id], since: later(now, 2 * MINUTE) } };
    const applicant = { case: '0b9d2c6e-1f57-4c39-9d53-8f1f3a8f0c12', provenBy: 'eid' } as const;
    const [staff, request, person, anew] = await Promise.all([
      webSessions.open('staff', standing, until, onLink),
      webSessions.open('applicant', applicant, until, onLink),
      webSessions.open('staff', standing, until, onPerson),
      webSessions.open('staff', standing, until, laterOn),
    ]);
    assert.ok(await webSessions.find('staff', staff, now));
    assert.ok(await webSessions.find('applicant', request, now));
    await platforms.store.inTransaction(['links'], ({ links }) => links.end(ended, now, 'removed-by-agents'));
    assert.equal(await webSessions.find('staff', staff, now), null);
    assert.equal(await webSessions.find('applicant', request, now), null);
    assert.ok(await webSessions.find('staff', person, now), 'another way to the same person stays');
    await platforms.store.inTransaction(['endings'], (stores) =>
      stores.endings.end([anna.id], now, later(now, MINUTE)),
    );
    assert.equal(await webSessions.find('staff', person, now), null);
    assert.ok(await webSessions.find('staff', anew, now), 'what begins later is not ended');
  });
});
