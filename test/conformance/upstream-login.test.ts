import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Redacted } from '../../src/base/redacted.ts';
import { later, MINUTE } from '../../src/base/time.ts';
import { LEVEL_400 } from '../support/hostile-provider.ts';
import { otherBrowser, ownBrowser } from '../support/login-walk.ts';
import { openUpstreamWalk, type UpstreamWalk } from '../support/upstream-walk.ts';

type Began = Awaited<ReturnType<UpstreamWalk['begin']>>;

async function toProvider(
  scene: UpstreamWalk,
  { id }: Pick<Began, 'id'>,
  code?: string,
  address?: string,
): Promise<string> {
  const left = await scene.press(id, code, address);
  assert.ok(left.kind === 'to-provider', left.kind);
  return left.url;
}

const stateOf = async (scene: UpstreamWalk, { id }: Pick<Began, 'id'>) => scene.walk.stateOf(id);

const noticeOf = async (scene: UpstreamWalk, began: Began) => {
  const state = await stateOf(scene, began);
  if (state.kind === 'stopped') return state.problem.kind;
  const notice = 'notice' in state ? state.notice : null;
  return notice?.kind === 'means' ? `${notice.tile} ${notice.failure}` : state.kind;
};

describe('a login by an OpenID provider', () => {
  test('leads whoever proved a number to themselves, at the level that was told', async (t) => {
    const scene = await openUpstreamWalk(t);
    const began = await scene.begin();
    const url = await toProvider(scene, began);
    const asked = new URL(url).searchParams;
    assert.equal(asked.get('redirect_uri'), 'https://sluis.example/means/fas/callback');
    assert.equal(asked.get('acr_values'), 'urn:be:fedict:iam:fas:citizen:Level500');
    assert.equal(asked.get('ui_locales'), 'en');
    assert.equal(asked.get('max_age'), '7200');
    assert.equal((await scene.comeBack(scene.answerTo(url))).kind, 'shown');
    const state = await stateOf(scene, began);
    assert.ok(state.kind === 'without-capacity');
    assert.deepEqual(
      [state.authentication.means, state.authentication.assurance, state.authentication.tile],
      ['eid', 'high', 'eid'],
    );
    const person = await scene.walk.test.store.persons.find(state.person);
    assert.deepEqual([person?.givenNames, person?.familyName], ['Jan', 'Peeters']);
  });

  test('counts as what was used there, which need not be what was pressed', async (t) => {
    const scene = await openUpstreamWalk(t);
    scene.federal.state.acr = LEVEL_400;
    scene.federal.state.amr = [];
    const began = await scene.begin();
    await scene.comeBack(scene.answerTo(await toProvider(scene, began)));
    const state = await stateOf(scene, began);
    assert.ok(state.kind === 'without-capacity');
    assert.deepEqual(
      [state.authentication.means, state.authentication.assurance, state.authentication.tile],
      ['csamtotp', 'substantial', 'csamtotp'],
    );
  });

  test('is not enough when less was proved than the application asks', async (t) => {
    const scene = await openUpstreamWalk(t);
    scene.federal.state.acr = LEVEL_400;
    const began = await scene.begin({ means: ['eid'] });
    await scene.comeBack(scene.answerTo(await toProvider(scene, began)));
    assert.equal(await noticeOf(scene, began), 'means-too-weak');
  });

  test('asks for what the application asks: a fresh proof, and how old it may be', async (t) => {
    const scene = await openUpstreamWalk(t);
    const forced = new URL(await toProvider(scene, await scene.begin({ isForced: true }))).searchParams;
    assert.deepEqual([forced.get('prompt'), forced.get('max_age')], ['login', '0']);
    const fresh = new URL(await toProvider(scene, await scene.begin({ maxAgeSeconds: 300 }))).searchParams;
    assert.deepEqual([fresh.get('prompt'), fresh.get('max_age')], [null, '300']);
  });

  test('is left for by a link that may be followed twice', async (t) => {
    const scene = await openUpstreamWalk(t);
    const began = await scene.begin();
    const url = await toProvider(scene, began);
    assert.equal(await toProvider(scene, began), url);
    scene.walk.test.moveTo(later(scene.walk.test.now(), 2 * MINUTE));
    assert.notEqual(await toProvider(scene, began), url);
  });

  test('comes to the same when its answer comes twice, at one moment, in two processes, or from the back button', async (t) => {
    const scene = await openUpstreamWalk(t);
    const began = await scene.begin();
    const search = scene.answerTo(await toProvider(scene, began));
    const [one, two] = await Promise.all([scene.comeBack(search), scene.comeBack(search)]);
    assert.deepEqual([one.kind, two.kind], ['shown', 'shown']);
    assert.equal((await scene.comeBack(search)).kind, 'moved');
    assert.equal((await stateOf(scene, began)).kind, 'without-capacity');

    const another = await scene.begin();
    const answer = scene.answerTo(await toProvider(scene, another));
    const kinds = await Promise.all([scene.comeBack(answer), scene.comeBack(answer, { by: scene.start() })]);
    assert.deepEqual(kinds.map(({ kind }) => kind).sort(), ['moved', 'shown']);
    // Whoever was second was told that it did not work, before or after: the proof counts.
    assert.equal((await stateOf(scene, another)).kind, 'without-capacity');
  });

  test('leads nobody on who said meanwhile that it is not them, or who left for something else', async (t) => {
    const scene = await openUpstreamWalk(t);
    const came = await scene.begin();
    const url = await toProvider(scene, came);
    // The same link, followed twice: two answers, both good, to one request.
    const [first, second] = [scene.answerTo(url), scene.answerTo(url)];
    let goOn = () => {};
    const until = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const held = scene.comeBack(second, { by: scene.start({ afterReceiving: () => until }) });
    assert.equal((await scene.comeBack(first)).kind, 'shown');
    assert.equal((await stateOf(scene, came)).kind, 'without-capacity');
    await scene.walk.login.answer(came.id, ownBrowser, { kind: 'not-me' });
    goOn();
    assert.equal((await held).kind, 'moved');
    assert.equal((await stateOf(scene, came)).kind, 'choosing-means');

    const left = await scene.begin();
    const answer = scene.answerTo(await toProvider(scene, left));
    const late = scene.comeBack(answer, {
      by: scene.start({ afterReceiving: () => toProvider(scene, left, 'itsme').then(() => {}) }),
    });
    assert.equal((await late).kind, 'moved');
    const state = await stateOf(scene, left);
    assert.deepEqual([state.kind, 'tile' in state && state.tile], ['waiting', 'itsme']);
  });

  test('is refused in another browser, and goes on in its own', async (t) => {
    const scene = await openUpstreamWalk(t);
    const began = await scene.begin();
    const search = scene.answerTo(await toProvider(scene, began));
    const stranger = await scene.comeBack(search, { browser: otherBrowser });
    assert.ok(stranger.kind === 'problem' && stranger.view.problem.kind === 'other-browser');
    assert.equal((await scene.comeBack(search)).kind, 'shown');
  });

  test('belongs to a login: without a state, with another one or for one that is over it leads nowhere else', async (t) => {
    const scene = await openUpstreamWalk(t);
    for (const search of ['', '?code=x', '?code=x&state=nonsense', '?code=x&state=a.b'])
      assert.equal((await scene.comeBack(search)).kind, 'unknown');
    const began = await scene.begin();
    const url = await toProvider(scene, began);
    const search = scene.answerTo(url);
    scene.walk.test.moveTo(later(scene.walk.test.now(), 61 * MINUTE));
    const late = await scene.comeBack(search);
    assert.ok(late.kind === 'problem' && late.view.problem.kind === 'expired');
  });

  test('takes no answer at the address of another provider, and none to an older request (O01, O02)', async (t) => {
    const scene = await openUpstreamWalk(t);
    const began = await scene.begin();
    const first = scene.answerTo(await toProvider(scene, began));
    assert.equal((await scene.comeBack(first, { provider: 'acme-idp' })).kind, 'moved');
    assert.equal((await stateOf(scene, began)).kind, 'waiting');
    scene.walk.test.moveTo(later(scene.walk.test.now(), 2 * MINUTE));
    const second = scene.answerTo(await toProvider(scene, began));
    assert.equal((await scene.comeBack(first)).kind, 'moved');
    assert.equal((await stateOf(scene, began)).kind, 'waiting');
    assert.equal(scene.federal.seen.filter(({ path }) => path === '/token').length, 0);
    assert.equal((await scene.comeBack(second)).kind, 'shown');
  });

  test('says what became of it where nothing was proved', async (t) => {
    const scene = await openUpstreamWalk(t);
    const told: string[] = [];
    for (const error of ['access_denied', 'login_required', 'server_error']) {
      const began = await scene.begin();
      const answer = new URLSearchParams(scene.answerTo(await toProvider(scene, began)));
      answer.delete('code');
      answer.set('error', error);
      await scene.comeBack(`?${answer}`);
      told.push(await noticeOf(scene, began));
    }
    assert.deepEqual(told, ['eid cancelled', 'eid failed', 'eid unavailable']);

    const injected = await scene.begin();
    const url = await toProvider(scene, injected);
    const stolen = new URLSearchParams(scene.answerTo(await toProvider(scene, await scene.begin())));
    const answer = new URLSearchParams(scene.answerTo(url));
    answer.set('code', stolen.get('code') ?? '');
    await scene.comeBack(`?${answer}`);
    assert.equal(await noticeOf(scene, injected), 'eid failed');

    const forged = await scene.begin();
    scene.federal.state.twist.claims = (claims) => ({ ...claims, aud: 'somebody-else' });
    await scene.comeBack(scene.answerTo(await toProvider(scene, forged)));
    assert.equal(await noticeOf(scene, forged), 'means-not-accepted');
    const events = await scene.walk.test.store.audit.list();
    for (const code of ['upstream.code', 'upstream.audience'])
      assert.ok(events.some(({ details }) => details.detail === code));
  });

  test('is not waited for when its provider cannot be reached: the other ways are there', async (t) => {
    const scene = await openUpstreamWalk(t);
    const began = await scene.begin();
    scene.federal.state.twist.document = () => ({});
    const left = await scene.press(began.id);
    assert.equal(left.kind, 'arrived');
    assert.equal(await noticeOf(scene, began), 'eid unavailable');
  });
});

describe("a login by an organisation's own provider", () => {
  const address = 'jan.peeters@acme.example';
  const back = async (scene: UpstreamWalk, began: Began, given = address) =>
    scene.comeBack(scene.answerTo(await toProvider(scene, began, 'organisation', given), scene.own), {
      provider: 'acme-idp',
    });

  test('is found by the domain of a mail address, which is told to no other provider', async (t) => {
    const scene = await openUpstreamWalk(t);
    const began = await scene.begin();
    for (const unknown of [
      'jan@other.example',
      'jan@sub.acme.example',
      'jan@acme.example.evil.example',
      'jan',
      '',
    ])
      assert.equal(
        (await scene.press(began.id, 'organisation', unknown)).kind,
        'unknown-organisation',
        unknown,
      );
    assert.equal((await stateOf(scene, began)).kind, 'choosing-means');
    const url = await toProvider(scene, began, 'organisation', address.toUpperCase());
    assert.ok(url.startsWith(scene.own.issuer));
    assert.equal(new URL(url).searchParams.get('login_hint'), address.toUpperCase());
    const other = await toProvider(scene, began, 'organisation', 'an@acme.example');
    assert.equal(new URL(other).searchParams.get('login_hint'), 'an@acme.example');
  });

  test('leads to whom the account was bound to, for that organisation alone and never above what was agreed', async (t) => {
    const scene = await openUpstreamWalk(t);
    const employee = await scene.addEmployee();
    const began = await scene.begin();
    assert.equal((await back(scene, began)).kind, 'shown');
    const state = await stateOf(scene, began);
    assert.ok('authentication' in state && 'person' in state);
    assert.equal(state.person, employee.id);
    assert.deepEqual(
      [state.authentication.means, state.authentication.assurance, state.authentication.organisation],
      ['organisation', 'substantial', scene.organisation.id],
    );
  });

  test('leads to nobody by mail address or name: an account that nobody bound is unknown (O09)', async (t) => {
    const scene = await openUpstreamWalk(t);
    await scene.addEmployee();
    scene.own.state.twist.claims = (claims) => ({ ...claims, sub: 'somebody-else' });
    scene.own.state.twist.userinfo = (told) => ({ ...told, sub: 'somebody-else' });
    const began = await scene.begin();
    await back(scene, began);
    assert.equal(await noticeOf(scene, began), 'organisation unknown-account');
  });

  test('leads to nobody by the subject that another provider tells (O09)', async (t) => {
    const scene = await openUpstreamWalk(t);
    const employee = await scene.addEmployee({ subject: null });
    const began = await scene.begin();
    await scene.comeBack(scene.answerTo(await toProvider(scene, began)));
    const state = await stateOf(scene, began);
    assert.ok('person' in state && state.person !== employee.id);
  });

  test('refuses a mail address of another organisation, or one that was not verified', async (t) => {
    const scene = await openUpstreamWalk(t);
    await scene.addEmployee();
    assert.equal((await back(scene, await scene.begin())).kind, 'shown');
    for (const changed of [{ email: 'jan@other.example' }, { email_verified: false }, { email: undefined }]) {
      scene.own.state.twist.userinfo = (told) => ({ ...told, ...changed });
      const began = await scene.begin();
      await back(scene, began);
      assert.equal(await noticeOf(scene, began), 'means-not-accepted', JSON.stringify(changed));
    }
  });

  test('counts only as long as they work there', async (t) => {
    const scene = await openUpstreamWalk(t);
    await scene.addEmployee({ works: false });
    const began = await scene.begin();
    await back(scene, began);
    assert.equal(await noticeOf(scene, began), 'means-not-accepted');
  });
});

describe('an account of an organisation that nobody bound', () => {
  const address = 'jan.peeters@acme.example';
  const comeFromOrganisation = async (scene: UpstreamWalk, began: Began) => {
    const url = await toProvider(scene, began, 'organisation', address);
    return scene.comeBack(scene.answerTo(url, scene.own), { provider: 'acme-idp' });
  };
  const comeFromFederal = async (scene: UpstreamWalk, began: Began) =>
    scene.comeBack(scene.answerTo(await toProvider(scene, began)));

  /** Somebody comes with it, and then proves who they are otherwise in the same login. */
  async function askedWhose(scene: UpstreamWalk) {
    const began = await scene.begin();
    await comeFromOrganisation(scene, began);
    assert.equal(await noticeOf(scene, began), 'organisation unknown-account');
    await comeFromFederal(scene, began);
    const attempt = await scene.walk.test.store.attempts.find(began.id);
    assert.ok(attempt?.state.kind === 'binding-account', attempt?.state.kind);
    return { began, attempt, state: attempt.state };
  }

  test('is bound to whoever proves who they are in the same login and says that it is theirs', async (t) => {
    const scene = await openUpstreamWalk(t);
    const { began, attempt, state } = await askedWhose(scene);
    const shown = await scene.walk.login.show(began.id, ownBrowser);
    assert.deepEqual(shown.kind === 'page' && shown.page, {
      kind: 'account',
      email: address,
      organisation: scene.organisation.name,
    });
    const { issuer = '', subject = '', email = '' } = attempt.unbound ?? {};
    const { person, authentication } = state;
    const by = { person, authority: { kind: 'login', authentication }, language: 'en' } as const;
    const asked = { by, issuer, subject: new Redacted(subject), email };
    assert.equal((await scene.keys.bindOrganisationAccount(asked)).kind, 'bound');
    await scene.walk.answer(began.id, { kind: 'continue' });
    assert.equal((await stateOf(scene, began)).kind, 'without-capacity');
    // Asked once more for the same account, it is theirs already; for somebody else it is taken.
    assert.equal((await scene.keys.bindOrganisationAccount(asked)).kind, 'bound');
    const other = { ...asked, by: { ...by, person: (await scene.addEmployee({ subject: null })).id } };
    assert.equal((await scene.keys.bindOrganisationAccount(other)).kind, 'taken');

    await scene.employ(person);
    const next = await scene.begin();
    await comeFromOrganisation(scene, next);
    const after = await stateOf(scene, next);
    assert.ok('person' in after && after.person === person);
  });

  test('is bound to nobody without a word of theirs, and asked about once', async (t) => {
    const scene = await openUpstreamWalk(t);
    const { began } = await askedWhose(scene);
    await scene.walk.answer(began.id, { kind: 'continue' });
    assert.equal((await stateOf(scene, began)).kind, 'without-capacity');
    await scene.walk.answer(began.id, { kind: 'continue' });
    assert.equal((await stateOf(scene, began)).kind, 'without-capacity');
    const next = await scene.begin();
    await comeFromOrganisation(scene, next);
    assert.equal(await noticeOf(scene, next), 'organisation unknown-account');
  });

  test('is forgotten in another login, and bound by no weaker proof', async (t) => {
    const scene = await openUpstreamWalk(t);
    const first = await scene.begin();
    await comeFromOrganisation(scene, first);
    const second = await scene.begin();
    await comeFromFederal(scene, second);
    assert.equal((await stateOf(scene, second)).kind, 'without-capacity');
    const by = {
      person: (await scene.addEmployee({ subject: null })).id,
      authority: { kind: 'login', authentication: { means: 'emailcode', assurance: 'low' } },
      language: 'en',
    } as const;
    const asked = { by, issuer: scene.own.issuer, subject: new Redacted('x'), email: address };
    assert.equal((await scene.keys.bindOrganisationAccount(asked)).kind, 'too-weak');
  });
});
