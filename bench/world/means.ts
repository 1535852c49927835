import { loadSettings } from '../../src/config/load.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import { parsePersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import type { Person } from '../../src/domain/person/index.ts';
import { openOwnMeans } from '../../src/processes/wiring/own-means.ts';
import { openHostileProvider } from '../../test/support/hostile-provider.ts';
import { mailSender } from '../../test/support/mail-sender.ts';
import { formsOf, refreshOf, unescaped } from '../../test/support/plain-browser.ts';
import { softAuthenticator } from '../../test/support/soft-authenticator.ts';
import { openCards } from './cards.ts';
import { oneOf, type Presses, pressTile } from './known-login.ts';
import { openWorld, type World } from './open-world.ts';

/** Login means of the bench, besides the eIDs of other countries: what somebody does who logs in by one of them. */
export type Means = {
  readonly world: World;
  readonly passkey: (ordinal: number) => Presses;
  readonly openid: (ordinal: number) => Presses;
  readonly certificate: (ordinal: number) => Presses;
  close(): Promise<void>;
};

/**
 * Opens a world in which each known person has a passkey and a card, and can log in at an OpenID provider. Cards are shown to the platform's
 * own port, in a handshake of TLS.
 */
export async function openMeans(): Promise<Means> {
  const cards = await openCards();
  const world = await openWorld([], cards.settings);
  const people = await peopleOf(world);
  const passkeys = await Promise.all(people.map((person) => bindPasskey(world, person)));
  const provider = await openHostileProvider();
  const numbers = new Map<string, string>();
  // Each access token is that of one login, by its nonce: userinfo tells the number of whoever logged in.
  provider.state.twist.tokenResponse = (body) => ({ ...(body as object), access_token: nonceIn(body) });
  provider.state.twist.answer = (path, response, request) => {
    if (path !== '/userinfo') return false;
    const number = numbers.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...provider.person, egovNRN: number }));
    return true;
  };
  const row = await provider.row();
  await world.store.inTransaction(['meansProviders'], ({ meansProviders }) => meansProviders.put(row));
  const shown = await Promise.all(people.map((person) => cards.giveTo(world, person)));
  return {
    world,
    certificate: (ordinal) => oneOf(shown, ordinal),
    passkey: (ordinal) => pressPasskey(oneOf(passkeys, ordinal)),
    openid: (ordinal) => (shown) => {
      const led = shown.location ?? refreshOf(shown);
      if (led === null || !led.startsWith(provider.issuer))
        return led === null ? pressTile('eid', shown) : null;
      const nonce = new URL(led).searchParams.get('nonce') ?? '';
      numbers.set(nonce, oneOf(people, ordinal).number?.digits.reveal() ?? '');
      const url = `${world.origin}/means/fas/callback?${provider.logIn(led)}`;
      return { kind: 'ask', url, fields: null };
    },
    async close() {
      await provider.close();
      await world.close();
      await cards.close();
    },
  };
}

/** Those of the eIDAS logins, so that all means log in the same people. */
function peopleOf({ store, people }: World): Promise<readonly Person[]> {
  return store.inTransaction(['links', 'persons'], async ({ links, persons }) => {
    const found: Person[] = [];
    for (const text of people.one) {
      const identifier = parsePersonIdentifier(text);
      const link = identifier && (await links.findLive('DE' as CountryCode, identifier));
      const person = link && (await persons.find(link.person));
      if (!person) throw new Error('somebody of the bench is not known');
      found.push(person);
    }
    return found;
  });
}

async function bindPasskey({ store, keys, environment, origin }: World, { id: person }: Person) {
  const { passkeys } = openOwnMeans({
    ...{ store, keys, sender: mailSender },
    settings: loadSettings(environment),
    clock: () => new Date(),
  });
  const authority = { kind: 'login', authentication: { means: 'eidashigh', assurance: 'high' } } as const;
  const by = { person, authority, language: 'en' } as const;
  const begun = await passkeys.begin({ by });
  if (begun.kind !== 'ready') throw new Error('no passkey can be bound');
  const device = softAuthenticator(origin);
  const { kind } = await passkeys.bind({ by, name: 'Laptop', response: device.make(begun.options) });
  if (kind !== 'bound') throw new Error(`a passkey was not bound: ${kind}`);
  return device;
}

function pressPasskey(device: ReturnType<typeof softAuthenticator>): Presses {
  return (shown) => {
    if (shown.location !== null) return null;
    const [, options] = /data-passkey="use" data-options="([^"]*)"/.exec(shown.text) ?? [];
    if (options === undefined) return pressTile('passkey', shown);
    const form = formsOf(shown).find(({ fields }) => 'response' in fields);
    if (form === undefined) throw new Error('a passkey is asked for, and nowhere taken');
    const response = device.use(JSON.parse(unescaped(options)));
    return { kind: 'ask', url: form.action, fields: { ...form.fields, response } };
  };
}

function nonceIn(body: unknown): string {
  const [, payload = ''] = String((body as { readonly id_token?: unknown }).id_token).split('.');
  return String((JSON.parse(Buffer.from(payload, 'base64url').toString()) as { nonce?: unknown }).nonce);
}
