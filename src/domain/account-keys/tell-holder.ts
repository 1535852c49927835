import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
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
export type HolderMail = 'key-added' | 'key-removed' | 'recovery-code-used' | 'passkey-copied';

/** What a mail about a login tells besides. */
type AboutLogin = {
  readonly template: 'new-login';
  readonly more: { readonly at: string; readonly device: string };
};

type Telling = ({ readonly template: HolderMail } | AboutLogin) & {
  readonly reference: CorrelationCode;
  readonly language: Language;
  /** Addresses that were theirs until now: whoever reads them learns that too. */
  readonly formerly?: readonly string[];
};

/**
 * Tells a person, at every address that Sluis knows to be theirs, what happened to what leads into their account: whoever got in is found
 * out by whom it is.
 */
export async function tellHolder(
  context: TellingContext,
  person: PersonId,
  { reference, language, formerly = [], ...telling }: Telling,
): Promise<void> {
  const { origin } = context.world.settings.sender;
  const known = await context.stores.persons.find(person);
  if (known === null) return;
  const values = {
    name: `${known.givenNames} ${known.familyName}`.trim(),
    reference,
    link: `${origin}/account/${telling.template === 'new-login' ? 'sessions' : 'keys'}`,
  };
  const content: MailContent =
    telling.template === 'new-login'
      ? { template: telling.template, values: { ...values, ...telling.more } }
      : { template: telling.template, values };
  await writeToPerson(context, person, { content, language, formerly });
}

/** Writes to a person at every address that Sluis knows to be theirs, each once, in the language in which they are known there. */
export async function writeToPerson(
  { stores, world, now }: TellingContext,
  person: PersonId,
  {
    content,
    language,
    formerly = [],
  }: { readonly content: MailContent } & Pick<Telling, 'language' | 'formerly'>,
): Promise<void> {
  const { sender } = world.settings;
  const keys = await stores.accountKeys.listOf(person);
  const proven = keys.flatMap((key) => (key.kind === 'email' ? [key.address.reveal()] : []));
  const others = await stores.addresses.of(person, null, now);
  const languages = new Map(others.map((each) => [each.email.toLowerCase(), each.language]));
  const all = [...proven, ...formerly, ...others.map(({ email }) => email)];
  const each = new Map(all.map((address) => [address.toLowerCase(), address]));
  for (const [folded, address] of each) {
    const addressing = {
      to: new Redacted(address),
      language: languages.get(folded) ?? language,
      about: null,
    };
    await stores.outbox.send(await composeMail(content, addressing, { templates: stores.templates, sender }));
  }
}
