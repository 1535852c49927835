import type { Application } from '../../src/domain/application/index.ts';
import { requestIn } from './country.ts';
import type { World } from './open-world.ts';
import { codeIn, expect, locationOf, openParty, type Party, type Step } from './waves.ts';

/** One person on the way through a login. */
export type Visitor = Party & {
  readonly identifier: string;
  /** The address of the login, of the next request, or of what was last led to. */
  login: string;
  next: string;
  page: string;
  /** The message of the member state. */
  message: string;
  token: string;
};

/** A person who is known, at the application's door. */
export function openVisitor(world: World, application: Application, ordinal: number): Visitor {
  const party = openParty(application, `${world.origin}/op/v1/auth`, `${world.origin}/op/v1/token`);
  const identifier = world.identifiers[ordinal % world.identifiers.length] ?? '';
  return { ...party, identifier, login: '', next: '', page: '', message: '', token: '' };
}

/** Every request of a known-link login, from the authorization request to the tokens, with a choice between two companies. */
export function knownLoginSteps(world: World): readonly Step<Visitor>[] {
  const { origin } = world;
  return [
    ...stepsToCountry(world),
    {
      name: 'country answer (acs)',
      prepare: (visitor) => {
        visitor.message = world.country.answer({
          request: visitor.next,
          identifier: visitor.identifier,
        });
      },
      async take(visitor) {
        const fields = { SAMLResponse: visitor.message };
        const answer = expect(await visitor.browser.post(`${origin}/eidas/acs`, fields), 303, 'acs');
        visitor.next = locationOf(answer, origin, 'acs');
      },
    },
    {
      name: 'return',
      async take(visitor) {
        expect(await visitor.browser.get(visitor.next), 303, 'return');
      },
    },
    showPage('capacity page'),
    {
      name: 'choose capacity',
      async take(visitor) {
        const key = /name="key"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="key"/.exec(visitor.page);
        await post(visitor, { answer: 'choose-capacity', key: unescaped(key?.[1] ?? key?.[2] ?? '') }, 303);
      },
    },
    {
      name: 'page to the application',
      async take(visitor) {
        const page = expect(await visitor.browser.get(visitor.login), 200, 'page to the application').body;
        visitor.next = linkIn(page, `${origin}/op/`);
      },
    },
    {
      name: 'resume',
      async take(visitor) {
        visitor.next = locationOf(await visitor.browser.get(visitor.next), origin, 'resume');
      },
    },
    {
      name: 'token',
      async take(visitor) {
        const answer = expect(await visitor.redeem(codeIn(visitor.next)), 200, 'token');
        visitor.token = (JSON.parse(answer.body) as { access_token: string }).access_token;
      },
    },
  ];
}

/** The requests up to the member state's door. */
export function stepsToCountry({ origin }: World): readonly Step<Visitor>[] {
  return [
    {
      name: 'authorization request',
      async take(visitor) {
        const answer = await visitor.browser.get(visitor.authorization);
        visitor.login = locationOf(answer, origin, 'authorization');
      },
    },
    showPage('means page'),
    {
      name: 'choose means',
      take: (visitor) => post(visitor, { answer: 'choose-means', tile: 'eidas' }, 303),
    },
    showPage('country page'),
    {
      name: 'choose country',
      async take(visitor) {
        await post(visitor, { answer: 'choose-country', country: 'DE' }, 303);
        const leaving = await visitor.browser.get(`${visitor.login}/country/DE`);
        visitor.next = requestIn(expect(leaving, 200, 'page to the country').body);
      },
    },
  ];
}

function showPage(name: string): Step<Visitor> {
  return {
    name,
    async take(visitor) {
      visitor.page = expect(await visitor.browser.get(visitor.login), 200, name).body;
    },
  };
}

async function post(visitor: Visitor, fields: Record<string, string>, status: number): Promise<void> {
  const csrf = /name="csrf" value="([^"]+)"/.exec(visitor.page)?.[1] ?? '';
  const answer = await visitor.browser.post(visitor.login, { csrf, ...fields });
  visitor.page = expect(answer, status, fields.answer ?? '').body;
}

function linkIn(page: string, begin: string): string {
  const found = [...page.matchAll(/href="([^"]+)"/g)].map((match) => unescaped(match[1] ?? ''));
  const link = found.find((each) => each.startsWith(begin));
  if (link === undefined) throw new Error(`no link to ${begin} in the page`);
  return link;
}

function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}
