import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { ListedInvitation, WorkInvitationId } from '../../src/domain/work-invitation/index.ts';
import type { PersonAtWork, PersonInList, WorkRelationId } from '../../src/domain/work-relation/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { accountOwner } from './fake-account.ts';
import { ourOrganisation } from './fake-organisation.ts';
import { NOW } from './web-fixtures.ts';

/** Jan, who works for our organisation for good. */
export const janAtWork: PersonAtWork = {
  relation: '00000000-0000-4000-8000-0000000000f1' as string as WorkRelationId,
  person: '00000000-0000-4000-8000-0000000000f2' as string as PersonId,
  organisation: ourOrganisation.id,
  givenNames: 'Jan',
  familyName: 'Peeters',
  type: 'permanent',
  validity: { from: later(NOW, -100 * DAY), until: null },
  version: 1,
  added: { by: accountOwner().person, as: 'legal-representative' },
  email: 'jan@acme.example',
  phone: null,
  jobTitle: 'Surveyor',
};

/** Felix, who works there too. */
export const felix: PersonAtWork = {
  ...janAtWork,
  relation: '00000000-0000-4000-8000-0000000000c1' as string as WorkRelationId,
  person: '00000000-0000-4000-8000-0000000000a3' as PersonId,
  ...{ givenNames: 'Felix', familyName: 'Maes', email: null },
};
/** Who works there, each with a page of their own. */
export const peopleAtWork: readonly PersonAtWork[] = [janAtWork, felix];

export const janInList: PersonInList = { ...janAtWork, rights: 1, lastLoginAt: later(NOW, -DAY) };

const janMayLive = {
  id: '00000000-0000-4000-8000-0000000000f3',
  application: 'klip' as ApplicationId,
  right: 'KLIP gebruiker',
  contexts: ['Planaanvrager'],
  validity: { from: later(NOW, -DAY), until: later(NOW, 100 * DAY) },
};

/** The people of our organisation: Jan stands in the list, and Felix, who has no right there, has a page as well. */
export function fakePeople(over: Partial<WebWorld['people']> = {}): WebWorld['people'] {
  return {
    list: async () => ({ kind: 'people', people: [janInList], next: null }),
    view: async ({ relation }) => {
      const person = peopleAtWork.find((each) => each.relation === relation);
      if (!person) return { kind: 'unknown' };
      return {
        ...{ kind: 'person', person, rights: person === janAtWork ? [janMayLive] : [] },
        history: [{ id: '1', kind: 'added', at: later(NOW, -100 * DAY), by: 'Anna Müller' }],
      };
    },
    change: async () => ({ kind: 'changed' }),
    end: async () => ({ kind: 'ended', at: NOW, rights: [janMayLive] }),
    ...over,
  };
}

/** An invitation by mail to somebody called Piet; `over` replaces what a test cares about. */
export function listedInvitation(over: Partial<ListedInvitation> = {}): ListedInvitation {
  return {
    invitation: {
      id: '00000000-0000-4000-8000-0000000000f4' as string as WorkInvitationId,
      organisation: ourOrganisation.id,
      names: { givenNames: 'Piet', familyName: 'Claes' },
      email: new Redacted('piet@acme.example'),
      language: 'nl',
      content: {
        relation: {
          type: 'permanent',
          from: null,
          until: null,
          email: 'piet@acme.example',
          phone: '',
          jobTitle: '',
        },
        rights: [],
        administration: null,
      },
      invited: { by: accountOwner().person, as: 'legal-representative', at: later(NOW, -DAY) },
      expiresAt: later(NOW, 13 * DAY),
      state: 'open',
      acceptedBy: null,
    },
    isExpired: false,
    inviter: 'Anna Müller',
    accepted: null,
    ...over,
  };
}

/** Invitations of our organisation: one that waits. */
export function fakeWorkInvitations(
  over: Partial<WebWorld['workInvitations']> = {},
): WebWorld['workInvitations'] {
  const listed = listedInvitation();
  const { id } = listed.invitation;
  const view = { ...listed, standing: 'open', organisation: ourOrganisation } as const;
  return {
    inviteByMail: async () => ({ kind: 'invited', invitation: id, link: new Redacted('https://x.example/') }),
    inviteByNumber: async () => ({ kind: 'noted', invitation: id }),
    list: async () => [listed],
    sendAgain: async () => ({ kind: 'sent' }),
    withdraw: async () => ({ kind: 'withdrawn' }),
    decide: async () => ({ kind: 'rejected' }),
    view: async () => view,
    openFor: async () => [view],
    accept: async () => ({ kind: 'begun', relation: janAtWork.relation, isAlready: false, leftOut: 0 }),
    refuse: async () => ({ kind: 'refused' }),
    ...over,
  };
}
