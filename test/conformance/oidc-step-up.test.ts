import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import type { OrganisationId } from '#src/domain/organisation/index.ts';
import { asking, forCompany, openWorld, otherCompany, redeem, type World } from './oidc-world.ts';

const AUTHMECH = 'urn:be:vlaanderen:authmech:';

describe('a session', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('that is too weak is stepped up: the login knows whose it is, the person goes on in it under a new id, and acr tells what was proved', async () => {
    const person = world.addPerson([forCompany]);
    const browser = world.browser();
    const idOfSession = () => browser.cookies.find(({ name }) => name.endsWith('session'))?.value;
    const { location } = await world.send(asking(world.addApplication()), browser);
    const weak = { means: 'eidassubstantial', assurance: 'substantial' } as const;
    await world.logIn(browser, location as URL, person, weak);
    const before = idOfSession();
    assert.ok(before);
    const strong = world.addApplication({ assurance: 'high' });
    const acr_values = `${AUTHMECH}eid ${AUTHMECH}eidashigh`;
    const asked = await world.send(asking(strong, { acr_values }), browser);
    const { stepUp = null } = asked.attempt?.request ?? {};
    assert.deepEqual([stepUp?.person, stepUp?.authentication.means], [person.id, 'eidassubstantial']);
    const back = await world.logIn(browser, asked.location as URL, person, {
      means: 'eid',
      assurance: 'high',
    });
    const tokens = await (await redeem(world, strong, { code: back.searchParams.get('code') ?? '' })).json();
    assert.equal(decodeJwt((tokens as { id_token: string }).id_token).acr, `${AUTHMECH}eid`);
    assert.notEqual(idOfSession(), before);
    const again = await world.send(asking(world.addApplication({ assurance: 'high' })), browser);
    assert.ok(again.location?.searchParams.get('code'), 'the session is strong by now');
    const forced = await world.send(asking(strong, { prompt: 'login' }), browser);
    assert.equal(forced.attempt?.request.stepUp, null, 'anybody may log in anew');
  });

  test('keeps what it counts for: one organisation, one key, and the tile', async () => {
    const person = world.addPerson([forCompany, otherCompany]);
    const browser = world.browser();
    const organisation = 'f3d5b9a0-0000-4000-8000-000000000001' as OrganisationId;
    const bound = { organisation, key: 'f3d5b9a0-0000-4000-8000-00000000000a' };
    const { location } = await world.send(asking(world.addApplication()), browser);
    await world.logIn(browser, location as URL, person, bound, `organisation:${organisation}`);
    const { attempt } = await world.send(
      asking(world.addApplication(), { prompt: 'select_account' }),
      browser,
    );
    const { organisation: only, key } = attempt?.request.known?.authentication ?? {};
    assert.deepEqual({ organisation: only, key }, bound);
  });
});
