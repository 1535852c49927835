// Written by bin/sluis docs from the English files beside this one; a law of the tree fails when it is stale.

/** A text that holds nothing. */
type Nothing = Readonly<Record<never, never>>;

/** Each text by its key, with what stands in it. */
export type MailTexts = {
  'frame.closing': Nothing;
  'frame.reference': { readonly reference: string };
  'frame.why.request': Nothing;
  'frame.why.code': Nothing;
  'frame.why.link': Nothing;
  'frame.why.former-address': Nothing;
  'frame.why.person': Nothing;
  'frame.why.entered': Nothing;
  'frame.why.administrator': Nothing;
  'frame.why.platform': Nothing;
  'frame.why.access': Nothing;
  'frame.why.invited': Nothing;
  'frame.why.work': Nothing;
  'frame.linkWorksOnce': { readonly until: string };
  'frame.trust': Nothing;
  'frame.addresses': { readonly origin: string };
  'frame.noAddresses': Nothing;
  'frame.neverAsked': Nothing;
  'frame.doubt': Nothing;
  'frame.contact': Nothing;
  'frame.telephone': { readonly telephone: string };
  'frame.telephoneHours': { readonly hours: string; readonly telephone: string };
  'frame.helpPage': { readonly address: string };
  'frame.replyTo': { readonly address: string };
  'frame.noReply': Nothing;
  'request-received.subject': { readonly reference: string };
  'request-received.body': {
    readonly expectedDays: string;
    readonly link: string;
    readonly name: string;
    readonly reference: string;
  };
  'email-code.subject': Nothing;
  'email-code.body': { readonly code: string; readonly validMinutes: string };
  'question-asked.subject': { readonly reference: string };
  'question-asked.body': {
    readonly dueDate: string;
    readonly link: string;
    readonly message: string;
    readonly name: string;
    readonly reference: string;
  };
  'answer-reminder.subject': { readonly reference: string };
  'answer-reminder.body': {
    readonly dueDate: string;
    readonly link: string;
    readonly missing: string;
    readonly name: string;
    readonly reference: string;
  };
  'answer-received.subject': { readonly reference: string };
  'answer-received.body': {
    readonly expectedDays: string;
    readonly link: string;
    readonly name: string;
    readonly reference: string;
  };
  'number-assigned.subject': { readonly reference: string };
  'number-assigned.body': { readonly link: string; readonly name: string; readonly reference: string };
  'number-assigned-in-mail.subject': { readonly reference: string };
  'number-assigned-in-mail.body': {
    readonly name: string;
    readonly number: string;
    readonly reference: string;
  };
  'number-linked.subject': { readonly reference: string };
  'number-linked.body': { readonly link: string; readonly name: string; readonly reference: string };
  'number-linked-in-mail.subject': { readonly reference: string };
  'number-linked-in-mail.body': {
    readonly name: string;
    readonly number: string;
    readonly reference: string;
  };
  'request-refused.subject': { readonly reference: string };
  'request-refused.body': {
    readonly link: string;
    readonly name: string;
    readonly reason: string;
    readonly reference: string;
    readonly replyUntil: string;
  };
  'request-expired.subject': { readonly reference: string };
  'request-expired.body': {
    readonly link: string;
    readonly name: string;
    readonly reference: string;
    readonly replyUntil: string;
  };
  'draft-expired.subject': { readonly reference: string };
  'draft-expired.body': { readonly link: string; readonly name: string; readonly reference: string };
  'request-withdrawn.subject': { readonly reference: string };
  'request-withdrawn.body': {
    readonly link: string;
    readonly name: string;
    readonly reference: string;
    readonly replyUntil: string;
  };
  'request-handed-over.subject': { readonly reference: string };
  'request-handed-over.body': {
    readonly link: string;
    readonly name: string;
    readonly office: string;
    readonly reference: string;
  };
  'link-removed.subject': { readonly reference: string };
  'link-removed.body': { readonly link: string; readonly name: string; readonly reason: string };
  'eid-linked.subject': Nothing;
  'eid-linked.body': { readonly link: string; readonly name: string; readonly reference: string };
  'request-reopened.subject': { readonly reference: string };
  'request-reopened.body': {
    readonly expectedDays: string;
    readonly link: string;
    readonly name: string;
    readonly reason: string;
    readonly reference: string;
  };
  'access-link.subject': { readonly reference: string };
  'access-link.body': { readonly link: string; readonly name: string; readonly reference: string };
  'address-changed.subject': { readonly reference: string };
  'address-changed.body': { readonly link: string; readonly name: string; readonly reference: string };
  'message-from-agent.subject': { readonly reference: string };
  'message-from-agent.body': {
    readonly link: string;
    readonly message: string;
    readonly name: string;
    readonly reference: string;
  };
  'number-replaced.subject': Nothing;
  'number-replaced.body': { readonly link: string; readonly name: string };
  'persons-joined.subject': Nothing;
  'persons-joined.body': { readonly link: string; readonly name: string };
  'persons-parted.subject': Nothing;
  'persons-parted.body': { readonly link: string; readonly name: string };
  'person-left.subject': { readonly name: string; readonly organisation: string };
  'person-left.body': { readonly name: string; readonly organisation: string };
  'rights-wait.subject': { readonly name: string; readonly organisation: string };
  'rights-wait.body': { readonly name: string; readonly organisation: string };
  'representative-left.subject': { readonly name: string; readonly organisation: string };
  'representative-left.body': { readonly name: string; readonly organisation: string };
  'organisation-taken-over.subject': { readonly former: string; readonly organisation: string };
  'organisation-taken-over.body': { readonly former: string; readonly organisation: string };
  'organisation-orphaned.subject': { readonly organisation: string };
  'organisation-orphaned.body': { readonly organisation: string };
  'login-code.subject': Nothing;
  'login-code.body': { readonly code: string; readonly validMinutes: string };
  'no-account.subject': Nothing;
  'no-account.body': { readonly link: string };
  'key-added.subject': Nothing;
  'key-added.body': { readonly link: string; readonly name: string; readonly reference: string };
  'key-removed.subject': Nothing;
  'key-removed.body': { readonly link: string; readonly name: string; readonly reference: string };
  'recovery-code-used.subject': Nothing;
  'recovery-code-used.body': { readonly link: string; readonly name: string; readonly reference: string };
  'passkey-copied.subject': Nothing;
  'passkey-copied.body': { readonly link: string; readonly name: string; readonly reference: string };
  'staff-invited.subject': { readonly organisation: string };
  'staff-invited.body': {
    readonly dueDate: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
  };
  'new-login.subject': Nothing;
  'new-login.body': {
    readonly at: string;
    readonly device: string;
    readonly link: string;
    readonly name: string;
    readonly reference: string;
  };
  'access-asked.subject': { readonly reference: string };
  'access-asked.body': {
    readonly access: string;
    readonly expectedDays: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
  };
  'access-question.subject': { readonly reference: string };
  'access-question.body': {
    readonly access: string;
    readonly link: string;
    readonly message: string;
    readonly name: string;
    readonly organisation: string;
  };
  'access-granted.subject': { readonly reference: string };
  'access-granted.body': {
    readonly access: string;
    readonly link: string;
    readonly message: string;
    readonly name: string;
    readonly organisation: string;
  };
  'access-refused.subject': { readonly reference: string };
  'access-refused.body': {
    readonly access: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reason: string;
  };
  'access-ended.subject': { readonly reference: string };
  'access-ended.body': {
    readonly access: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
  };
  'access-waits.subject': { readonly organisation: string };
  'access-waits.body': {
    readonly access: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
  };
  'access-waits-long.subject': { readonly organisation: string };
  'access-waits-long.body': {
    readonly access: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
  };
  'access-to-platform.subject': { readonly organisation: string };
  'access-to-platform.body': {
    readonly access: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
  };
  'work-begun.subject': { readonly organisation: string };
  'work-begun.body': {
    readonly by: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
  };
  'work-ended.subject': { readonly organisation: string };
  'work-ended.body': {
    readonly by: string;
    readonly lastDay: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
  };
  'work-invited.subject': { readonly by: string; readonly organisation: string };
  'work-invited.body': {
    readonly by: string;
    readonly dueDate: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
  };
  'work-invitation-accepted.subject': { readonly person: string };
  'work-invitation-accepted.body': {
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly person: string;
  };
  'work-invitation-refused.subject': Nothing;
  'work-invitation-refused.body': {
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly person: string;
  };
  'administrator-appointed.subject': { readonly organisation: string };
  'administrator-appointed.body': {
    readonly by: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
  };
  'administrator-ended.subject': { readonly organisation: string };
  'administrator-ended.body': {
    readonly by: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
  };
  'administrators-changed.subject': { readonly organisation: string };
  'administrators-changed.body': {
    readonly by: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
  };
  'rights-given.subject': { readonly organisation: string };
  'rights-given.body': {
    readonly by: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
    readonly rights: string;
  };
  'rights-changed.subject': { readonly organisation: string };
  'rights-changed.body': {
    readonly by: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
    readonly rights: string;
  };
  'rights-ended.subject': { readonly organisation: string };
  'rights-ended.body': {
    readonly by: string;
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly reference: string;
    readonly rights: string;
  };
  'rights-ending.subject': { readonly organisation: string };
  'rights-ending.body': {
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly rights: string;
  };
  'rights-to-extend.subject': { readonly organisation: string };
  'rights-to-extend.body': {
    readonly link: string;
    readonly name: string;
    readonly organisation: string;
    readonly rights: string;
  };
  'reset-begun.subject': Nothing;
  'reset-begun.body': {
    readonly at: string;
    readonly link: string;
    readonly name: string;
    readonly reference: string;
  };
  'reset-link.subject': Nothing;
  'reset-link.body': {
    readonly link: string;
    readonly name: string;
    readonly reference: string;
    readonly until: string;
  };
  'reset-over.subject': Nothing;
  'reset-over.body': { readonly link: string; readonly name: string; readonly reference: string };
  'ask-document-both-sides.subject': Nothing;
  'ask-document-both-sides.body': Nothing;
  'ask-clearer-photo.subject': Nothing;
  'ask-clearer-photo.body': Nothing;
  'ask-birth-place.subject': Nothing;
  'ask-birth-place.body': Nothing;
  'ask-previous-name.subject': Nothing;
  'ask-previous-name.body': Nothing;
  'ask-address.subject': Nothing;
  'ask-address.body': Nothing;
  'ask-proof-of-name-change.subject': Nothing;
  'ask-proof-of-name-change.body': Nothing;
  'ask-other.subject': Nothing;
  'ask-other.body': Nothing;
  'refuse-not-identified.subject': Nothing;
  'refuse-not-identified.body': { readonly reference: string };
  'refuse-false-data.subject': Nothing;
  'refuse-false-data.body': { readonly reference: string };
  'refuse-no-answer.subject': Nothing;
  'refuse-no-answer.body': { readonly reference: string };
  'refuse-duplicate.subject': Nothing;
  'refuse-duplicate.body': { readonly reference: string };
  'refuse-other.subject': Nothing;
  'refuse-other.body': { readonly reference: string };
  'asked.identity-front': Nothing;
  'asked.identity-back': Nothing;
  'asked.passport': Nothing;
  'asked.residence': Nothing;
  'asked.birth-certificate': Nothing;
  'asked.name-change': Nothing;
  'asked.other': Nothing;
  'asked.words': Nothing;
  'unit.expectedDays.one': Nothing;
  'unit.expectedDays.other': Nothing;
  'unit.validMinutes.one': Nothing;
  'unit.validMinutes.other': Nothing;
  'access.work-relation': Nothing;
  'access.until': { readonly access: string; readonly until: string };
  'rights.until': { readonly until: string };
  'rights.more': { readonly count: string };
};
