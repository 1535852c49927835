import type { WaysView } from '../../../domain/account/index.ts';
import type { AccountKey, ListedKeys } from '../../../domain/account-keys/index.ts';
import type { KeyReset } from '../../../domain/key-reset/index.ts';
import { loginMeans } from '../../../domain/login-means/index.ts';
import { countryInWords } from '../../ui/country-in-words.ts';
import { flag } from '../../ui/flag.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { meansInWords } from '../../ui/means-words.ts';
import { banner, dateTag } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';
import { resetBanner } from '../reset-banner.ts';

/** What was done just now. */
export const keysDone = [
  'added',
  'removed',
  'renamed',
  'unlinked',
  'blocked',
  'unblocked',
  'reset-stopped',
  'in-use',
  'last-way',
  'gone',
  'too-weak',
] as const;
export type KeysDone = (typeof keysDone)[number];

/** What was asked for, and was not done. */
const refusals: readonly KeysDone[] = ['in-use', 'last-way', 'gone', 'too-weak'];

export type KeysProps = {
  readonly ways: WaysView;
  readonly listed: ListedKeys;
  readonly reset: KeyReset | null;
  readonly done: KeysDone | null;
};

/** A3: everything by which somebody gets in, and what they can do about it. */
export function keysPage(frame: Frame, { ways, listed, reset, done }: KeysProps): Html {
  const { words } = frame;
  const title = words.say('account.keys');
  return accountLayout(frame, {
    title,
    section: 'keys',
    notice: html`${notice(frame, done)}${resetBanner(frame, reset)}${listed.hasTooFew && banner('info', words.say('account.short'), html`<p>${words.say('account.short.text')}</p>`)}`,
    body: html`<p class="lede">${words.say('account.keys.lede')}</p>
<section class="card"><h2>${words.say('account.keys.own')}</h2><p>${words.say('account.keys.own.text')}</p>
${list(
  listed.keys.map((key) => keyItem(frame, key)),
  words.say('account.keys.own.none'),
)}
${adding(frame, listed)}</section>
<section class="card"><h2>${words.say('account.keys.eids')}</h2><p>${words.say('account.keys.eids.text')}</p>
${list(
  ways.eids.map((eid) => eidItem(frame, eid)),
  words.say('account.keys.eids.none'),
)}</section>
<section class="card"><h2>${words.say('account.keys.means')}</h2><p>${words.say('account.keys.means.text')}</p>
${list(
  ways.means.map((means) => meansItem(frame, means)),
  '',
)}</section>`,
  });
}

function notice({ words }: Frame, done: KeysDone | null): Fragment {
  if (done === null) return null;
  const isRefusal = refusals.includes(done);
  return banner(
    isRefusal ? 'warn' : 'ok',
    words.say(`account.keys.done.${done}`),
    isRefusal && html`<p>${words.say(`account.keys.done.${done as 'gone'}.text`)}</p>`,
  );
}

function list(items: readonly Html[], none: string): Html {
  return items.length === 0 ? html`<p>${none}</p>` : html`<ul class="held">${items}</ul>`;
}

function item(name: Fragment, facts: readonly Fragment[], links: readonly Fragment[]): Html {
  return html`<li><div><b>${name}</b>${facts.map((fact) => fact && html`<small>${fact}</small>`)}</div><p class="row">${links}</p></li>`;
}

function keyItem(frame: Frame, key: AccountKey): Html {
  const { words } = frame;
  const name = key.kind === 'email' ? key.address.reveal() : key.name;
  const kind = words.say(`account.key.${key.kind}`);
  const canRename = key.kind === 'passkey' || key.kind === 'app';
  return item(
    name === '' ? kind : html`<span translate="no" dir="auto">${name}</span>`,
    [
      name !== '' && kind,
      key.kind === 'passkey' &&
        words.say(key.passkey.isSynced ? 'account.key.synced' : 'account.key.deviceBound'),
      key.kind === 'recovery' && words.say('account.key.left', { count: key.codesLeft }),
      html`${words.label('account.key.since')} ${dateTag(frame, key.boundAt)}`,
      key.lastUsedAt && html`${words.label('account.key.used')} ${dateTag(frame, key.lastUsedAt)}`,
    ],
    [
      canRename &&
        html`<a href="/account/keys/rename/${key.id}">${words.say('account.key.rename')}${about(name)}</a>`,
      html`<a href="/account/keys/remove/${key.id}">${words.say('account.key.remove')}${about(name === '' ? kind : name)}</a>`,
    ],
  );
}

function eidItem(frame: Frame, { id, country, linkedAt, isInUse }: WaysView['eids'][number]): Html {
  const { words } = frame;
  const name = words.say('account.eidOf', countryInWords(frame, country));
  return item(
    html`${flag(frame, country)} ${name}`,
    [
      html`${words.label('account.eid.since')} ${dateTag(frame, linkedAt)}`,
      isInUse && words.say('account.inUse'),
    ],
    isInUse
      ? []
      : [html`<a href="/account/keys/unlink/${id}">${words.say('account.eid.unlink')}${about(name)}</a>`],
  );
}

function meansItem(frame: Frame, { code, lastUsedAt, blockedAt, isInUse }: WaysView['means'][number]): Html {
  const { words } = frame;
  const name = meansInWords(words, code);
  const level = words.say(`level.${loginMeans[code].assurance}`);
  const act = blockedAt === null ? 'block' : 'unblock';
  return item(
    name,
    [
      words.say('account.means.level', { level }),
      lastUsedAt === null
        ? words.say('account.means.never')
        : html`${words.label('account.key.used')} ${dateTag(frame, lastUsedAt)}`,
      blockedAt &&
        html`<strong>${words.label('account.means.blocked')} ${dateTag(frame, blockedAt)}</strong>`,
      isInUse && words.say('account.inUse'),
    ],
    isInUse
      ? []
      : [
          html`<a href="/account/keys/${act}/${code}">${words.say(`account.means.${act}`)}${about(`${name}, ${level}`)}</a>`,
        ],
  );
}

/** What a link of a list is about, for who hears it alone. */
function about(name: string): Html {
  return html`<span class="vh">: ${name}</span>`;
}

/** What can be added. Recovery codes stand in for an app: without one there are none. */
function adding({ words }: Frame, { keys }: ListedKeys): Html {
  const hasApp = keys.some(({ kind }) => kind === 'app');
  const ways = ['passkey', 'app', ...(hasApp ? (['recovery'] as const) : []), 'address'] as const;
  return html`<ul class="bullets">${ways.map((way) => html`<li><a href="/account/keys/${way}">${words.say(`account.add.${way}`)}</a></li>`)}</ul>`;
}
