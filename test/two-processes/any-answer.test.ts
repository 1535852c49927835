import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Person } from '../../src/domain/person/index.ts';
import { parseAttemptId } from '../../src/login/index.ts';
import { linkTo, numberOf, personWith } from '../support/open-test-store.ts';
import {
  type FormOfPage,
  formsOf,
  type Landing,
  linksOf,
  openPlainBrowser,
} from '../support/plain-browser.ts';
import { type CountryAnswer, openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

/** What a person, their country or an agent may do next; the numbers choose a tab, a form of its page, a process. */
type Act =
  | { readonly kind: 'press'; readonly tab: number; readonly form: number; readonly twice: boolean }
  | { readonly kind: 'follow'; readonly tab: number; readonly link: number; readonly twice: boolean }
  | { readonly kind: 'reload' | 'back' | 'more-time' | 'language'; readonly tab: number }
  | { readonly kind: 'duplicate-tab'; readonly tab: number }
  | { readonly kind: 'open'; readonly tab: number; readonly application: 'klip' | 'gipod' }
  | { readonly kind: 'say'; readonly tab: number; readonly answer: Readonly<Record<string, string>> }
  | { readonly kind: 'country'; readonly tab: number; readonly how: CountryAnswer; readonly twice: boolean }
  | { readonly kind: 'provider'; readonly tab: number; readonly how: ProviderAnswer; readonly twice: boolean }
  | { readonly kind: 'country-again' | 'provider-again' }
  | { readonly kind: 'agents-end-links' };

/** With what the federal login sends somebody back. */
type ProviderAnswer = 'person' | 'cancelled' | 'unknown-code';

const tab = fc.nat({ max: 1 });
const twice = fc.boolean();
const how: fc.Arbitrary<CountryAnswer> = fc.oneof(
  fc.constantFrom('known', 'stranger').map((identifier) => ({ kind: 'person', identifier }) as const),
  fc.constantFrom('cancelled', 'failed', 'unreadable').map((kind) => ({ kind }) as const),
);
const answer = fc.constantFrom<Readonly<Record<string, string>>>(
  { answer: 'choose-means', tile: 'eidas' },
  { answer: 'choose-means', tile: 'eid' },
  { answer: 'choose-country', country: 'DE' },
  { answer: 'give-number', knows: 'yes', number: '85073003328' },
  { answer: 'give-number', knows: 'none' },
  { answer: 'choose-capacity', key: 'citizen' },
  { answer: 'continue' },
  { answer: 'confirm-sharing' },
  { answer: 'go-back' },
  { answer: 'not-me' },
  { answer: 'give-up' },
);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('press' as const), tab, form: fc.nat({ max: 6 }), twice }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('follow' as const), tab, link: fc.nat({ max: 6 }), twice }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('country' as const), tab, how, twice }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ kind: fc.constant('provider' as const), tab, twice },
      how: fc.constantFrom<ProviderAnswer>('person', 'cancelled', 'unknown-code'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('say' as const), tab, answer }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('reload', 'back', 'more-time', 'language', 'duplicate-tab'),
      tab,
    }) as fc.Arbitrary<Act>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('open' as const),
      tab,
      application: fc.constantFrom('klip', 'gipod'),
    }) as fc.Arbitrary<Act>,
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Act>(
      { kind: 'country-again' },
      { kind: 'provider-again' },
      { kind: 'agents-end-links' },
    ),
  },
);
/** One after the other, or two at the same moment, each by another process. */
const course = fc.array(fc.array(act, { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 14 });

describe('a login', () => {
  let platforms: TwoPlatforms;
  let known: Person;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) });
    known = await platforms.store.inTransaction(['persons'], ({ persons }) =>
      persons.add(personWith({ number: numberOf('85073003328') })),
    );
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  test('takes any answer in any state, in any order of two tabs and two processes, and shows a page with a way on', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (rounds) => {
        await platforms.store.inTransaction(['links'], async ({ links }) => {
          await links.add({ ...linkTo(known.id, 'DE/BE/known'), country: 'DE' as never });
        });
        const person = openPerson(platforms, known);
        await person.open(0, 'klip');
        await person.open(1, 'klip');
        for (const round of rounds) {
          const landed = await Promise.all(round.map((each, process) => person.do(each, process)));
          for (const landing of landed.flat())
            expectWayOn(landing, `${JSON.stringify(round)} ${platforms.failures.at(-1) ?? ''}`);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
    assert.deepEqual(platforms.failures, []);
  });
});

function expectWayOn(landing: Landing, why: string): void {
  const { status, text, away, headers } = landing;
  if (away) return;
  assert.ok(status < 500, `${status} after ${why}`);
  assert.match(headers.get('content-type') ?? '', /^text\/html/, `no page after ${why}`);
  const isAnswer = status === 200 || (status >= 400 && status < 500);
  assert.ok(isAnswer, `${status} after ${why}`);
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
  assert.match(main, /<h1/, `no heading after ${why}`);
  assert.match(main, /<form |<a class="btn"|<a [^>]*href=/, `no way on after ${why}: ${landing.url}`);
}

/** A person with two tabs of one browser. */
function openPerson(platforms: TwoPlatforms, known: Person) {
  const browser = openPlainBrowser(platforms);
  const tabs: Landing[] = [];
  const before: Landing[] = [];
  const posted: string[] = [];
  const brought: string[] = [];
  const answerOf = (sent: URL, how: ProviderAnswer): URLSearchParams => {
    const answer = platforms.federal.logIn(sent.href);
    if (how === 'unknown-code') answer.set('code', 'unknown');
    if (how !== 'cancelled') return answer;
    answer.delete('code');
    answer.set('error', 'access_denied');
    return answer;
  };
  const land = (index: number, landing: Landing): Landing[] => {
    const shown = tabs[index];
    if (shown && !shown.away) before[index] = shown;
    tabs[index] = landing;
    return [landing];
  };
  const loginOf = (index: number) =>
    parseAttemptId(/\/login\/([\w-]+)/.exec(tabs[index]?.url ?? before[index]?.url ?? '')?.[1] ?? '');
  const post = (index: number, process: number, { action, fields }: FormOfPage, isTwice: boolean) =>
    Promise.all(
      (isTwice ? [0, 1] : [0]).map((more) =>
        browser.go(process + more, { method: 'POST', url: action, fields }),
      ),
    ).then((landings) => land(index, landings[0] as Landing).concat(landings.slice(1)));
  const open = async (index: number, name: 'klip' | 'gipod') => {
    const { id, redirectUris } = platforms.applications[name];
    const asked = {
      client_id: id,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
    };
    return land(index, await browser.go(index, { url: `/op/v1/auth?${new URLSearchParams(asked)}` }));
  };
  const say = async (index: number, process: number, answer: Readonly<Record<string, string>>) => {
    const id = loginOf(index);
    const form = formsOf(tabs[index]?.text.includes('csrf') ? (tabs[index] as Landing) : noPage)[0] ?? null;
    if (!id || !form) return [];
    const fields = { csrf: form.fields.csrf ?? '', ...answer };
    return post(index, process, { action: `/login/${id}`, fields }, false);
  };
  return {
    open,
    async do(act: Act, process: number): Promise<Landing[]> {
      switch (act.kind) {
        case 'open':
          return open(act.tab, act.application);
        case 'press': {
          const page = tabs[act.tab];
          const forms = page ? formsOf(page).filter(({ action }) => action.startsWith(platforms.origin)) : [];
          const form = forms[act.form % Math.max(1, forms.length)];
          return form ? post(act.tab, process, form, act.twice) : [];
        }
        case 'follow': {
          const page = tabs[act.tab];
          const links = page
            ? linksOf(page).filter((each) => /\/login\/[^/]+\/(country|means)/.test(each))
            : [];
          const url = links[act.link % Math.max(1, links.length)];
          if (url === undefined) return [];
          const times = act.twice ? [0, 1] : [0];
          const landings = await Promise.all(times.map((more) => browser.go(process + more, { url })));
          return land(act.tab, landings[0] as Landing).concat(landings.slice(1));
        }
        case 'reload': {
          const url = tabs[act.tab]?.away ? before[act.tab]?.url : tabs[act.tab]?.url;
          return url === undefined || url.endsWith('/acs')
            ? []
            : land(act.tab, await browser.go(process, { url }));
        }
        case 'back': {
          const url = before[act.tab]?.url;
          return url === undefined || url.endsWith('/acs')
            ? []
            : land(act.tab, await browser.go(process, { url }));
        }
        case 'duplicate-tab': {
          const id = loginOf(act.tab);
          return id ? land(1 - act.tab, await browser.go(process, { url: `/login/${id}` })) : [];
        }
        case 'language': {
          const id = loginOf(act.tab);
          return id ? land(act.tab, await browser.go(process, { url: `/login/${id}?lang=fr` })) : [];
        }
        case 'more-time': {
          const id = loginOf(act.tab);
          const form = tabs[act.tab] && formsOf(tabs[act.tab] as Landing)[0];
          if (!id || !form) return [];
          return post(act.tab, process, { action: `/login/${id}/more-time`, fields: form.fields }, false);
        }
        case 'say':
          return say(act.tab, process, act.answer);
        case 'country': {
          const id = loginOf(act.tab);
          const state = id && (await platforms.store.attempts.find(id))?.state;
          if (state?.kind !== 'waiting') return [];
          const message = platforms.answer(String(state.kept.requestId), act.how);
          posted.push(message);
          const times = act.twice ? [0, 1] : [0];
          const landings = await Promise.all(times.map((more) => browser.bring(process + more, message)));
          return land(act.tab, landings[0] as Landing).concat(landings.slice(1));
        }
        case 'country-again': {
          const message = posted.at(-1);
          return message === undefined ? [] : [await browser.bring(process, message)];
        }
        case 'provider': {
          const sent = tabs[act.tab]?.away;
          if (sent?.origin !== new URL(platforms.federal.issuer).origin) return [];
          const url = `/means/fas/callback?${answerOf(sent, act.how)}`;
          brought.push(url);
          const times = act.twice ? [0, 1] : [0];
          const landings = await Promise.all(times.map((more) => browser.go(process + more, { url })));
          return land(act.tab, landings[0] as Landing).concat(landings.slice(1));
        }
        case 'provider-again': {
          const url = brought.at(-1);
          return url === undefined ? [] : [await browser.go(process, { url })];
        }
        case 'agents-end-links':
          await platforms.store.inTransaction(['links'], async ({ links }) => {
            for (const { id } of await links.liveOf(known.id))
              await links.end(id, new Date(), 'removed-by-agents');
          });
          return [];
      }
    },
  };
}

const noPage = { text: '', url: 'http://localhost/' };
