import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, HOUR, later, MINUTE } from '../../src/base/time.ts';
import { type ActingPerson, actingStaff, withReason } from '../../src/domain/acting/index.ts';
import { type KeyResetId, type KeyResetPages, keyResetDuty } from '../../src/domain/key-reset/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import type { NationalNumber, PersonId } from '../../src/domain/person/index.ts';
import { formToken } from '../../src/web/http/form-token.ts';
import { fakeSettings, formKey } from '../support/fake-web.ts';
import { registeredAnna } from '../support/login-walk.ts';
import { numberOf, personWith, type TestContext, type TestStore } from '../support/open-test-store.ts';
import { openOwnMeansWalk } from '../support/own-means-walk.ts';
import { optionsIn } from '../support/plain-browser.ts';
import { softAuthenticator } from '../support/soft-authenticator.ts';

const ORIGIN = 'http://localhost:4000';
const REASON = 'She answered our questions about her case.';

/** Anna has an address and a passkey that she lost; two agents are at work. */
async function openScene(context: TestContext, number: NationalNumber | null = null) {
  const walk = await openOwnMeansWalk(context, ORIGIN, { number });
  await walk.proveAddress();
  const lost = await walk.bindPasskey();
  const { keyResets, test: store } = walk;
  const [first, second] = await Promise.all(['Noor', 'Marc'].map((name) => agent(store, name)));
  if (!first || !second) throw new Error('nobody is at work');
  const secret = randomBytes(32).toString('base64url');
  const headers = { cookie: `sluis_browser=${secret}; sluis_language=en` };
  const linkIn = (template: string) => {
    const mail = walk.mails.findLast((each) => each.template === template);
    return (
      /https?:\/\/[^\s)]+\/lost-key\/[^\s)]+/.exec(mail?.text ?? '')?.[0].replace(/^https?:\/\/[^/]+/, '') ??
      ''
    );
  };
  return {
    ...walk,
    lost,
    first,
    second,
    linkIn,
    duty: () => keyResetDuty(walk.world).run(store.now()),
    pass: (milliseconds: number) => store.moveTo(later(store.now(), milliseconds)),
    async get(path: string) {
      const answer = await walk.app.request(path, { headers });
      return { status: answer.status, text: await answer.text() };
    },
    async post(path: string, fields: Readonly<Record<string, string>> = {}) {
      const body = new URLSearchParams({ csrf: formToken(formKey, secret), ...fields });
      const answer = await walk.app.request(path, { method: 'POST', headers, body });
      return { status: answer.status, to: answer.headers.get('location') ?? '' };
    },
    report: async (address = 'anna@example.org', network = '192.0.2.7') => {
      const noted = await keyResets.report({ address: new Redacted(address), network, language: 'en' });
      if (noted.kind !== 'noted') throw new Error(noted.kind);
      return noted.reference;
    },
    propose: async (by: ActingPerson = first, reference: string | null = null) =>
      keyResets.proposeReset({
        by: withReason(by, REASON),
        who: { kind: 'reference', reference: (reference ?? (await noteOf(keyResets))) as never },
        language: 'en',
      }),
    standing: async () => {
      const listed = await keyResets.listResets({ by: first });
      return listed.kind === 'listed' ? listed.resets.map(({ standing }) => standing) : [];
    },
  };
}
type Scene = Awaited<ReturnType<typeof openScene>>;

async function noteOf(keyResets: KeyResetPages): Promise<string> {
  const address = new Redacted('anna@example.org');
  const noted = await keyResets.report({ address, network: '192.0.2.7', language: 'en' });
  return noted.kind === 'noted' ? noted.reference : '';
}

async function agent({ store }: TestStore, name: string): Promise<ActingPerson> {
  const person = personWith({ givenNames: name });
  await store.inTransaction(['persons'], ({ persons }) => persons.add(person));
  const organisation = randomUUID() as OrganisationId;
  return actingStaff({ person: person.id, name, organisation, rights: ['case-agent'] });
}

/** Proposed by the first agent and agreed by the second one. */
async function begin(scene: Scene): Promise<KeyResetId> {
  const proposed = await scene.propose();
  assert.equal(proposed.kind, 'proposed');
  const { id } = proposed as { readonly id: KeyResetId };
  const agreed = await scene.keyResets.decideReset({ by: scene.second, id, agrees: true, comment: REASON });
  assert.equal(agreed.kind, 'agreed');
  return id;
}

async function beginWithout(scene: Scene) {
  await begin(scene);
  return { link: '/lost-key' };
}

/** As far as the link that binds a key. */
async function beginAndWait(scene: Scene): Promise<{ readonly id: KeyResetId; readonly link: string }> {
  const id = await begin(scene);
  scene.pass(DAY);
  await scene.duty();
  return { id, link: scene.linkIn('reset-link') };
}

async function bindBy(scene: Scene, link: string, device = softAuthenticator(ORIGIN)) {
  const { text } = await scene.get(link);
  const { to } = await scene.post(link, { name: 'New telephone', response: device.make(optionsIn(text)) });
  return { device, to };
}

/** Whether a passkey opens Anna's account; `null`: it does not. */
async function levelBy(scene: Scene, device: Scene['lost']) {
  const browser = await scene.begin();
  const place = `/login/${browser.id}/means/passkey`;
  const { text } = await browser.get(place);
  await browser.post('passkey', { response: device.use(optionsIn(text)) });
  const state = await browser.state();
  return 'authentication' in state ? (state.authentication?.assurance ?? null) : null;
}

describe('a reset of somebody’s keys', () => {
  test('by two members of staff, after a day and a notice, binds one new key at most substantial, and ends the old ones', async (t) => {
    const scene = await openScene(t);
    assert.equal(await levelBy(scene, scene.lost), 'substantial');
    const { link } = await beginAndWait(scene);
    const { device, to } = await bindBy(scene, link);
    assert.equal(to, '/lost-key/bound');
    assert.equal(await levelBy(scene, scene.lost), null);
    assert.equal(await levelBy(scene, device), 'substantial');
    const { keys } = await scene.keys.listKeys({ person: scene.anna.id });
    assert.deepEqual(
      keys.map(({ kind, binding }) => [kind, binding.by === 'two-staff']),
      [
        ['email', false],
        ['passkey', true],
      ],
    );
    const kinds = (await scene.test.store.audit.list()).map(({ kind }) => kind);
    for (const kind of ['reported', 'proposed', 'agreed', 'link-sent', 'used'] as const)
      assert.ok(kinds.includes(`key-reset.${kind}`), kind);
    assert.deepEqual(await scene.standing(), ['used']);
  });

  test('tells the person at once, before any link is sent, and sends none before the day has passed', async (t) => {
    const scene = await openScene(t);
    const before = scene.mails.length;
    await begin(scene);
    assert.deepEqual(
      scene.mails.slice(before).map(({ template, to }) => [template, to.reveal()]),
      [['reset-begun', 'anna@example.org']],
    );
    scene.pass(DAY - MINUTE);
    await scene.duty();
    assert.equal(scene.linkIn('reset-link'), '');
    scene.pass(MINUTE);
    await scene.duty();
    assert.match(scene.linkIn('reset-link'), /^\/lost-key\/[\w-]{43}$/);
    const sent = scene.mails.length;
    await scene.duty();
    assert.equal(scene.mails.length, sent);
  });

  test('is not for one member of staff alone, nor about oneself, nor for whoever has no right to it', async (t) => {
    const scene = await openScene(t);
    const proposed = await scene.propose();
    assert.equal(proposed.kind, 'proposed');
    const { id } = proposed as { readonly id: KeyResetId };
    const decide = (by: ActingPerson) =>
      scene.keyResets.decideReset({ by, id, agrees: true, comment: REASON });
    assert.equal((await decide(scene.first)).kind, 'own-decision');
    assert.equal((await decide({ ...scene.second, person: scene.anna.id })).kind, 'own-case');
    const officer = actingStaff({
      ...{ person: randomUUID() as PersonId, name: 'Officer' },
      ...{ organisation: randomUUID() as OrganisationId, rights: ['registration-officer'] },
    });
    assert.equal((await decide(officer)).kind, 'not-allowed');
    assert.equal((await scene.propose(officer)).kind, 'not-allowed');
    assert.equal((await scene.propose({ ...scene.first, person: scene.anna.id })).kind, 'own-case');
    assert.deepEqual(await scene.standing(), ['proposed']);
    assert.equal((await decide(scene.second)).kind, 'agreed');
  });

  test('is stopped by whoever reads the notice, before the link and after it: no key is bound, and all stay', async (t) => {
    for (const waits of [HOUR, DAY]) {
      const scene = await openScene(t);
      await begin(scene);
      scene.pass(waits);
      await scene.duty();
      const stop = scene.linkIn('reset-begun');
      assert.match((await scene.get(stop)).text, /This was not me: stop it/);
      // To look at a link changes nothing, for programs look at links in mails before people do.
      assert.notEqual((await scene.standing())[0], 'stopped');
      assert.equal((await scene.post(stop)).to, '/lost-key/stopped');
      assert.deepEqual(await scene.standing(), ['stopped']);
      scene.pass(DAY);
      await scene.duty();
      const link = scene.linkIn('reset-link');
      if (link !== '') assert.equal((await scene.get(link)).status, 410);
      assert.equal((await scene.get(stop)).status, 410);
      assert.equal(await levelBy(scene, scene.lost), 'substantial');
    }
  });

  test('is stopped by its person in their account, and taken back by staff; a second try begins anew', async (t) => {
    const scene = await openScene(t);
    const id = await begin(scene);
    const { anna, keyResets } = scene;
    assert.equal((await keyResets.ownReset({ person: anna.id }))?.id, id);
    assert.equal((await keyResets.ownReset({ person: scene.first.person })) ?? null, null);
    assert.equal((await keyResets.stopOwn({ person: scene.first.person })).kind, 'closed');
    assert.equal((await keyResets.stopOwn({ person: anna.id })).kind, 'stopped');
    assert.equal((await keyResets.withdrawReset({ by: scene.first, id })).kind, 'already-decided');
    const { id: again, link } = await beginAndWait(scene);
    assert.notEqual(again, id);
    const { text } = await scene.get(link);
    assert.equal((await keyResets.withdrawReset({ by: scene.first, id: again })).kind, 'withdrawn');
    const device = softAuthenticator(ORIGIN);
    assert.equal((await scene.post(link, { name: 'x', response: device.make(optionsIn(text)) })).to, link);
    assert.equal(await levelBy(scene, device), null);
    assert.equal(await levelBy(scene, scene.lost), 'substantial');
  });

  test('serves once: a second key by the same link, also at the same moment, is not bound', async (t) => {
    const scene = await openScene(t);
    const { link } = await beginAndWait(scene);
    const { text } = await scene.get(link);
    const devices = [1, 2].map(() => softAuthenticator(ORIGIN));
    const led = await Promise.all(
      devices.map((device) => scene.post(link, { name: 'x', response: device.make(optionsIn(text)) })),
    );
    assert.deepEqual(led.map(({ to }) => to).sort(), ['/lost-key/bound', link].sort());
    assert.equal((await scene.get(link)).status, 410);
    const { keys } = await scene.keys.listKeys({ person: scene.anna.id });
    assert.equal(keys.filter(({ kind }) => kind === 'passkey').length, 1);
  });

  test('has links that do not do each other’s work, and one that was made up does nothing', async (t) => {
    const scene = await openScene(t);
    const { link } = await beginAndWait(scene);
    const stop = scene.linkIn('reset-begun');
    for (const path of [
      stop.replace('/stop', ''),
      link.replace('/lost-key/', '/lost-key/stop/'),
      `/lost-key/${randomBytes(32).toString('base64url')}`,
      '/lost-key/short',
    ])
      assert.equal((await scene.get(path)).status, 404, path);
    await scene.post(link.replace('/lost-key/', '/lost-key/stop/'));
    assert.equal((await bindBy(scene, link)).to, '/lost-key/bound');
  });

  test('is over after a week, proposed or agreed, and a passkey that was not verified is refused', async (t) => {
    const scene = await openScene(t);
    const { link } = await beginAndWait(scene);
    const elsewhere = await bindBy(scene, link, softAuthenticator('http://elsewhere.example'));
    assert.match(elsewhere.to, /said=refused$/);
    scene.pass(8 * DAY);
    assert.equal((await scene.get(link)).status, 410);
    await scene.duty();
    assert.deepEqual(await scene.standing(), ['expired']);
    const proposed = await scene.propose();
    assert.equal(proposed.kind, 'proposed');
    scene.pass(8 * DAY);
    const { id } = proposed as { readonly id: KeyResetId };
    const late = await scene.keyResets.decideReset({ by: scene.second, id, agrees: true, comment: REASON });
    assert.equal(late.kind, 'already-decided');
  });

  test('ends when its person ended meanwhile: neither a link nor a key', async (t) => {
    for (const stage of ['waiting', 'open'] as const) {
      const scene = await openScene(t, numberOf('85073003328'));
      const { link } = stage === 'open' ? await beginAndWait(scene) : await beginWithout(scene);
      const { text } = await scene.get(link);
      const register = await scene.test.store.registerImport.begin();
      await register.addBatch([
        { ...registeredAnna(), number: numberOf('85073003328'), endedOn: '2026-11-01' as never },
      ]);
      await register.commit();
      if (stage === 'waiting') {
        scene.pass(DAY);
        await scene.duty();
        assert.equal(scene.linkIn('reset-link'), '');
      } else {
        const device = softAuthenticator(ORIGIN);
        await scene.post(link, { name: 'x', response: device.make(optionsIn(text)) });
        assert.equal(await levelBy(scene, device), null);
      }
      assert.deepEqual(await scene.standing(), ['person-gone']);
      assert.equal((await scene.keys.listKeys({ person: scene.anna.id })).keys.length, 2);
    }
  });
});

describe('saying that one lost every key', () => {
  test('answers alike for an address that is somebody’s and one that is not, writes to nobody, and changes nothing', async (t) => {
    const scene = await openScene(t);
    const mails = scene.mails.length;
    const pages = await Promise.all(
      ['anna@example.org', 'nobody@example.org'].map(async (address) => {
        await scene.get('/lost-key');
        const { to } = await scene.post('/lost-key', { address });
        return (await scene.get(to)).text
          .replace(/[2-9A-Z]{4}-[2-9A-Z]{4}/g, '')
          .replace(/again=[\w-]{22}/g, '')
          .replace(/name="csrf" value="[^"]*"/g, '');
      }),
    );
    assert.match(pages[0] ?? '', /Call us with this reference/);
    assert.ok(pages[0]?.includes(fakeSettings.contact.telephone.replaceAll(' ', '\u00a0')));
    assert.equal(pages[0], pages[1]);
    assert.equal(scene.mails.length, mails);
    assert.deepEqual(await scene.standing(), []);
  });

  test('leads a member of staff to the person, and to nobody where the address or the number is nobody’s', async (t) => {
    const scene = await openScene(t);
    const unknown = await scene.propose(scene.first, await scene.report('nobody@example.org'));
    assert.deepEqual(unknown, { kind: 'wrong', errors: [{ field: 'who', code: 'unknown' }] });
    const byNumber = await scene.keyResets.proposeReset({
      by: withReason(scene.first, REASON),
      who: { kind: 'number', number: numberOf('85073003328') },
      language: 'en',
    });
    assert.equal(byNumber.kind, 'wrong');
    assert.equal((await scene.propose(scene.first, await scene.report())).kind, 'proposed');
    assert.equal((await scene.propose(scene.second)).kind, 'already-proposed');
  });

  test('is bounded for one network, and no other is kept from it', async (t) => {
    const scene = await openScene(t);
    for (const _ of Array.from({ length: 20 })) await scene.report('anna@example.org', '192.0.2.8');
    await assert.rejects(scene.report('anna@example.org', '192.0.2.8'), /too-many/);
    assert.ok(await scene.report('anna@example.org', '192.0.2.9'));
  });
});
