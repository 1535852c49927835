import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { freePort } from '#src/outside/postgres/server.ts';
import { type Fas, openFas } from '../../simulators/fas/open-fas.ts';
import { providerPeople } from '../../simulators/fas/testing/people-examples.ts';
import { type CommandProcess, startProcess } from '../support/command-process.ts';
import { emptyDatabase } from '../support/database.ts';
import { optionsIn } from '../support/plain-browser.ts';
import { softAuthenticator } from '../support/soft-authenticator.ts';
import { stepsOfPage } from '../support/steps-of-page.ts';
import { openWalkingBrowser, titleOf } from '../support/walking-browser.ts';

const CLIENT = '6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e99';
const SECRET = 'put a long random text of your own here';

/** What the page has as an example, and what it is here. */
type Places = Readonly<Record<string, string>>;

function inPlace(text: string, places: Places): string {
  return Object.entries(places).reduce((done, [from, to]) => done.replaceAll(from, to), text);
}

/** What stands before two processes: every request goes to the other one than the request before. */
async function openFront(ports: readonly number[]) {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    turn += 1;
    const { method, url: path, headers } = incoming;
    const onward = { host: '127.0.0.1', port: ports[turn % ports.length], method, path, headers };
    const passed = request(onward, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** A site that only shows what came back to it. */
async function openCallback() {
  const server = createServer((request, response) => response.end(`<h1>back</h1>${request.url}`));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { url, close: () => server.close() };
}

describe('an installation by its page alone, without the demo', () => {
  const ended: (() => unknown)[] = [];
  const started: CommandProcess[] = [];
  const printed: string[] = [];
  let [origin, callback] = ['', ''];
  let fas: Fas;

  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sluis-begin-'));
    ended.push(() => rm(folder, { recursive: true }));
    const database = await emptyDatabase({ after: (work) => void ended.unshift(work) });
    const [first, second] = [await freePort(), await freePort()];
    const front = await openFront([first, second]);
    origin = front.url;
    const site = await openCallback();
    callback = site.url;
    fas = await openFas({ port: 0, folder, platform: origin, ...providerPeople });
    ended.unshift(() => Promise.all([fas.close(), site.close(), front.close()]));
    const places = {
      'https://fas.example': new URL(fas.federal.issuer).origin,
      'https://permits.example': callback,
      'SLUIS_PORT=4000': `SLUIS_PORT=${first}`,
      'SLUIS_PORT=4100': `SLUIS_PORT=${second}`,
    };
    // Of the keys at the provider the page says how they are made; here the provider was told of these.
    const keyFile = join(folder, 'fas-client.jwks');
    await writeFile(keyFile, JSON.stringify({ keys: fas.federal.keys }));
    await chmod(keyFile, 0o600);
    const environment = {
      ...{ SLUIS_ORIGIN: origin, SLUIS_TRUSTED_PROXIES: '0', SLUIS_DATABASE_URL: database.url },
      ...{ SLUIS_KEYS: join(folder, 'keys.json'), SLUIS_DATA: folder, SLUIS_LOG_LEVEL: 'info' },
    };
    for (const step of await stepsOfPage('docs/how-to/begin-an-installation.md')) {
      if (step.kind === 'file') await writeFile(join(folder, step.name), inPlace(step.content, places));
      else await type(inPlace(step.line, places), environment, folder);
    }
  });
  after(async () => {
    await Promise.all(started.map((each) => each.kill()));
    for (const end of ended) await end();
  });

  async function type(line: string, environment: Readonly<Record<string, string>>, folder: string) {
    const [, settings = '', words = '', isLong] = /^((?:\w+=\S+ )*)bin\/sluis (.+?)( &)?$/.exec(line) ?? [];
    const own = Object.fromEntries(
      settings
        .split(' ')
        .filter(Boolean)
        .map((each) => each.split('=')),
    );
    const process = startProcess(
      words.split(' ').map((word) => (/\.(csv|json)$/.test(word) ? join(folder, word) : word)),
      { ...environment, ...own },
    );
    started.push(process);
    if (isLong) {
      if (words === 'serve') await process.said('Sluis serves');
      return;
    }
    const { code, log } = await process.ended();
    // What `doctor` warns of at the beginning, such as mail that goes nowhere, stops nothing.
    assert.ok(code === 0 || words === 'doctor', `${line}\n${log}`);
    printed.push(log);
  }

  /** The login of somebody at the provider, from the application and back to it for this capacity. */
  async function login(capacity: RegExp) {
    const walk = openWalkingBrowser();
    const query = new URLSearchParams({
      ...{ client_id: CLIENT, response_type: 'code', scope: 'openid profile vo', state: 's' },
      redirect_uri: `${callback}/callback`,
    });
    const means = await walk.open(`${origin}/op/v1/auth?${query}`);
    const signIn = await walk.follow(means, '/means/eid');
    const choice = await walk.press(signIn, 'person', {
      person: 'pieter',
      key: 'eid',
      decision: '',
      trouble: 'none',
    });
    const [, key = ''] =
      [...choice.text.matchAll(/name="key" value="([^"]+)"([\s\S]*?)<\/button>/g)].find(([text]) =>
        capacity.test(text),
      ) ?? [];
    const chosen = await walk.press(choice, 'choose-capacity', { key });
    const code = /code=([^&"<]+)/.exec(chosen.text)?.[1];
    assert.ok(code, `${titleOf(chosen)} at ${chosen.url}`);
    const answer = await fetch(`${origin}/op/v1/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${CLIENT}:${encodeURIComponent(SECRET)}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        ...{ grant_type: 'authorization_code', code, redirect_uri: `${callback}/callback` },
      }),
    });
    const { id_token } = (await answer.json()) as { id_token: string };
    return decodeJwt(id_token);
  }

  test('has a first member of staff, who comes by the link, makes a passkey, and logs in with it the next time', async () => {
    const link = /http\S+\/invitation\/\S+/.exec(printed.join('\n'))?.[0];
    assert.ok(link);
    const device = softAuthenticator(origin);
    const walk = openWalkingBrowser();
    const invited = await walk.open(link);
    const names = { givenNames: 'Noor', familyName: 'Peeters' };
    const work = await walk.press(invited, 'response', {
      ...names,
      response: device.make(optionsIn(invited.text)),
    });
    assert.equal(new URL(work.url).pathname, '/cases');
    assert.match(work.text, /Noor Peeters/);
    assert.match((await walk.open(link)).url, /\/cases$/);
    assert.match(titleOf(await openWalkingBrowser().open(link)), /invitation was used/);

    const again = openWalkingBrowser();
    const question = await again.follow(await again.open(`${origin}/cases`), '/means/passkey');
    const back = await again.press(question, 'response', { response: device.use(optionsIn(question.text)) });
    assert.equal(new URL(back.url).pathname, '/cases');
    assert.match(back.text, /Noor Peeters/);
  });

  test('has a platform administrator, who adds the first organisation and is told how its administrator comes', async () => {
    const link = [...printed.join('\n').matchAll(/http\S+\/invitation\/\S+/g)].map(([each]) => each)[1];
    assert.ok(link);
    const walk = openWalkingBrowser();
    const invited = await walk.open(link);
    const names = { givenNames: 'Ann', familyName: 'Claes' };
    const response = softAuthenticator(origin).make(optionsIn(invited.text));
    const home = await walk.press(invited, 'response', { ...names, response });
    assert.equal(new URL(home.url).pathname, '/platform');
    const reason = 'The first one of this installation';
    const typed = { targetGroup: 'VER', code: 'V0001001', name: 'Harbour club', parent: '', reason };
    const form = await walk.open(`${origin}/platform/organisations/new`);
    const added = await walk.press(form, 'code', typed);
    assert.equal(titleOf(added), 'Harbour club');
    const again = await walk.press(await walk.open(form.url), 'code', typed);
    assert.equal(new URL(again.url).pathname, new URL(added.url).pathname, 'known already: it leads there');
    assert.match((await walk.open(`${origin}/platform`)).text, /Harbour club/, 'nobody decides there yet');
    const invite = await walk.follow(added, '/administrators/new');
    const person = {
      givenNames: 'Pieter',
      familyName: 'Example',
      email: 'pieter@club.example',
      phone: '+32 2 553 17 00',
    };
    const told = await walk.press(invite, 'givenNames', { ...person, reason });
    assert.match(told.text, /No mail is sent by this installation/);
  });

  test('lets a Belgian user in as a citizen, and for the organisation that they represent by law', async () => {
    const citizen = await login(/Myself|yourself|citizen/i);
    assert.equal(citizen.vo_orgcode, undefined);
    assert.equal(citizen.family_name, 'Example');
    const representative = await login(/Example Works/);
    assert.equal(representative.vo_orgcode, '0403170701');
  });
});
