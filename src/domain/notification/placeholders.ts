import { mailKeys, type TemplateKey } from './template.ts';

/**
 * What may stand in a placeholder: a `line` is one line of plain text, a `text` has paragraphs and stands alone, a `link` stands
 * in a button, a `moment` has a time of day, an `amount` carries its unit, a `secret` never stands in a subject.
 */
const kinds = {
  name: 'line',
  reference: 'line',
  office: 'line',
  organisation: 'line',
  by: 'line',
  person: 'line',
  former: 'line',
  device: 'line',
  access: 'line',
  message: 'text',
  reason: 'text',
  rights: 'text',
  link: 'link',
  missing: 'text',
  until: 'date',
  replyUntil: 'date',
  dueDate: 'date',
  lastDay: 'date',
  at: 'moment',
  expectedDays: 'amount',
  validMinutes: 'amount',
  code: 'secret',
  number: 'secret',
} as const satisfies Readonly<
  Record<string, 'line' | 'text' | 'link' | 'date' | 'moment' | 'amount' | 'secret'>
>;

export type PlaceholderName = keyof typeof kinds;
export type PlaceholderKind = (typeof kinds)[PlaceholderName];

/** Which placeholders a template must have, and which it may have besides. */
export type Placeholders = {
  readonly required: readonly PlaceholderName[];
  readonly optional: readonly PlaceholderName[];
};

const about = ['name', 'reference'] as const;
const ofAccess = ['name', 'organisation', 'access'] as const;

const ofMails: Readonly<Record<(typeof mailKeys)[number], Placeholders>> = {
  'request-received': { required: ['reference', 'link'], optional: ['name', 'expectedDays', 'until'] },
  'email-code': { required: ['code', 'validMinutes'], optional: ['reference'] },
  'question-asked': { required: ['reference', 'message', 'dueDate', 'link'], optional: ['name', 'until'] },
  'answer-reminder': { required: ['reference', 'dueDate', 'link'], optional: ['name', 'until', 'missing'] },
  'answer-received': { required: ['reference'], optional: ['name', 'until', 'expectedDays', 'link'] },
  'number-assigned': { required: ['reference', 'link'], optional: ['name', 'until'] },
  'number-assigned-in-mail': { required: ['reference', 'number'], optional: ['name'] },
  'number-linked': { required: ['reference', 'link'], optional: ['name', 'until'] },
  'number-linked-in-mail': { required: ['reference', 'number'], optional: ['name'] },
  'request-refused': { required: ['reference', 'reason'], optional: ['name', 'until', 'link', 'replyUntil'] },
  'request-expired': { required: ['reference'], optional: ['name', 'until', 'link', 'replyUntil'] },
  'draft-expired': { required: ['reference'], optional: ['name', 'until', 'link'] },
  'request-withdrawn': { required: ['reference'], optional: ['name', 'until', 'link', 'replyUntil'] },
  'request-handed-over': { required: ['reference', 'office'], optional: ['name', 'until', 'link'] },
  'link-removed': { required: ['reference', 'reason'], optional: ['name', 'until', 'link'] },
  'eid-linked': { required: ['reference', 'link'], optional: ['name'] },
  'request-reopened': {
    required: ['reference', 'reason'],
    optional: ['name', 'until', 'expectedDays', 'link'],
  },
  'address-changed': { required: ['reference', 'link'], optional: ['name'] },
  'access-link': { required: ['link'], optional: [...about, 'until'] },
  'message-from-agent': { required: ['reference', 'message', 'link'], optional: ['name', 'until'] },
  'number-replaced': { required: ['link'], optional: [...about] },
  'persons-joined': { required: ['link'], optional: [...about] },
  'persons-parted': { required: ['link'], optional: [...about] },
  'person-left': { required: ['name', 'organisation'], optional: ['reference'] },
  'rights-wait': { required: ['name', 'organisation'], optional: ['reference'] },
  'administrator-appointed': { required: ['organisation', 'by', 'link'], optional: [...about] },
  'administrator-ended': { required: ['organisation', 'by', 'link'], optional: [...about] },
  'administrators-changed': { required: ['organisation', 'by', 'link'], optional: [...about] },
  'work-begun': { required: ['organisation', 'by', 'link'], optional: [...about] },
  'work-ended': { required: ['organisation', 'by', 'lastDay'], optional: [...about, 'link'] },
  'work-invited': { required: ['organisation', 'by', 'link', 'dueDate'], optional: [...about] },
  'work-invitation-accepted': { required: ['person', 'link'], optional: [...about, 'organisation'] },
  'work-invitation-refused': { required: ['person', 'organisation'], optional: [...about, 'link'] },
  'representative-left': { required: ['name', 'organisation'], optional: ['reference'] },
  'organisation-taken-over': { required: ['former', 'organisation'], optional: ['reference'] },
  'organisation-orphaned': { required: ['organisation'], optional: ['reference'] },
  'staff-invited': { required: ['link', 'dueDate'], optional: [...about, 'organisation'] },
  'login-code': { required: ['code', 'validMinutes'], optional: ['reference'] },
  'no-account': { required: ['link'], optional: ['reference'] },
  'key-added': { required: ['link', 'reference'], optional: ['name'] },
  'key-removed': { required: ['link', 'reference'], optional: ['name'] },
  'recovery-code-used': { required: ['link', 'reference'], optional: ['name'] },
  'passkey-copied': { required: ['link', 'reference'], optional: ['name'] },
  'access-asked': { required: ['reference', 'link'], optional: [...ofAccess, 'expectedDays'] },
  'access-question': { required: ['reference', 'message', 'link'], optional: ofAccess },
  'access-granted': { required: ['reference', 'link'], optional: [...ofAccess, 'message'] },
  'access-refused': { required: ['reference', 'reason', 'link'], optional: ofAccess },
  'access-ended': { required: ['reference', 'link'], optional: ofAccess },
  'access-waits': { required: ['link'], optional: ['reference', ...ofAccess] },
  'access-waits-long': { required: ['link'], optional: ['reference', ...ofAccess] },
  'access-to-platform': { required: ['link'], optional: ['reference', ...ofAccess] },
  'reset-begun': { required: ['link', 'reference', 'at'], optional: ['name'] },
  'reset-link': { required: ['link', 'until'], optional: ['name', 'reference'] },
  'reset-over': { required: ['reference'], optional: ['name', 'link'] },
  'new-login': { required: ['link', 'reference'], optional: ['name', 'at', 'device'] },
  'rights-given': { required: ['rights', 'link'], optional: [...about, 'organisation', 'by'] },
  'rights-changed': { required: ['rights', 'link'], optional: [...about, 'organisation', 'by'] },
  'rights-ended': { required: ['rights'], optional: [...about, 'organisation', 'by', 'link'] },
  'rights-ending': { required: ['rights'], optional: [...about, 'organisation', 'link'] },
  'rights-to-extend': { required: ['rights', 'link'], optional: [...about, 'organisation'] },
};

/** The placeholders of a template. A wording may name the person, the request and the day by which to answer. */
export function placeholdersOf(key: TemplateKey): Placeholders {
  const mail = mailKeys.find((each) => each === key);
  return mail === undefined ? { required: [], optional: [...about, 'dueDate'] } : ofMails[mail];
}

/** What kind of value goes into a placeholder; `null` when there is none of this name. */
export function kindOf(name: string): PlaceholderKind | null {
  const known = Object.entries(kinds).find(([each]) => each === name);
  return known?.[1] ?? null;
}
