import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { Moment } from '../acting/index.ts';
import { composeMail, type MailContent } from '../notification/index.ts';
import type { PersonId } from '../person/index.ts';
import type { AccountKeySettings, AccountKeyStores } from './world.ts';

export const tellingNeeds = ['accountKeys', 'addresses', 'persons', 'outbox', 'templates'] as const;

/** A moment in which somebody is told of their account, in whichever part of it that is. */
export type TellingContext = Moment<
  { readonly settings: Pick<AccountKeySettings, 'sender'> },
  AccountKeyStores,
  typeof tellingNeeds
>;

/** What the holder of an account is told. */
export type HolderMail = 'key-added' | 'key-removed' | 'recovery-code-used' | 'passkey-copied' | 'reset-over';

/** What a mail tells besides. */
type Detailed =
  | { readonly template: 'new-login'; readonly more: { readonly at: string; readonly device: string } }
  /** `link`: of the page that stops it; `at`: when it goes on. */
  | { readonly template: 'reset-begun'; readonly more: { readonly at: string; readonly link: string } }
  /** `link`: of the page that binds a key. */
  | {
      readonly template: 'reset-link';
      readonly more: { readonly until: CalendarDate; readonly link: string };
    };

type Telling = ({ readonly template: HolderMail } | Detailed) & {
  readonly reference: CorrelationCode;
  readonly language: Language;
  /** Addresses that were theirs until now: whoever reads them learns that too. */
  readonly formerly?: readonly string[] | undefined;
};

/** An address of a person; `language`: in which mail to it was asked for, where it was. */
export type HolderAddress = {
  readonly address: string;
  readonly language: Language | null;
  readonly isProven: boolean;
};

/** Every address that Sluis knows to be a person's, each once. */
export async function addressesOf(
  { stores, now }: Pick<TellingContext, 'stores' | 'now'>,
  person: PersonId,
): Promise<readonly HolderAddress[]> {
  const keys = await stores.accountKeys.listOf(person);
  const others = await stores.addresses.of(person, null, now);
  const languages = new Map(others.map((each) => [each.email.toLowerCase(), each.language]));
  const proven = keys.flatMap((key) => (key.kind === 'email' ? [key.address.reveal()] : []));
  const all = [
    ...others.map(({ email }) => ({ address: email, isProven: false })),
    ...proven.map((address) => ({ address, isProven: true })),
  ];
  const each = new Map(all.map((one) => [one.address.toLowerCase(), one]));
  return [...each].map(([folded, one]) => ({ ...one, language: languages.get(folded) ?? null }));
}

/**
 * Tells a person, at every address that Sluis knows to be theirs, what happened to what leads into their account: whoever got in is found
 * out by whom it is. A link that binds a key goes to proven addresses alone, where there is one.
 */
export async function tellHolder(
  context: TellingContext,
  person: PersonId,
  { reference, language, formerly, ...telling }: Telling,
): Promise<void> {
  const { origin } = context.world.settings.sender;
  const known = await context.stores.persons.find(person);
  if (known === null) return;
  const content = contentOf(telling, {
    name: `${known.givenNames} ${known.familyName}`.trim(),
    reference,
    link: `${origin}/account/${telling.template === 'new-login' ? 'sessions' : 'keys'}`,
  });
  const onlyProven = telling.template === 'reset-link';
  await writeToPerson(context, person, { content, language, formerly, onlyProven });
}

/**
 * Writes to a person at every address that Sluis knows to be theirs, each once, in the language in which they are known there; `onlyProven`:
 * at those alone that they proved, where there is one.
 */
export async function writeToPerson(
  context: TellingContext,
  person: PersonId,
  {
    content,
    language,
    formerly = [],
    onlyProven = false,
  }: { readonly content: MailContent; readonly onlyProven?: boolean } & Pick<
    Telling,
    'language' | 'formerly'
  >,
): Promise<void> {
  const { stores, world } = context;
  const { sender } = world.settings;
  const held = await addressesOf(context, person);
  const proven = held.filter(({ isProven }) => isProven);
  const told = onlyProven && proven.length > 0 ? proven : held;
  const others = new Map(formerly.map((address) => [address.toLowerCase(), { address, language: null }]));
  for (const { address } of told) others.delete(address.toLowerCase());
  for (const each of [...told, ...others.values()]) {
    const addressing = { to: new Redacted(each.address), language: each.language ?? language, about: null };
    await stores.outbox.send(await composeMail(content, addressing, { templates: stores.templates, sender }));
  }
}

type Common = { readonly name: string; readonly reference: string; readonly link: string };

function contentOf(telling: { readonly template: HolderMail } | Detailed, common: Common): MailContent {
  switch (telling.template) {
    case 'new-login':
      return { template: telling.template, values: { ...common, ...telling.more } };
    case 'reset-begun':
      return { template: telling.template, values: { ...common, ...telling.more } };
    case 'reset-link':
      return { template: telling.template, values: { ...common, ...telling.more } };
    default:
      return { template: telling.template, values: common };
  }
}
