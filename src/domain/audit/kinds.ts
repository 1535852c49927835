/**
 * Every kind of audit event there is, with what it tells. Written out in docs/reference/audit-events.md; the type of an event allows no other. Kinds are only ever added: the trail of the past must stay readable.
 */
export const auditEventKinds = {
  'login.started': 'An application handed over a person to log in.',
  'login.means-chosen': 'A person chose with which login means to log in.',
  'login.means-failed':
    'Nothing was proved by a login means; the details name its tile and how it ended, never what a provider wrote.',
  'login.stronger-means-asked':
    'A login in a browser that is new to the person asked for a stronger means than the one that was used.',
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
  'certificate.accepted':
    'A person showed a client certificate, and it passed every check; the details name the means.',
  'certificate.refused':
    'A client certificate failed a check, or none was shown; the details name the check, never the content.',
  'identity-matching.linked': 'A foreign identifier was linked to a person.',
  'identity-matching.unmatched':
    'The data of a person did not match the register exactly for the number given.',
  'identity-matching.already-linked': 'The foreign identifier turned out to lead to another person already.',
  'identity-matching.blocked': 'The tries to name a number were used up for a time.',
  'identity-matching.link-ended': 'A link between a foreign identifier and a person was ended.',
  'template.drafted': 'A new version of a text of mails was written.',
  'template.made-live': 'A new version of a text of mails was put to use.',
  'mail.retried': 'Somebody put a mail that did not arrive back in the queue.',
  'mail.list-viewed': 'Somebody saw which mail does not arrive, and about which requests.',
  'registration.opened': 'A person without a number asked for one and got a reference.',
  'case.opened': 'A request for a number was begun.',
  'case.submitted': 'An applicant sent a request for a number.',
  'case.assigned': 'A case was given to an agent, or taken by one.',
  'case.released': 'An agent put a case back.',
  'case.taken-over':
    'An agent took over a case or a proposal that another one had open; the reason is kept sealed, and stands in its timeline.',
  'case.viewed': 'An agent saw a page of a case; the details name which.',
  'case.list-viewed':
    'An agent saw a list of cases; the details name which, and what it was narrowed by, never the words.',
  'case.link-removals-viewed': 'An agent saw which links between an eID and a person shall end.',
  'case.links-viewed':
    'An agent saw the links of a person, found from a case or by number; with a number goes a reason, kept sealed.',
  'case.candidates-viewed': 'An agent saw whom the register holds like an applicant.',
  'case.register-searched':
    'An agent searched the register by hand; the details name what by, never the words; the reason is kept sealed, and stands in the timeline of the case.',
  'case.number-viewed':
    'An agent saw a national number in full; the reason is kept sealed, and stands in the timeline of the case.',
  'case.document-viewed': 'An agent saw a document of a case.',
  'case.document-added': 'A document was added to a case.',
  'case.document-rejected': 'An agent told an applicant that a document cannot be used.',
  'case.document-removed': 'An applicant took a document back.',
  'case.asked': 'An agent asked an applicant something.',
  'case.message-sent': 'An agent or an applicant wrote a message.',
  'case.reminded': 'An applicant was reminded of a question.',
  'case.answered': 'An applicant answered a question.',
  'case.contact-changed': 'An applicant changed how to be reached.',
  'case.answers-changed': 'An applicant answered a page of a request.',
  'case.proposed': 'An agent proposed a new number: a second one decides.',
  'case.sent-back': 'A second agent did not agree with a proposal.',
  'case.confirmed': 'A second agent agreed with a proposal.',
  'case.linked': 'An applicant was linked to a person whom the register knew.',
  'case.number-assigned': 'A new national number was given to an applicant.',
  'case.refused': 'A request for a number was refused; the reason stands in its timeline.',
  'case.withdrawn': 'An applicant withdrew a request.',
  'case.expired': 'A request ended because it was not sent or not answered in time.',
  'case.reopened': 'An agent opened a case again.',
  'case.handed-over': 'A case was handed to a registration office.',
  'case.note-added': 'An agent wrote a note for other agents.',
  'case.link-removal-proposed':
    'An agent wants a link between an eID and a person to end: a second one decides.',
  'case.link-kept': 'A second agent kept a link between an eID and a person that another one wanted to end.',
  'case.link-removed': 'A link between an eID and a person was ended by two agents.',
  'case.mail-bounced': 'A mail to an applicant could not be delivered.',
  'case.not-reached': 'A question did not reach the applicant: the case went back to its agent.',
  'case.opened-by-link': 'A request was opened with the link of a mail.',
  'document.refused': 'An uploaded file was not taken; the details name the reason.',
  'document.viewed': 'Somebody opened a document of a case; the details name the page.',
  'document.expired': 'Retention removed the content of a document; the facts stay.',
  'capacity.chosen': 'A person chose for whom to act.',
  'capacity.none': 'A person was recognised but may act for nobody in this application.',
  'account.entered': 'A person logged in to the pages of their own account.',
  'account.eid-unlinked': 'A person unlinked an eID from their own account.',
  'account.means-blocked':
    'A person blocked a login means for themselves: nobody logs in by it as them any more.',
  'account.means-unblocked': 'A person lets a login means be used again that they had blocked.',
  'account.logins-ended': 'A person ended their logins in other browsers; the details say in how many.',
  'account.left': 'A person logged out of the pages of their own account.',
  'organisation.entered':
    'A person logged in to the pages on which organisations decide who may act for them.',
  'administration.appointed':
    'Somebody was made an administrator of an organisation, or a deputy for a period; the details name the administration.',
  'administration.ended':
    'An administration of an organisation was ended, with those of one person that rested on it.',
  'administration.handed-over':
    'An administration of an organisation went from one person to another, and what rested on it went along.',
  'organisation.activity-viewed':
    'An administrator looked at a page, or fetched a file, of what changed in their organisation; the details say how many changes it held.',
  'organisation.email-changed':
    'An administrator changed the address at which mail for their organisation is read.',
  'organisation.left': 'A person logged out of the pages on which organisations decide who may act for them.',
  'staff.entered': 'A member of staff logged in to Sluis’s own pages, with the rights that counted then.',
  'matching-log.exported':
    'The matching log of one person was written out; the details name the reason, the format and how many entries.',
  'registration-office.case-viewed': 'An officer saw a case at the counter of a registration office.',
  'registration-office.list-viewed':
    'An officer saw a list of the cases of their registration office; the details say which one.',
  'registration-office.number-refused':
    'An officer typed a number that cannot be recorded for the person at the counter; the details name the reason.',
  'staff.left': 'A member of staff logged out of Sluis’s own pages.',
  'invitation.made':
    'An operator or a platform administrator invited somebody to work with Sluis; the details say with which right, for which organisation, and whether they were somebody here already.',
  'invitation.accepted':
    'Somebody used an invitation to work with Sluis; the details say by which means they proved who they are.',
  'access-request.asked':
    'Somebody asked an organisation for access, or one administrator asked another to confirm a right.',
  'access-request.questioned': 'Whoever decides asked something about a request for access.',
  'access-request.answered': 'Whoever asked for access answered a question about it.',
  'access-request.approved': 'A request for access was approved; the details name what was given.',
  'access-request.refused': 'A request for access was refused; the reason is kept sealed.',
  'access-request.withdrawn': 'Somebody withdrew their request for access.',
  'access-request.expired': 'A request for access ended without a decision.',
  'access-request.escalated':
    'Nobody decided about a request for access in time: those who decide, or those above them, were told.',
  'access-request.viewed':
    'An administrator, of the organisation or of the platform, saw a request for access, and what the asker has already.',
  'access-request.list-viewed':
    'An administrator saw the requests for access of an organisation, or one of the platform those that came to it.',
  'invitation.withdrawn':
    'An operator or a platform administrator took back an invitation that was not used.',
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
  'office.applied': 'The place and hours of a registration office were added or changed.',
  'country.applied': 'The description of an eIDAS country was added or changed.',
  'country.trust-changed': 'The trust anchors of an eIDAS country were changed.',
  'country.entity-changed':
    'The entityID that the metadata of an eIDAS country must have was set or changed.',
  'country.metadata-replaced': 'Fresh metadata of a member state was verified and taken into use.',
  'means.applied': 'The description of a provider of login means was added or changed.',
  'means.trust-changed':
    'On whose word people come in by a provider of login means, how far, or with which of our keys, was changed.',
  'register.imported': 'A file was imported into the register of persons; the details count the rows.',
  'organisation.access-exported':
    'An administrator took a file of who may do what for their organisation; the details count the people.',
  'organisation.imported': 'A file of organisations was imported; the details count the rows.',
  'organisation.ended':
    'An import or a platform administrator said that an organisation does not exist any more.',
  'organisation.merged': 'An import said that an organisation was taken over by another one.',
  'organisation.representative-named': 'An import said that somebody represents an organisation by law.',
  'organisation.representative-changed':
    'An import said that somebody represents an organisation in another capacity.',
  'organisation.representative-struck-off':
    'An import no longer named somebody who represented an organisation by law.',
  'administration.registered': 'An import named somebody head administrator of an organisation.',
  'work-relation.added':
    'An administrator, an invitation that was accepted or a request that was approved made somebody work for an organisation.',
  'work-relation.changed': 'An administrator changed how somebody works for an organisation.',
  'work-relation.ended':
    'An administrator ended somebody’s work for an organisation, and the rights that hung on it.',
  'work-relation.viewed': 'An administrator looked at somebody who works for their organisation.',
  'work-relation.exported': 'An administrator took a file of the people of an organisation along.',
  'work-invitation.made':
    'An administrator invited somebody to work for an organisation; the details say by which way.',
  'work-invitation.sent-again':
    'An administrator had the link of an invitation mailed once more; the one before opens nothing any more.',
  'work-invitation.withdrawn': 'An administrator took an invitation back.',
  'work-invitation.accepted':
    'Somebody accepted an invitation to work for an organisation; the details say whether the administrator has to confirm who they are.',
  'work-invitation.refused': 'Somebody refused an invitation to work for an organisation.',
  'work-invitation.confirmed':
    'An administrator confirmed that whoever accepted an invitation is who was meant.',
  'work-invitation.rejected':
    'An administrator found that whoever accepted an invitation is not who was meant; nothing was given.',
  'organisation.viewed':
    'A platform administrator saw an organisation with who decides for it, and its last changes.',
  'organisation.added': 'A platform administrator added an organisation; the reason is kept sealed.',
  'organisation.renamed':
    'A platform administrator gave an organisation another name; the former one stands in its history.',
  'right.imported': 'A file of user rights was imported; the details count the rows.',
  'staff.imported': 'A file of rights of staff was imported; the details count the rows.',
  'staff.right-given':
    'An import or an invitation gave a member of staff a right on Sluis’s own pages, or made it last longer.',
  'staff.listed': 'A platform administrator saw who works with Sluis, and with which rights.',
  'staff.right-ended':
    'An import, an operator or a platform administrator ended a right of a member of staff, or made it end sooner.',
  'audit.looks-listed':
    'Somebody asked who had looked at a person; the details say how the person was named.',
  'person.number-replaced':
    'The register gave somebody another national number; every number that they had still leads to them.',
  'person.join-proposed': 'Somebody found that two persons are one human, and proposed to join them.',
  'person.join-refused': 'A second person found that two persons are not one human.',
  'person.joined': 'A second person agreed: everything of one person went over to another.',
  'person.join-undo-proposed': 'Somebody found that two persons were joined wrongly.',
  'person.join-undone': 'A second person agreed: two persons who were joined are two again.',
  'person.join-kept': 'A second person found that two persons were joined rightly.',
  'person.join-viewed': 'A case lead saw two persons who may be one human.',
  'person.rights-allowed':
    'An administrator agreed that a joined person has in an organisation what both had before.',
  'person.ended':
    'The register says that somebody died or was struck off: links, logins, relations, rights and powers ended.',
  'account-key.added':
    'A person bound a means of their own to their account; the details say of which kind, and by what it was bound.',
  'account-key.removed': 'A person took a means of their own away; what rested on it ended.',
  'account-key.copied':
    'The counter of a passkey that never leaves its device went back: there is a copy, and the passkey ended.',
  'key-reset.reported':
    'Somebody said that they lost every key; the subject is whose address they typed, where it is somebody’s.',
  'key-reset.proposed':
    'A member of staff proposed to let somebody bind a new key in place of all of theirs.',
  'key-reset.refused': 'A second member of staff did not agree to the reset of somebody’s keys.',
  'key-reset.agreed': 'A second member of staff agreed to the reset of somebody’s keys: its day began.',
  'key-reset.withdrawn': 'A member of staff took back the reset of somebody’s keys.',
  'key-reset.stopped':
    'Somebody said, by the link of a mail or in their account, that a reset of their keys was not theirs.',
  'key-reset.link-sent': 'The day of a reset had passed: the link that binds a new key was mailed.',
  'key-reset.used': 'A person bound a new key by the reset of their keys; the details say how many ended.',
  'key-reset.viewed': 'A member of staff saw resets of people’s keys.',
  'account-key.recovery-used':
    'A recovery code was used in place of the app; the details count those that are left.',
  'user-right.given':
    'Somebody was given a right for an organisation; the details name it, and on what authority.',
  'user-right.extended': 'An administrator lets a right last longer.',
  'user-right.contexts-changed': 'An administrator gave a right other contexts.',
  'user-right.ended': 'An administrator ended a right, at once or from a day on.',
  'user-right.reminded':
    'People were told that rights in an organisation end; the details say how many, and how many days before.',
  'key.rotated': 'A new key was taken into use beside the one before it.',
  'seed.applied': 'The demo world was made.',
} as const satisfies Readonly<Record<`${string}.${string}`, string>>;

/** A kind of audit event: past tense, `module.event`. */
export type AuditEventKind = keyof typeof auditEventKinds;

/** Refusals that anybody can cause, who proves nothing: the trail keeps the first of each minute, and counts the rest. */
export const refusalKinds: readonly AuditEventKind[] = [
  'authorization.refused',
  'token.refused',
  'introspection.refused',
  'eidas.answer-refused',
  'certificate.refused',
];
