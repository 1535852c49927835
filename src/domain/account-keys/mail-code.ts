import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { sixDigits } from '../../base/typed/six-digits.ts';
import { composeMail, type MailContent } from '../notification/index.ts';
import type { CodePurpose } from './ports.ts';
import type { KeyContext } from './world.ts';

export const mailingNeeds = ['addressCodes', 'outbox', 'templates'] as const;

const VALID_MINUTES = 15;

export type SentCode =
  | { readonly kind: 'sent' }
  /** The one before it is on its way, or there were many: again from then on. */
  | { readonly kind: 'too-soon' | 'too-many'; readonly until: Date };

type Asked = {
  readonly purpose: CodePurpose;
  readonly address: Redacted<string>;
  readonly network: string | null;
  readonly language: Language;
  /** To give when they contact us about it. */
  readonly reference: CorrelationCode;
  /** Where there is none, the mail says so instead: the page, and what it costs, are the same. */
  readonly hasAccount: boolean;
};

/** Mails a fresh code; those before it hold no more. */
export async function mailCode(
  { stores, world, now }: KeyContext<typeof mailingNeeds>,
  { purpose, address, network, language, reference, hasAccount }: Asked,
): Promise<SentCode> {
  const code = sixDigits(world.randomness.bytes(8));
  const kept = await stores.addressCodes.keep({ purpose, address: address.reveal(), network, code, at: now });
  if (kept.kind !== 'kept') return kept;
  const { sender } = world.settings;
  const content: MailContent = hasAccount
    ? {
        template: 'login-code',
        values: { reference, code: new Redacted(writeCode(code)), validMinutes: VALID_MINUTES },
      }
    : { template: 'no-account', values: { reference, link: `${sender.origin}/` } };
  const addressing = { to: address, language, about: null };
  await stores.outbox.send(await composeMail(content, addressing, { templates: stores.templates, sender }));
  return { kind: 'sent' };
}

function writeCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
