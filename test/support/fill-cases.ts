import { randomUUID } from 'node:crypto';
import { HOUR, later } from '../../src/base/time.ts';
import type { Case } from '../../src/domain/casework/index.ts';
import type { PresentedIdentity } from '../../src/domain/identity-matching/index.ts';
import type { NationalNumberDigits, PersonId } from '../../src/domain/person/index.ts';
import type { Store } from '../../src/store/index.ts';
import { NOON } from './open-test-store.ts';
import { agentAt, storedCase } from './stored-case.ts';

/** What a case holds that nobody may read in a stolen copy. */
export type CaseSecrets = {
  readonly number: string;
  readonly email: string;
  readonly telephone: string;
  readonly documentNumber: string;
  readonly street: string;
  readonly message: string;
  readonly note: string;
  readonly reason: string;
  readonly emailCode: string;
  readonly linkToken: string;
  readonly address: string;
};

/** Fills every table of casework with one decided case. `link` and `person` are there already. */
export async function fillCases(
  store: Store,
  secrets: CaseSecrets,
  about: { readonly identity: PresentedIdentity; readonly person: PersonId; readonly link: string },
): Promise<void> {
  const one = decidedCase(secrets, about);
  const by = { kind: 'agent', person: agentAt(1) } as const;
  await store.inTransaction(
    [
      'cases',
      'caseEvents',
      'caseMessages',
      'caseNotes',
      'caseArrivals',
      'caseDrafts',
      'caseLocks',
      'savedLists',
      'emailCodes',
      'accessLinks',
      'linkRemovals',
    ],
    async (stores) => {
      await stores.cases.add(one);
      await stores.caseEvents.add({
        case: one.id,
        at: NOON,
        kind: 'taken-over',
        by,
        text: secrets.reason,
        details: {},
      });
      await stores.caseMessages.add({
        id: randomUUID(),
        case: one.id,
        from: { kind: 'applicant' },
        text: secrets.message,
        at: NOON,
        question: null,
      });
      const note = { id: randomUUID(), by: by.person, at: NOON, text: secrets.note };
      await stores.caseNotes.add(one.id, note);
      await stores.caseArrivals.add({ id: randomUUID(), at: NOON, case: one.id, question: 'question' });
      await stores.caseDrafts.keep(one.id, by.person, { kind: 'link', text: secrets.note, at: NOON });
      await stores.caseLocks.force(one.id, by.person, NOON);
      await stores.savedLists.add(by.person, { id: randomUUID(), name: 'Mine', query: 'list=mine' });
      await stores.emailCodes.keep(one.id, secrets.email, secrets.emailCode, NOON);
      await stores.accessLinks.keep(secrets.linkToken, one.id, later(NOON, HOUR));
      await stores.accessLinks.countAsking(
        { reference: one.reference, email: secrets.email, address: secrets.address },
        NOON,
      );
      const removal = { id: randomUUID(), proposedBy: by.person, proposedAt: NOON, decided: null } as const;
      await stores.linkRemovals.add({
        ...removal,
        link: about.link,
        case: one.id,
        person: about.person,
        country: about.identity.country,
        reason: secrets.reason,
      });
      const decision = { kind: 'kept', by: agentAt(2), at: NOON, comment: secrets.note } as const;
      await stores.linkRemovals.decide(removal.id, decision);
    },
  );
}

function decidedCase(
  secrets: CaseSecrets,
  { identity, person }: { readonly identity: PresentedIdentity; readonly person: PersonId },
): Case {
  const number = secrets.number as NationalNumberDigits;
  const example = storedCase();
  return {
    ...example,
    applicant: { ...example.applicant, identity },
    answers: {
      ...example.answers,
      email: secrets.email,
      telephone: secrets.telephone,
      address: { lines: secrets.street, postcode: null, municipality: 'Köln', country: 'DE' },
      document: {
        type: 'passport',
        number: secrets.documentNumber,
        issuedBy: 'DE',
        expiresOn: '2031-05-01',
      },
    },
    state: {
      kind: 'decided',
      outcome: { kind: 'linked', number, person },
      by: agentAt(1),
      confirmedBy: null,
      at: NOON,
    },
  };
}
