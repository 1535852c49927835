/**
 * Every kind of audit event there is, with what it tells. Written out in docs/reference/audit-events.md; the type of an event allows no other. Kinds are only ever added: the trail of the past must stay readable.
 */
export const auditEventKinds = {
  'login.started': 'An application handed over a person to log in.',
  'login.means-chosen': 'A person chose with which login means to log in.',
  'login.finished': 'A login ended well: who, by which means, in which capacity, for which application.',
  'login.abandoned': 'A person gave up a login and went back to the application.',
  'login.stopped': 'A login could not go on; the details name the problem.',
  'login.forgotten': 'A person said "not me" and began the login again.',
  'login.ended': 'A person logged out, of one application or of all.',
  'eidas.request-sent': 'A person was sent to a member state, with a signed request.',
  'eidas.answer-accepted': 'The answer of a member state passed every check.',
  'eidas.answer-negative':
    'A member state answered that the person did not log in; the details name its status.',
  'eidas.answer-refused': 'An answer failed a check; the details name the check, never the content.',
  'identity-matching.linked': 'A foreign identifier was linked to a person.',
  'identity-matching.unmatched':
    'The data of a person did not match the register exactly for the number given.',
  'identity-matching.already-linked': 'The foreign identifier turned out to lead to another person already.',
  'identity-matching.blocked': 'The tries to name a number were used up for a time.',
  'identity-matching.link-ended': 'A link between a foreign identifier and a person was ended.',
  'registration.opened': 'A person without a number asked for one and got a reference.',
  'document.added': 'A document was uploaded to a case, checked and kept.',
  'document.refused': 'An uploaded file was not taken; the details name the reason.',
  'document.viewed': 'Somebody opened a document of a case; the details name the page.',
  'document.rejected': 'An agent could not use a document and said why.',
  'document.removed': 'An applicant took a document back before sending it; its content is gone.',
  'document.expired': 'Retention removed the content of a document; the facts stay.',
  'capacity.chosen': 'A person chose for whom to act.',
  'capacity.none': 'A person was recognised but may act for nobody in this application.',
  'staff.entered': 'A member of staff logged in to Sluis’s own pages, with the rights that counted then.',
  'staff.left': 'A member of staff logged out of Sluis’s own pages.',
  'sharing.confirmed': 'A person agreed to what an application receives.',
  'authorization.granted':
    'An application was given what a finished login allows: a capacity, a means, scopes.',
  'authorization.refused': 'A request to log in was refused; the details name the reason.',
  'introspection.refused':
    'An application asked about a token that it may not see, or did not prove who it is.',
  'token.issued': 'An application exchanged a code for tokens.',
  'token.revoked':
    'The tokens of a login were withdrawn: by a logout, a new choice of capacity, or a code used twice.',
  'token.refused': 'A request for tokens was refused; the details name the reason.',
  'application.applied': 'The description of an application was added or changed.',
  'country.applied': 'The description of an eIDAS country was added or changed.',
  'country.trust-changed': 'The trust anchors of an eIDAS country were changed.',
  'country.metadata-replaced': 'Fresh metadata of a member state was verified and taken into use.',
  'register.imported': 'A file was imported into the register of persons; the details count the rows.',
  'organisation.imported': 'A file of organisations was imported; the details count the rows.',
  'key.rotated': 'A new key was taken into use beside the one before it.',
  'seed.applied': 'The demo world was made.',
} as const satisfies Readonly<Record<`${string}.${string}`, string>>;

/** A kind of audit event: past tense, `module.event`. */
export type AuditEventKind = keyof typeof auditEventKinds;
