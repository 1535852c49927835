import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { Redacted } from '#src/base/redacted.ts';
import type { Person } from '#src/domain/person/index.ts';
import {
  acceptWork,
  bindWorkInvitations,
  inviteByMail,
  inviteByNumber,
  type KnownNames,
  listInvitations,
  openInvitationsFor,
  parseWorkInvitationSecret,
  refuseWork,
  type WorkInvitationId,
} from '#src/domain/work-invitation/index.ts';
import { systemRandomness } from '#src/processes/wiring/randomness.ts';
import { mailSender } from './mail-sender.ts';
import { openOrganisationScene, usualWish } from './organisation-scene.ts';

export const language = 'nl';
export const content = { relation: usualWish, rights: [], administration: null };
export const janTyped = { givenNames: 'Jan', familyName: 'Peeters' };
const LINK = /^https:\/\/login\.example\.org\/invitation\/work\/(.*)$/;

/** A town whose administrators invite, and people who answer. */
export async function openWorkInvitationScene(t: TestContext) {
  const scene = await openOrganisationScene(t);
  const { store, now, town, head, jan } = scene;
  const { inTransaction } = store;
  const settings = { sender: mailSender };
  const run = bindWorkInvitations({ clock: now, randomness: systemRandomness, inTransaction, settings });
  const at = (by: Person, organisation = town) => scene.acting(by, organisation);
  const strong = { assurance: 'substantial' } as const;
  return {
    ...{ ...scene, run, at },
    async mail(names: KnownNames = janTyped, by = head, organisation = town) {
      const asked = {
        by: await at(by, organisation),
        organisation: organisation.id,
        names,
        content,
        language,
      } as const;
      const invited = await run(inviteByMail)({ ...asked, email: new Redacted('jan@town.example') });
      assert.ok(invited.kind === 'invited', invited.kind);
      const secret = parseWorkInvitationSecret(LINK.exec(invited.link.reveal())?.[1] ?? '');
      assert.ok(secret);
      return { secret, id: invited.invitation };
    },
    async note(person: Person = jan, names: KnownNames = janTyped, by = head, organisation = town) {
      assert.ok(person.number);
      const asked = {
        by: await at(by, organisation),
        organisation: organisation.id,
        names,
        content,
        language,
      } as const;
      return run(inviteByNumber)({ ...asked, number: person.number });
    },
    accept: (person: Person, secret: NonNullable<ReturnType<typeof parseWorkInvitationSecret>>) =>
      run(acceptWork)({ person: person.id, ...strong, secret }),
    acceptNoted: (person: Person, invitation: WorkInvitationId) =>
      run(acceptWork)({ person: person.id, ...strong, invitation }),
    refuseNoted: (person: Person, invitation: WorkInvitationId) =>
      run(refuseWork)({ person: person.id, ...strong, invitation }),
    openFor: (person: Person) => run(openInvitationsFor)({ person: person.id }),
    listed: async (by = head, organisation = town) =>
      run(listInvitations)({ by: await at(by, organisation), organisation: organisation.id }),
    worksThere: async (person: Person) =>
      (await inTransaction(['people'], ({ people }) => people.holdOf(person.id, town.id, now()))) !== null,
    add: (person: Person) => inTransaction(['persons'], ({ persons }) => persons.add(person)),
  };
}
