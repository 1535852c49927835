import { readFile } from 'node:fs/promises';
import { type Clock, later, MINUTE } from '../src/base/time.ts';
import type { World } from '../src/base/unit-of-work.ts';
import type { Settings } from '../src/config/settings.ts';
import { type ActingPerson, actingStaff } from '../src/domain/acting/index.ts';
import type { ApplicationId } from '../src/domain/application/index.ts';
import {
  type CaseworkSettings,
  type CaseworkStores,
  type Counter,
  type Desk,
  openCounter,
  openDesk,
  openRequests,
  type Requests,
} from '../src/domain/casework/index.ts';
import type { PreparedDocument } from '../src/domain/documents/index.ts';
import { type OrganisationId, parseOrganisationCode } from '../src/domain/organisation/index.ts';
import type { Person } from '../src/domain/person/index.ts';
import type { StaffRight } from '../src/domain/staff/index.ts';
import { openDocumentReader } from '../src/outside/documents/prepare-document.ts';
import { caseworkSettings } from '../src/processes/wiring/casework.ts';
import { systemRandomness } from '../src/processes/wiring/randomness.ts';
import type { Stores } from '../src/store/index.ts';
import { type DemoOrganisationKey, demoOrganisations } from './world/organisations.ts';

/** The past goes through every screen of casework in one transaction: whatever these name must be there. */
export const caseworkNeeds = [
  'cases',
  'caseEvents',
  'caseArrivals',
  'caseMessages',
  'caseNotes',
  'caseDrafts',
  'caseLocks',
  'caseLists',
  'savedLists',
  'linkRemovals',
  'emailCodes',
  'accessLinks',
  'documents',
  'templates',
  'outbox',
  'mails',
  'audit',
  'applications',
  'countries',
  'persons',
  'register',
  'links',
  'endings',
  'matching',
  'candidates',
  'numbers',
  'entrusted',
  'addresses',
  'offices',
  'officeLists',
] as const satisfies readonly (keyof CaseworkStores)[];

type PastStores = Pick<Stores, (typeof caseworkNeeds)[number] | 'organisations'>;

/** What the past of cases is made with: the same calls as the screens make, in one transaction, at the moments of the past. */
export type CaseFrame = {
  readonly stores: PastStores;
  readonly world: World<CaseworkStores, CaseworkSettings>;
  readonly requests: Requests;
  readonly desk: Desk;
  readonly counter: Counter;
  /** Lotte, Bruno, and Ingrid who leads them. */
  readonly agents: readonly ActingPerson[];
  readonly officers: readonly ActingPerson[];
  readonly application: ApplicationId;
  readonly document: PreparedDocument;
  /** The six digits of the mail that was sent last. */
  lastCode(): string;
};

type FrameSetting = {
  readonly stores: PastStores;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly people: ReadonlyMap<string, Person>;
  readonly application: ApplicationId;
  readonly document: PreparedDocument;
};

/** Opens casework in a transaction. Codes that prove an e-mail address are read here and not sent: they are long over. */
export async function openCaseFrame(setting: FrameSetting): Promise<CaseFrame> {
  const { stores, settings, clock, people, application, document } = setting;
  let code = '';
  const outbox: Stores['outbox'] = {
    ...stores.outbox,
    async send(mail) {
      if (mail.template === 'email-code') code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
      else await stores.outbox.send(mail);
    },
  };
  // It is marked so when all of the past was told.
  const mails: Stores['mails'] = {
    mailOf: async (about) =>
      (await stores.mails.mailOf(about)).map((mail) => ({ ...mail, sentAt: later(mail.createdAt, MINUTE) })),
  };
  const caseworkStores = { ...stores, outbox, mails };
  const world: World<CaseworkStores, CaseworkSettings> = {
    clock,
    randomness: systemRandomness,
    settings: caseworkSettings(settings),
    inTransaction: (_names, work) => work(caseworkStores),
  };
  const memberOf = async (id: string, key: DemoOrganisationKey, ...rights: readonly StaffRight[]) => {
    const person = people.get(id);
    if (!person) throw new Error(`no ${id} among the staff of the demo`);
    return actingStaff({ organisation: await organisationOf(stores, key), ...whoIs(person), rights });
  };
  const agency = 'identification';
  return {
    ...{ stores, world, application, document },
    ...{ requests: openRequests(world), desk: openDesk(world), counter: openCounter(world) },
    agents: [
      await memberOf('lotte-verhaegen', agency, 'case-agent'),
      await memberOf('bruno-lemaire', agency, 'case-agent'),
      await memberOf('ingrid-vandeput', agency, 'case-agent', 'case-lead'),
    ],
    officers: [
      await memberOf('yasmine-haddad', 'town', 'registration-officer'),
      await memberOf('geert-bogaert', 'town', 'registration-officer'),
    ],
    lastCode: () => code,
  };
}

function whoIs(person: Person) {
  return { person: person.id, name: `${person.givenNames} ${person.familyName}` };
}

/** The id of an organisation of the demo. */
export async function organisationOf(
  { organisations }: Pick<Stores, 'organisations'>,
  key: DemoOrganisationKey,
): Promise<OrganisationId> {
  const { targetGroup, code: text, name } = demoOrganisations[key];
  const code = parseOrganisationCode(targetGroup, text);
  const kept = code && (await organisations.findByCode(targetGroup, code));
  if (!kept) throw new Error(`${name} is not in the demo world`);
  return kept.id;
}

/** The one document that all applicants of the demo send; read as any upload is. */
export async function readDemoDocument(): Promise<PreparedDocument> {
  const bytes = await readFile(new URL('./world/demo-document.png', import.meta.url));
  const outcome = await openDocumentReader({ scanner: null }).prepare(bytes, 'demo-document.png');
  if (outcome.kind !== 'accepted')
    throw new Error(`the document of the demo is not taken: ${outcome.reason}`);
  return outcome.document;
}
