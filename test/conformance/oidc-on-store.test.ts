import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { openTestStore } from '../support/open-test-store.ts';
import { tiesBearing } from '../support/ties-bearing.ts';
import { asking, basic, forCompany, openWorld, redeem, signingKeys, tokensFor } from './oidc-world.ts';

/** A provider on a real database; its applications and people are put there as well. */
async function openOnStore(context: Parameters<typeof openTestStore>[0]) {
  const { store, moveTo } = await openTestStore(context);
  moveTo(new Date());
  const world = await openWorld(signingKeys, {
    kept: {
      inTransaction: store.inTransaction,
      attempts: store.attempts,
      states: store.oidc,
      grants: store.grants,
      applications: store.applications,
      persons: store.persons,
      audit: (...events) => store.audit.record(...events),
    },
  });
  context.after(() => world.close());
  const klip = world.addApplication();
  const person = world.addPerson([forCompany]);
  const names = ['applications', 'persons', 'organisations', 'rights'] as const;
  await store.inTransaction(names, async ({ applications, persons, organisations, rights }) => {
    await applications.put(klip);
    await persons.add(person);
    const ties = tiesBearing(forCompany, person.id, klip.id);
    for (const each of ties.organisations) await organisations.put(each);
    for (const each of ties.workRelations) await organisations.addWorkRelation(each);
    for (const each of ties.rights) await rights.add(each);
  });
  return { store, world, klip, person };
}

describe('on a real database', () => {
  test('a login, its tokens, another application and a logout go as they do in memory', async (context) => {
    const { world, klip, person } = await openOnStore(context);
    const browser = world.browser();
    const tokens = await tokensFor(world, klip, person, { nonce: 'n' }, browser);
    const claims = decodeJwt(tokens.id_token);
    assert.equal(claims.rrn, '85073003328');
    assert.deepEqual(claims.klip_rol_3d, [
      'KLIPgebruiker-Planaanvrager:0426994097',
      'KLIPgebruiker-Raadpleger:0426994097',
    ]);
    const body = new URLSearchParams({ token: tokens.access_token });
    const told = await fetch(`${world.issuer}/v1/introspect`, { method: 'POST', body, headers: basic(klip) });
    assert.equal(((await told.json()) as { vo_orgnaam: string }).vo_orgnaam, 'SanoRice');
    const silent = await browser.follow(
      world.authorizationUrl(asking(klip, { prompt: 'none' })),
      `${world.issuer}/`,
    );
    assert.ok(silent.location?.searchParams.get('code'));
    const left = await browser.get(
      `${world.issuer}/v1/logout?id_token_hint=${tokens.id_token}&post_logout_redirect_uri=https://app.example/left`,
    );
    assert.equal(left.headers.get('location'), 'https://app.example/left');
    const after = await browser.follow(
      world.authorizationUrl(asking(klip, { prompt: 'none' })),
      `${world.issuer}/`,
    );
    assert.equal(after.location?.searchParams.get('error'), 'login_required');
    assert.deepEqual(world.failures, []);
  });

  test('a code that is used by several at once gives at most one token, which then is dead', async (context) => {
    const { world, klip, person } = await openOnStore(context);
    const back = await world.authorize(world.browser(), asking(klip), person);
    const code = back.searchParams.get('code') ?? '';
    const answers = await Promise.all([1, 2, 3, 4].map(() => redeem(world, klip, { code })));
    const won = answers.filter(({ status }) => status === 200);
    assert.ok(won.length <= 1);
    for (const answer of won) {
      const { access_token } = (await answer.json()) as { access_token: string };
      const userinfo = await fetch(`${world.issuer}/v1/userinfo`, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      assert.equal(userinfo.status, 401);
    }
    assert.deepEqual(world.failures, []);
  });
});
