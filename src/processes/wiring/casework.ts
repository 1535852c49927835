import type { Logger } from 'pino';
import { correlationCode } from '../../base/correlation.ts';
import { type Clock, DAY, HOUR, later, MINUTE } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import {
  type CaseId,
  type CaseworkSettings,
  type CaseworkWorld,
  type Counter,
  casePeriods,
  type Desk,
  findOffices,
  openCounter,
  openDesk,
  openRequests,
  parseCaseId,
  type Requests,
  runCaseDuties,
} from '../../domain/casework/index.ts';
import { checkTemplate, type MailDesk, type TemplateDesk } from '../../domain/notification/index.ts';
import { type PersonId, parsePersonId } from '../../domain/person/index.ts';
import { mayOpen, type StaffMember } from '../../domain/staff/index.ts';
import type { BouncedMailJob, Store, StoresInTransaction } from '../../store/index.ts';
import type { Duty } from '../working/duties.ts';
import type { JobHandlers } from '../working/work-off.ts';
import { systemRandomness } from './randomness.ts';
import { staffDirectory } from './staff.ts';

export type Casework = {
  readonly settings: CaseworkSettings;
  readonly requests: Requests;
  readonly desk: Desk;
  readonly counter: Counter;
  readonly templates: TemplateDesk;
  readonly mailDesk: MailDesk;
};

type CaseworkOptions = { readonly store: Store; readonly settings: Settings; readonly clock: Clock };

/** What counts for cases in this installation. */
export function caseworkSettings(settings: Settings): CaseworkSettings {
  return {
    origin: settings.origin,
    sender: settings.mail.sender,
    numberInMail: settings.mail.holdsNumber,
    targetWorkingDays: settings.caseTargetWorkingDays,
    ...casePeriods,
  };
}

/** Casework on the store of this process. */
export function caseworkWorld({ store, settings, clock }: CaseworkOptions): CaseworkWorld {
  const staff = staffDirectory(store);
  return {
    clock,
    randomness: systemRandomness,
    settings: caseworkSettings(settings),
    inTransaction: (work) => store.inTransaction((stores) => work({ ...stores, staff })),
  };
}

/** Opens both sides of casework, the counter, and what people who look after texts and mail may ask. */
export function openCasework(options: CaseworkOptions): Casework {
  const world = caseworkWorld(options);
  return {
    settings: world.settings,
    requests: openRequests(world),
    desk: openDesk(world),
    counter: openCounter(world),
    templates: templateDesk(options),
    mailDesk: mailDesk(options),
  };
}

/** What time does to cases, every minute. */
export function caseworkDuties(
  options: CaseworkOptions & { readonly log: Pick<Logger, 'error'> },
): readonly Duty[] {
  const world = caseworkWorld(options);
  const run = async () => {
    for (const { case: id, error } of (await runCaseDuties(world)).failed)
      options.log.error(
        { case: id, error: error instanceof Error ? error.name : 'unknown' },
        'a case cannot be handled',
      );
  };
  const offices = async () => {
    await findOffices(world);
  };
  return [
    { name: 'cases', every: MINUTE, run },
    { name: 'offices-of-cases', every: HOUR, run: offices },
  ];
}

/** What happens to mail about cases. */
export function caseworkJobs({ store, clock }: CaseworkOptions): JobHandlers {
  return {
    'mail-bounced': async (payload) => {
      const { about, mail, code } = payload as BouncedMailJob;
      const id = parseCaseId(about);
      if (id === null) return;
      await store.inTransaction((stores) => recordBounce(stores, { id, mail, code, at: clock() }));
    },
  };
}

/** A job may run twice when a process is cut off: the timeline tells of each mail once. */
async function recordBounce(
  stores: StoresInTransaction,
  bounced: { readonly id: CaseId; readonly mail: string; readonly code: string; readonly at: Date },
): Promise<void> {
  const { id, mail, code, at } = bounced;
  const events = await stores.caseEvents.of(id);
  if (events.some(({ kind, details }) => kind === 'mail-bounced' && details.mail === mail)) return;
  const by = { kind: 'system' } as const;
  await stores.cases.lookAgain(id, at);
  await stores.caseEvents.add({
    case: id,
    at,
    kind: 'mail-bounced',
    by,
    text: null,
    details: { mail, code },
  });
  await stores.audit.record({
    kind: 'case.mail-bounced',
    actor: by,
    subject: { kind: 'case', id },
    purpose: 'registration',
    details: { mail, code },
    correlation: correlationCode(systemRandomness.bytes(8)),
  });
}

function templateDesk({ store, clock }: CaseworkOptions): TemplateDesk {
  const mayEdit = (member: StaffMember) => mayOpen('case-lead', member);
  return {
    all: () => store.inTransaction(({ templates }) => templates.all()),
    versions: (key, language) =>
      store.inTransaction(async ({ templates, caseLists }) => {
        const versions = await templates.versions(key, language);
        const writers = versions.map(({ editedBy }) => parsePersonId(editedBy)).filter((id) => id !== null);
        return { versions, names: await caseLists.namesOf([...new Set<PersonId>(writers)]) };
      }),
    async saveDraft(member, typed) {
      if (!mayEdit(member)) return { kind: 'not-allowed' };
      const errors = checkTemplate({ ...typed });
      if (errors.length > 0) return { kind: 'wrong', errors };
      return store.inTransaction(async ({ templates, audit }) => {
        const saved = await templates.saveDraft({ ...typed, by: member.person, at: clock() });
        if (saved.kind === 'saved')
          await audit.record(templateEvent('template.drafted', member, typed, saved.version));
        return saved;
      });
    },
    async makeLive(member, key, language, version) {
      if (!mayEdit(member)) return { kind: 'not-allowed' };
      return store.inTransaction(async ({ templates, audit }) => {
        const made = await templates.makeLive(key, language, version, { by: member.person, at: clock() });
        if (made.kind === 'live')
          await audit.record(templateEvent('template.made-live', member, { key, language }, version));
        return made;
      });
    },
  };
}

function templateEvent(
  kind: 'template.drafted' | 'template.made-live',
  member: StaffMember,
  { key, language }: { readonly key: string; readonly language: string },
  version: number,
) {
  return {
    kind,
    actor: { kind: 'person', id: member.person },
    subject: { kind: 'organisation', id: member.organisation },
    purpose: 'casework',
    details: { key, language, version },
    correlation: correlationCode(systemRandomness.bytes(8)),
  } as const;
}

function mailDesk({ store, clock }: CaseworkOptions): MailDesk {
  return {
    counts: () => store.outbox.countsByState(later(clock(), -DAY)),
    async troubled(member, limit) {
      const mails = await store.outbox.troubled(limit);
      return store.inTransaction(async ({ cases, audit }) => {
        const told = [];
        for (const mail of mails) {
          const id = mail.about === null ? null : parseCaseId(mail.about);
          const one = id && (await cases.find(id));
          told.push({ ...mail, about: one ? { case: one.id, reference: one.reference } : null });
        }
        const concerned = told.flatMap(({ about }) =>
          about === null ? [] : [{ way: 'listed', applicantOf: about.case } as const],
        );
        if (concerned.length > 0)
          await audit.record({
            kind: 'mail.list-viewed',
            actor: { kind: 'person', id: member.person },
            subject: null,
            concerned,
            purpose: 'casework',
            details: { mails: mails.length },
            correlation: correlationCode(systemRandomness.bytes(8)),
          });
        return told;
      });
    },
    async retry(member, id) {
      if (!mayOpen('cases', member)) return { kind: 'not-now' };
      const isBack = await store.outbox.retry(id, clock());
      if (isBack)
        await store.audit.record({
          kind: 'mail.retried',
          actor: { kind: 'person', id: member.person },
          subject: null,
          purpose: 'casework',
          details: { mail: id },
          correlation: correlationCode(systemRandomness.bytes(8)),
        });
      return { kind: isBack ? 'retried' : 'not-now' };
    },
  };
}
