import { createPrivateKey } from 'node:crypto';
import { writeAssertion, writeResponse } from '../../src/protocols/eidas/service/write-response.ts';
import { makeSelfSignedCertificate } from '../../src/protocols/saml/certificate.ts';
import { nextOfLogin } from '../../test/support/login-way.ts';
import { openBrowser } from '../browser.ts';
import type { Figure, Section } from '../report.ts';
import { format } from '../report.ts';
import { BRINGING, oneOf, openVisitor, type Visitor } from '../world/known-login.ts';
import type { World } from '../world/open-world.ts';
import { applications } from '../world/people.ts';
import { expect, goOn, inTurns, locationOf, walkInWaves } from '../world/waves.ts';
import { dearChanges } from './hostile-xml.ts';
import { median } from './known-login.ts';

const MESSAGES = 40;
const KILOBYTE = 1024;

type Hostile = readonly [name: string, message: (asked: { request: string; identifier: string }) => string];

/** What it costs to refuse: CPU of the platform for one message of each kind, against an honest one that is accepted. */
export async function measureHostile(world: World, rounds: number): Promise<Section> {
  const kinds = await hostileKinds(world);
  const costs = new Map<string, number[]>();
  const honest: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    honest.push(await costOfHonest(world));
    for (const [name, message] of kinds) {
      const known = costs.get(name) ?? [];
      costs.set(name, [...known, (await cost(world, message)) / (honest.at(-1) ?? 1)]);
    }
    const replayed = costs.get('replay') ?? [];
    costs.set('replay', [...replayed, (await costOfReplay(world)) / (honest.at(-1) ?? 1)]);
  }
  const figures = [...costs].map(
    ([name, ratios]): Figure => ({
      name: `${name}: CPU to refuse ÷ CPU to accept an honest one`,
      value: median(ratios),
      unit: 'ratio',
      limit: { most: 1 },
    }),
  );
  return { title: `Hostile answers (an honest one costs ${format(median(honest))} ms)`, figures };
}

/** An honest answer is accepted when the browser has fetched it: the post alone lets nobody in. */
async function costOfHonest(world: World): Promise<number> {
  const visitors = await atTheDoor(world);
  for (const { next } of visitors) next?.prepare?.();
  const { cpu } = await world.platform.usage();
  await inTurns(visitors, async (visitor) => {
    await goOn(visitor);
    await goOn(visitor);
  });
  return ((await world.platform.usage()).cpu - cpu) / visitors.length;
}

/** What cannot be believed gets a page at once; what cannot be used leads its own browser back to the choice, which is a request more. */
async function cost(world: World, message: Hostile[1]): Promise<number> {
  const visitors = await atTheDoor(world);
  const brought = visitors.map(({ browser, identifier, request }) => ({
    browser,
    SAMLResponse: message({ request: request(), identifier }),
  }));
  const { cpu } = await world.platform.usage();
  await inTurns(brought, async ({ browser, SAMLResponse }) => {
    const answer = await openBrowser().post(`${world.origin}/eidas/acs`, { SAMLResponse });
    if (answer.status >= 400) return;
    const url = locationOf(answer, world.origin, 'acs');
    const { location, body: text } = await browser.get(url);
    const next = nextOfLogin({ url, location, text });
    if (next.kind !== 'ask' || next.url.includes('/op/')) throw new Error('a hostile message was accepted');
  });
  return ((await world.platform.usage()).cpu - cpu) / brought.length;
}

/** What was answered once comes to the same place once more, and nobody else's browser is let in there. */
async function costOfReplay(world: World): Promise<number> {
  const visitors = await atTheDoor(world);
  const messages = visitors.map((visitor) =>
    world.country.answer({ request: visitor.request(), identifier: visitor.identifier }),
  );
  const bring = (SAMLResponse: string) =>
    openBrowser()
      .post(`${world.origin}/eidas/acs`, { SAMLResponse })
      .then((answer) => expect(answer, 303, 'acs'));
  await inTurns(messages, async (message) => void (await bring(message)));
  const { cpu } = await world.platform.usage();
  await inTurns(messages, async (message) => {
    const led = locationOf(await bring(message), world.origin, 'acs');
    expect(await openBrowser().get(led), 403, 'return of another browser');
  });
  return ((await world.platform.usage()).cpu - cpu) / messages.length;
}

async function atTheDoor(world: World): Promise<readonly Visitor[]> {
  const visitors = Array.from({ length: MESSAGES }, (_, index) =>
    openVisitor(world, applications.RS256, oneOf(world.people.one, index)),
  );
  await walkInWaves(visitors, { until: BRINGING });
  return visitors;
}

async function hostileKinds({ country }: World): Promise<readonly Hostile[]> {
  const encode = (xml: string) => Buffer.from(xml).toString('base64');
  const stranger = await makeSelfSignedCertificate({
    subject: 'CN=stranger,C=DE',
    keyType: { kind: 'ec', curve: 'P-256' },
    years: 1,
    at: new Date(),
  });
  const strange = {
    privateKey: createPrivateKey(stranger.privateKeyPem),
    certificate: stranger.certificatePem,
    algorithm: 'ecdsa-sha256',
  } as const;
  const honest = (asked: Parameters<Hostile[1]>[0]) => writeResponse(country.wish(asked));
  const swap = (xml: string, from: string | RegExp, to: string) => {
    const changed = xml.replace(from, to);
    if (changed === xml) throw new Error('a hostile message is not hostile');
    return changed;
  };
  const entities = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  ).join('');
  return [
    ['unsigned', (asked) => encode(swap(honest(asked), /<ds:Signature .*<\/ds:Signature>/s, ''))],
    [
      'changed after signing',
      (asked) => encode(swap(honest(asked), 'Version="2.0"', 'Version="2.0" Consent="urn:x"')),
    ],
    ['signed by a stranger', (asked) => encode(writeResponse({ ...country.wish(asked), signing: strange }))],
    [
      'not encrypted',
      (asked) =>
        encode(
          swap(
            honest(asked),
            /<saml:EncryptedAssertion>.*<\/saml:EncryptedAssertion>/s,
            writeAssertion(country.wish(asked)),
          ),
        ),
    ],
    [
      'for another connector',
      (asked) =>
        encode(writeResponse({ ...country.wish(asked), audience: 'https://other.example/metadata' })),
    ],
    [
      'to a request that nobody made',
      (asked) => country.answer({ ...asked, request: '_0123456789012345678901234567890' }),
    ],
    [
      'entity bomb',
      (asked) =>
        encode(`<!DOCTYPE r [<!ENTITY l0 "ha">${entities}]>${swap(honest(asked), 'Success', '&l9;')}`),
    ],
    ['120 KiB of elements', () => encode(`<r>${'<a b="c">d</a>'.repeat((120 * KILOBYTE) / 14)}</r>`)],
    ['90 KiB of nested elements', () => encode(`${'<a>'.repeat(13_000)}${'</a>'.repeat(13_000)}`)],
    ['one megabyte', () => encode(`<r>${'a'.repeat(700 * KILOBYTE)}</r>`)],
    ['not base64', () => '<not base64>'.repeat(500)],
    ...Object.entries(dearChanges).map(
      ([name, dear]): Hostile => [name, (asked) => encode(dear(honest(asked)))],
    ),
  ];
}
