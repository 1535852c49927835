import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import { readSixDigits } from '../../base/typed/six-digits.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { PersonId } from '../person/index.ts';
import {
  beginTriesAnew,
  type KeptUse,
  together,
  useAppCode,
  useMailCode,
  useRecoveryCode,
} from './keep-use.ts';
import { mailCode, mailingNeeds, type SentCode } from './mail-code.ts';
import type { AccountKey, AccountKeyId } from './model.ts';
import { readRecoveryCode } from './recovery-codes.ts';
import { act, type KeyContext } from './world.ts';

/** So many codes of an app are looked at with one address in a quarter of an hour: of a million, three are right at any moment. */
const MOST_TRIES = 5;

type AtLogin = {
  /** Of the login under way: what is mailed for it is of no use elsewhere, and a stranger uses up nothing of it. */
  readonly mark: string;
  readonly address: Redacted<string>;
  readonly language: Language;
};

/** `network`: of whoever asks; `reference`: of the login. */
export type SendLoginCode = AtLogin & {
  readonly network: string;
  readonly reference: CorrelationCode;
};

/** Mails a code for a login. Whether the address is known shows in the mail alone: the page, and what it costs, are the same. */
export const sendLoginCode = act(
  ['accountKeys', ...mailingNeeds],
  async (context, asked: SendLoginCode): Promise<SentCode> => {
    const held = await context.stores.accountKeys.findAddress(asked.address.reveal());
    const purpose = { kind: 'login', mark: asked.mark } as const;
    const { address, network, language, reference } = asked;
    return mailCode(context, { purpose, address, network, language, reference, hasAccount: held !== null });
  },
);

/** The codes as they were typed; `appCode` is `null` where the mail alone is asked for. */
export type CheckCodes = AtLogin & { readonly mailCode: string; readonly appCode: string | null };

export type CodeError = {
  readonly field: 'mail-code' | 'app-code';
  readonly code: 'empty' | 'digits' | 'not-right' | 'no-more' | 'used' | 'form';
};

export type CheckedCodes =
  | {
      readonly kind: 'proven';
      readonly person: PersonId;
      readonly key: AccountKeyId;
      readonly assurance: AssuranceLevel;
      readonly keep: KeptUse;
    }
  | { readonly kind: 'wrong'; readonly errors: readonly CodeError[]; readonly triesLeft: number | null }
  /** Many codes of the app were wrong: from then on they are looked at again. */
  | { readonly kind: 'wait'; readonly until: Date };

/**
 * Checks the codes of a login. The one of the app is looked at only beside the right one out of the mail: whoever does not read that mailbox
 * can neither try codes nor use up the tries of whoever does.
 */
export const checkCodes = act(
  ['accountKeys', 'addressCodes'],
  async (context, asked: CheckCodes): Promise<CheckedCodes> => {
    const { stores, now } = context;
    const read = readCodes(asked);
    if (read.kind === 'wrong') return read;
    const address = asked.address.reveal();
    const held = await stores.accountKeys.findAddress(address);
    const purpose = { kind: 'login', mark: asked.mark } as const;
    const checked = await stores.addressCodes.check(purpose, address, read.mailCode, now);
    if (checked.kind === 'wrong' || held === null) {
      const triesLeft = checked.kind === 'wrong' ? checked.triesLeft : 0;
      const code = triesLeft === 0 ? 'no-more' : 'not-right';
      return { kind: 'wrong', errors: [{ field: 'mail-code', code }], triesLeft };
    }
    const byMail = useMailCode(held.id, asked.mark);
    if (read.app === null)
      return { kind: 'proven', person: held.person, key: held.id, assurance: 'low', keep: byMail };
    const tried = await stores.accountKeys.countTry(held.id, now);
    if (tried.tries > MOST_TRIES) return { kind: 'wait', until: tried.until };
    const byApp = await checkApp(context, held, read.app, asked.language);
    if (byApp.kind !== 'proven') return { ...byApp, triesLeft: MOST_TRIES - tried.tries };
    return { ...byApp, keep: together(byMail, byApp.keep, beginTriesAnew(held.id)) };
  },
);

type AppCode =
  | { readonly kind: 'timed'; readonly code: string }
  | { readonly kind: 'recovery'; readonly code: string };

function readCodes({
  mailCode: mail,
  appCode,
}: CheckCodes):
  | { readonly kind: 'read'; readonly mailCode: string; readonly app: AppCode | null }
  | Extract<CheckedCodes, { kind: 'wrong' }> {
  const byMail = readSixDigits(mail);
  const app = appCode === null ? null : readAppCode(appCode);
  const errors: readonly CodeError[] = [
    ...(byMail.kind === 'wrong' ? [{ field: 'mail-code', code: byMail.code } as const] : []),
    ...(app?.kind === 'wrong' ? [{ field: 'app-code', code: app.code } as const] : []),
  ];
  if (byMail.kind === 'wrong' || app?.kind === 'wrong') return { kind: 'wrong', errors, triesLeft: null };
  return { kind: 'read', mailCode: byMail.code, app };
}

/** Six digits of the app, or one of the ten codes that stand in for it. */
function readAppCode(typed: string): AppCode | { readonly kind: 'wrong'; readonly code: 'empty' | 'form' } {
  const timed = readSixDigits(typed);
  if (timed.kind === 'code') return { kind: 'timed', code: timed.code };
  if (timed.code === 'empty') return { kind: 'wrong', code: 'empty' };
  const recovery = readRecoveryCode(typed);
  return recovery === null ? { kind: 'wrong', code: 'form' } : { kind: 'recovery', code: recovery };
}

async function checkApp(
  { stores, world, now }: KeyContext<['accountKeys']>,
  { person }: Pick<AccountKey, 'person'>,
  app: AppCode,
  language: Language,
): Promise<Exclude<CheckedCodes, { kind: 'wait' }>> {
  const wrong = (code: CodeError['code']) =>
    ({ kind: 'wrong', errors: [{ field: 'app-code', code }], triesLeft: null }) as const;
  if (app.kind === 'recovery') {
    const set = await stores.accountKeys.findRecoveryCode(person, app.code);
    if (set === null) return wrong('not-right');
    const { id: key, binding, codesLeft } = set;
    const use = { person, key, code: app.code, codesLeft: codesLeft - 1, language };
    const keep = useRecoveryCode(world, use);
    return { kind: 'proven', person, key, assurance: binding.assurance, keep };
  }
  let isUsed = false;
  for (const { key, secret, lastStep } of await stores.accountKeys.appsOf(person)) {
    const step = world.settings.oneTimeCodes.stepOf(secret.reveal(), app.code, now);
    if (step === null) continue;
    if (step > lastStep) {
      const keep = useAppCode(key.id, step);
      return { kind: 'proven', person, key: key.id, assurance: key.binding.assurance, keep };
    }
    isUsed = true;
  }
  return wrong(isUsed ? 'used' : 'not-right');
}
