import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { keepOwnApplication } from '#src/processes/wiring/keep-own-application.ts';
import { acting, openAccessScene, REASON } from '../../../test/support/access-scene.ts';
import { enterprise, type TestContext } from '../../../test/support/open-test-store.ts';
import { afterWorkingDays } from '../../base/working-days.ts';
import { actingStaff, withReason } from '../acting/index.ts';
import { byImport } from '../rights/index.ts';
import { caseworkApplicationId, staffRightCodes } from '../staff/index.ts';
import { requestDuties } from './index.ts';

const WHY = 'The owner of the bridge agreed by telephone.';
const typed = { right: 'KLIPgebruiker', contexts: ['Raadpleger'], until: '' };
const relation = { type: 'permanent', email: 'felix@example.org', phone: '', jobTitle: '' } as const;

/** The scene of requests, with an organisation that runs the platform: `hire` gives it an administrator. */
async function openPlatformScene(t: TestContext) {
  const scene = await openAccessScene(t);
  await keepOwnApplication(scene.store);
  const platform = enterprise('OVO000000', { targetGroup: 'GID', name: 'Sluis' });
  await scene.store.inTransaction(['organisations'], ({ organisations }) => organisations.put(platform));
  const hire = async (name: string) => {
    const person = await scene.worker(name, platform);
    await scene.store.inTransaction(['rights', 'heldAccess'], async ({ rights, heldAccess }) => {
      const [work] = await heldAccess.of(person, platform.id);
      assert.ok(work);
      await rights.add({
        ...{ id: randomUUID(), workRelation: work.relation.id, organisation: platform.id, contexts: [] },
        ...{ application: caseworkApplicationId, right: staffRightCodes['platform-administrator'] },
        ...{ given: byImport, validity: work.relation.validity },
      });
    });
    const rights = ['platform-administrator'] as const;
    return withReason(actingStaff({ person, name, organisation: platform.id, rights }), WHY);
  };
  return { ...scene, platform, hire };
}

test('a request to an organisation in which nobody decides is mailed to the platform once, and approved there with changes: the right is there', async (t) => {
  const scene = await openPlatformScene(t);
  const { requests, felix, hugo, organisation, other } = scene;
  const ann = await scene.hire('Ann');
  assert.equal(await requests.countPlatformRequests({ by: ann }), 0);
  const asked = await scene.ask({ organisation: other.id });
  assert.ok(asked.kind === 'asked' && asked.deciders === 'platform');
  assert.deepEqual(await scene.mailed(), ['access-to-platform ann@example.org']);
  const request = asked.request.id;

  const listed = await requests.listPlatformRequests({ by: ann, after: null });
  assert.deepEqual(
    listed?.requests.map(({ id, organisationName }) => [id, organisationName]),
    [[request, 'Exotic Bridges NV']],
  );
  assert.equal(await requests.countPlatformRequests({ by: ann }), 1);
  const view = await requests.viewRequest({ by: ann, request });
  assert.deepEqual([view?.request.id, view?.organisation.name], [request, 'Exotic Bridges NV']);
  const viewed = (await scene.store.audit.list()).filter(({ kind }) => kind === 'access-request.viewed');
  assert.deepEqual(viewed[0]?.subject, { kind: 'person', id: felix });

  const elsewhere = acting(hugo, organisation);
  assert.equal(await requests.viewRequest({ by: elsewhere, request }), null);
  assert.equal(await requests.listPlatformRequests({ by: elsewhere, after: null }), null);
  const approve = { request, typed, note: '', relation };
  assert.equal((await requests.approveRequest({ ...approve, by: elsewhere })).kind, 'unknown-request');

  const silent = await requests.approveRequest({ ...approve, by: withReason(ann, '') });
  assert.deepEqual(silent.kind === 'wrong' && silent.errors, [{ field: 'why', code: 'empty' }]);
  assert.equal((await requests.approveRequest({ ...approve, by: ann })).kind, 'approved');
  const { held } = await requests.viewOwnAccess({ person: felix });
  assert.deepEqual(
    held.flatMap(({ rights }) => rights.map(({ contexts, given }) => [contexts, given.as])),
    [[['Raadpleger'], 'platform']],
  );
  const history = await scene.store.inTransaction(['organisationHistory'], ({ organisationHistory }) =>
    organisationHistory.list({ organisations: [other.id] }, 10),
  );
  const approved = history.find(({ kind }) => kind === 'approved');
  assert.deepEqual([approved?.by.authority, approved?.reason?.reveal()], ['platform', WHY]);
  assert.ok((await scene.mailed()).includes('access-granted felix@example.org'));
  assert.equal(await requests.countPlatformRequests({ by: ann }), 0);
});

test('the platform decides about no request before it came there, and about every one after ten working days', async (t) => {
  const scene = await openPlatformScene(t);
  const { requests, organisation } = scene;
  const ann = await scene.hire('Ann');
  const asked = await scene.ask();
  assert.ok(asked.kind === 'asked');
  const request = asked.request.id;
  const refuse = () => requests.refuseRequest({ by: ann, request, reason: REASON, remedy: '' });
  assert.equal((await refuse()).kind, 'unknown-request');
  assert.equal(await requests.viewRequest({ by: ann, request }), null);
  const [duty] = requestDuties(scene.world, ({ error }) => assert.ifError(error));
  scene.moveTo(afterWorkingDays(scene.now(), 9));
  await duty?.run(scene.now());
  await scene.mailed();
  assert.equal((await refuse()).kind, 'unknown-request');
  scene.moveTo(afterWorkingDays(scene.now(), 1));
  for (const _ of [1, 2]) await duty?.run(scene.now());
  assert.deepEqual(await scene.mailed(), ['access-to-platform ann@example.org']);
  const question = { by: ann, request, text: 'For which sites is this?' };
  assert.equal((await requests.askAsker(question)).kind, 'questioned');
  await requests.answerQuestion({ person: scene.felix, request, text: 'For all.' });
  assert.ok((await scene.mailed()).includes('access-to-platform ann@example.org'), 'it stays there');
  assert.notEqual(await requests.viewRequest({ by: acting(scene.pia, organisation), request }), null);
  assert.equal((await refuse()).kind, 'refused');
});

test('nobody decides about themselves for the platform, nor whoever does not administer it any more', async (t) => {
  const scene = await openPlatformScene(t);
  const { requests, other } = scene;
  const ann = await scene.hire('Ann');
  const bea = await scene.hire('Bea');
  const asked = await scene.ask({ person: ann.person, organisation: other.id });
  assert.ok(asked.kind === 'asked');
  assert.deepEqual(await scene.mailed(), [
    'access-asked ann@example.org',
    'access-to-platform bea@example.org',
  ]);
  const request = asked.request.id;
  const refuse = (by: typeof ann) => requests.refuseRequest({ by, request, reason: REASON, remedy: '' });
  assert.equal((await refuse(ann)).kind, 'unknown-request');
  assert.deepEqual((await requests.listPlatformRequests({ by: ann, after: null }))?.requests, []);
  const former = { ...bea, person: await scene.worker('Cas', scene.platform) };
  assert.equal((await refuse(former)).kind, 'unknown-request', 'whatever their session says');
  assert.equal((await refuse(bea)).kind, 'refused');
});

test('a right that needs two is given for an organisation by two administrators of the platform', async (t) => {
  const scene = await openPlatformScene(t);
  const { requests, felix, other } = scene;
  const [ann, bea] = [await scene.hire('Ann'), await scene.hire('Bea')];
  const key = { right: 'KLIPsleutel', contexts: [], until: '' };
  const asked = await scene.ask({ organisation: other.id, typed: { ...key, reason: REASON } });
  assert.ok(asked.kind === 'asked');
  const approve = { typed: key, note: '', relation };
  const first = await requests.approveRequest({ ...approve, by: ann, request: asked.request.id });
  assert.equal(first.kind, 'needs-second');
  const listed = await requests.listPlatformRequests({ by: bea, after: null });
  const second = listed?.requests.find(({ wish }) => wish.kind === 'second-administrator');
  assert.ok(second);
  assert.equal(
    (await requests.approveRequest({ ...approve, by: ann, request: second.id })).kind,
    'unknown-request',
  );
  assert.equal((await requests.approveRequest({ ...approve, by: bea, request: second.id })).kind, 'approved');
  const { held } = await requests.viewOwnAccess({ person: felix });
  assert.deepEqual(
    held.flatMap(({ rights }) => rights.map(({ right, given }) => [right, given.as])),
    [['KLIPsleutel', 'platform']],
  );
});
