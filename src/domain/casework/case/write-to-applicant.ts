import { endOfDay } from '../../../base/calendar.ts';
import { Redacted } from '../../../base/redacted.ts';
import { composeMail, type MailContent, type MailWriting } from '../../notification/index.ts';
import { lastDayOfLink } from './case-periods.ts';
import { displayName } from './display-name.ts';
import type { Case } from './model.ts';
import type { Context } from './world.ts';

/** What a mail is made of and put into. */
export const mailingNeeds = ['templates', 'outbox'] as const;
export const writingNeeds = ['accessLinks', ...mailingNeeds] as const;

type Abouts = 'name' | 'reference' | 'link' | 'until';
type NotToApplicants =
  | 'email-code'
  | 'eid-linked'
  | 'address-changed'
  | 'number-replaced'
  | 'persons-joined'
  | 'persons-parted'
  | 'person-left'
  | 'rights-wait'
  | 'staff-invited'
  | 'work-begun'
  | 'administrator-appointed'
  | 'administrator-ended'
  | 'administrators-changed'
  | 'work-ended'
  | 'work-invited'
  | 'work-invitation-accepted'
  | 'work-invitation-refused'
  | 'login-code'
  | 'no-account'
  | 'key-added'
  | 'key-removed'
  | 'recovery-code-used'
  | 'passkey-copied';
/** What is told, without what every mail about a case holds. */
export type CaseMail = {
  [Each in MailContent as Each['template']]: {
    readonly template: Each['template'];
    readonly values: Omit<Each['values'], Abouts>;
  };
}[Exclude<MailContent['template'], NotToApplicants>];

/**
 * Puts a mail to the applicant into the outbox, in this transaction, in their language, with a fresh link to the request.
 * Nothing is sent to an address that was not proven: false then.
 */
export async function writeToApplicant(
  context: Context<typeof writingNeeds>,
  one: Case,
  mail: CaseMail,
): Promise<boolean> {
  const { stores, world, now } = context;
  const { email, emailConfirmedAt, language } = one.answers;
  if (email === null || emailConfirmedAt === null) return false;
  const token = world.randomness.token();
  const until = lastDayOfLink(now);
  await stores.accessLinks.keep(token, one.id, endOfDay(until));
  const about = {
    name: displayName(one.applicant),
    reference: one.reference,
    link: `${world.settings.origin}/request/open/${token}`,
    until,
  };
  // The compiler cannot see that adding the same values to each variant gives the variant of the same template.
  const content = { template: mail.template, values: { ...mail.values, ...about } } as MailContent;
  const addressing = {
    to: new Redacted(email),
    language,
    about: one.id,
    numberInMail: world.settings.numberInMail,
  };
  await stores.outbox.send(await composeMail(content, addressing, writingOf({ stores, world })));
  return true;
}

/** Puts a mail with a code for this address into the outbox. */
export async function writeCode(
  { stores, world }: Context<typeof mailingNeeds>,
  one: Case,
  {
    email,
    code,
    validMinutes,
  }: { readonly email: string; readonly code: string; readonly validMinutes: number },
): Promise<void> {
  const values = { reference: one.reference, code: new Redacted(code), validMinutes };
  const content = { template: 'email-code', values } as const;
  const addressing = { to: new Redacted(email), language: one.answers.language, about: one.id };
  await stores.outbox.send(await composeMail(content, addressing, writingOf({ stores, world })));
}

/** Tells the address that was proven before that mail goes elsewhere from now on. */
export async function writeAddressChanged(
  { stores, world }: Context<typeof mailingNeeds>,
  one: Case,
): Promise<void> {
  const { email, language } = one.answers;
  if (email === null) return;
  const values = {
    name: displayName(one.applicant),
    reference: one.reference,
    link: `${world.settings.origin}/request`,
  };
  const content = { template: 'address-changed', values } as const;
  const addressing = { to: new Redacted(email), language, about: one.id };
  await stores.outbox.send(await composeMail(content, addressing, writingOf({ stores, world })));
}

function writingOf({ stores, world }: Pick<Context<typeof mailingNeeds>, 'stores' | 'world'>): MailWriting {
  return { templates: stores.templates, sender: world.settings.sender };
}
