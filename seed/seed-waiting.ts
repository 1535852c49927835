import { Redacted } from '../src/base/redacted.ts';
import { type Clock, DAY, later } from '../src/base/time.ts';
import type { Settings } from '../src/config/settings.ts';
import {
  type AccessRequestId,
  type AccessRequestStores,
  type AccessRequests,
  openAccessRequests,
} from '../src/domain/access-request/index.ts';
import { type ActingPerson, actingAdministrator } from '../src/domain/acting/index.ts';
import { administratorAt } from '../src/domain/administration/index.ts';
import type { OidcApplication } from '../src/domain/application/index.ts';
import { type Person, parseNationalNumber } from '../src/domain/person/index.ts';
import {
  openWorkInvitations,
  type WaitingContent,
  type WorkInvitationStores,
  type WorkInvitations,
} from '../src/domain/work-invitation/index.ts';
import { systemRandomness } from '../src/processes/wiring/randomness.ts';
import type { Stores } from '../src/store/index.ts';
import { organisationOf } from './case-frame.ts';
import type { Happening } from './happening.ts';
import type { DemoOrganisationKey } from './world/organisations.ts';
import { numberOf } from './world/people.ts';
import { type DemoRequest, demoRequests, demoWorkInvitations } from './world/waiting.ts';

/** The stores that asking for access and inviting to work name: all of it happens in the one transaction of the past. */
export const waitingNeeds = [
  'accessRequests',
  'askedOrganisations',
  'heldAccess',
  'workInvitations',
  'invitationTries',
  'administrations',
  'appointments',
  'orphans',
  'staff',
  'people',
  'userRights',
  'organisationHistory',
  'organisations',
  'rights',
  'applications',
  'persons',
  'accountKeys',
  'addresses',
  'outbox',
  'templates',
  'audit',
] as const satisfies readonly (keyof WaitingStores)[];

type WaitingStores = AccessRequestStores & WorkInvitationStores & Pick<Stores, 'organisations'>;

type WaitingFrame = {
  readonly stores: WaitingStores;
  readonly people: ReadonlyMap<string, Person>;
  readonly applications: readonly OidcApplication[];
  readonly settings: Settings;
  readonly clock: Clock;
};

/** What waits for administrators and for whoever they invited: made by the same acts as the screens call, so that mails and history are there too. */
export function waitingOf(frame: WaitingFrame, now: Date): readonly Happening[] {
  const { stores, clock, settings } = frame;
  const world = {
    ...{ clock, randomness: systemRandomness, settings: settings.mail },
    inTransaction: <Answer>(_names: unknown, work: (stores: WaitingStores) => Promise<Answer>) =>
      work(stores),
  };
  const requests = openAccessRequests(world);
  const invitations = openWorkInvitations(world);
  return [
    ...demoRequests.flatMap((each) => happeningsOf(frame, requests, each, now)),
    ...invitationsOf(frame, invitations, now),
  ];
}

function happeningsOf(
  frame: WaitingFrame,
  requests: AccessRequests,
  demo: DemoRequest,
  now: Date,
): readonly Happening[] {
  const { person, organisation: key, question, language, right, contexts, reason } = demo;
  let asked: AccessRequestId | null = null;
  const ask = async () => {
    const answer = await requests.askAccess({
      ...{ person: personIn(frame, person).id, language },
      organisation: await organisationOf(frame.stores, key),
      application: applicationIn(frame, demo.application),
      typed: { right, contexts, until: '', reason },
    });
    if (answer.kind !== 'asked') throw new Error(`the request of ${person} is ${answer.kind}`);
    asked = answer.request.id;
  };
  const begun = { at: later(now, -demo.daysAgo * DAY), act: ask };
  if (question === null) return [begun];
  const askBack = async () => {
    if (asked === null) throw new Error(`nothing was asked by ${person}`);
    const by = await administratorIn(frame, question.by, key);
    const { kind } = await requests.askAsker({ by, request: asked, text: question.text });
    if (kind !== 'questioned') throw new Error(`the question to ${person} is ${kind}`);
  };
  return [begun, { at: later(now, -question.daysAgo * DAY), act: askBack }];
}

function invitationsOf(frame: WaitingFrame, invitations: WorkInvitations, now: Date): readonly Happening[] {
  const { by, organisation, mailed, numbered } = demoWorkInvitations;
  const inviting = async ({ givenNames, familyName, email }: typeof mailed | typeof numbered) => ({
    by: await administratorIn(frame, by, organisation),
    organisation: await organisationOf(frame.stores, organisation),
    names: { givenNames, familyName },
    content: contentFor(frame, email),
    language: 'nl' as const,
  });
  return [
    {
      at: later(now, -mailed.daysAgo * DAY),
      act: async () => {
        const email = new Redacted<string>(mailed.email);
        const { kind } = await invitations.inviteByMail({ ...(await inviting(mailed)), email });
        if (kind !== 'invited') throw new Error(`the invitation by mail is ${kind}`);
      },
    },
    {
      at: later(now, -numbered.daysAgo * DAY),
      act: async () => {
        const parsed = parseNationalNumber(numberOf(numbered.person), now);
        if (parsed.kind === 'refused') throw new Error(`${numbered.person} has no proper number`);
        const { number } = parsed;
        const { kind } = await invitations.inviteByNumber({ ...(await inviting(numbered)), number });
        if (kind !== 'noted') throw new Error(`the invitation by number is ${kind}`);
      },
    },
  ];
}

/** Somebody who is to ask for plans. */
function contentFor(frame: WaitingFrame, email: string): WaitingContent {
  return {
    relation: { type: 'permanent', from: null, until: null, email, phone: '', jobTitle: '' },
    rights: [
      {
        application: applicationIn(frame, 'KLIP'),
        ...{ right: 'KLIPgebruiker', contexts: ['Planaanvrager'], until: null },
      },
    ],
    administration: null,
  };
}

async function administratorIn(
  frame: WaitingFrame,
  id: string,
  key: DemoOrganisationKey,
): Promise<ActingPerson> {
  const { stores, clock } = frame;
  const { id: person, givenNames, familyName } = personIn(frame, id);
  const administrator = await administratorAt(stores, person, await organisationOf(stores, key), clock());
  if (administrator === null) throw new Error(`${id} administers nothing in ${key}`);
  return actingAdministrator(administrator, `${givenNames} ${familyName}`);
}

function personIn({ people }: WaitingFrame, id: string): Person {
  const person = people.get(id);
  if (!person) throw new Error(`no ${id} in the demo world`);
  return person;
}

function applicationIn({ applications }: WaitingFrame, name: DemoRequest['application']) {
  const application = applications.find((each) => each.name.en === name);
  if (!application) throw new Error(`no application ${name} in the demo world`);
  return application.id;
}
