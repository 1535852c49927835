import { randomBytes } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { AccountOwner } from '../../src/domain/account/index.ts';
import { actingAdministrator } from '../../src/domain/acting/index.ts';
import type { AdministrationId, Administrator, Scope } from '../../src/domain/administration/index.ts';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type {
  KeptChange,
  Organisation,
  OrganisationCode,
  OrganisationId,
} from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { PersonAtWork, WorkRelationId } from '../../src/domain/work-relation/index.ts';
import { formToken } from '../../src/web/http/form-token.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { accountOwner } from './fake-account.ts';
import { formKey } from './form-key.ts';
import { ATTEMPT_ID, NOW } from './web-fixtures.ts';

/** The pages of one organisation, open under the secret `organisationSecret`. */
export const organisationSecret = randomBytes(32).toString('base64url');
export const organisationCookieHeader = `sluis_organisation=${organisationSecret}`;
export const organisationToken = formToken(formKey, organisationSecret);

export const ourOrganisation: Organisation = {
  id: '00000000-0000-4000-8000-0000000000e1' as OrganisationId,
  targetGroup: 'EA',
  code: '0403019261' as OrganisationCode,
  name: 'Acme Waterdal',
  country: 'BE',
  validity: { from: later(NOW, -1000 * DAY), until: null },
  parent: null,
  mergedInto: null,
};

/** Anna, who represents Acme by law; `over` replaces what a test cares about. */
export function administratorWith(over: Partial<Administrator> = {}): Administrator {
  return {
    person: accountOwner().person,
    organisation: ourOrganisation,
    basis: 'legal-representative',
    administration: null,
    scope: { units: [ourOrganisation.id], applications: 'all' },
    mayAppoint: true,
    until: null,
    ...over,
  };
}

/** Sessions on the pages of organisations that know one secret. */
export function fakeOrganisationSessions(
  owner: AccountOwner = accountOwner(),
): WebWorld['organisationSessions'] {
  return {
    begin: async () => ATTEMPT_ID,
    enter: async () => ({ kind: 'unknown' }),
    find: async (secret) => (secret === organisationSecret ? owner : null),
    end: async () => {},
  };
}

const given = '00000000-0000-4000-8000-0000000000a2' as PersonId;
const changeNames = new Map([
  [accountOwner().person, 'Anna Müller'],
  [given, 'Piet Janssens'],
]);
const change: KeptChange = {
  ...{ id: '7', organisation: ourOrganisation.id, subject: { kind: 'right', id: 'a right' }, person: given },
  ...{
    kind: 'given',
    at: later(NOW, -DAY),
    by: { person: accountOwner().person, authority: 'administrator' },
  },
  ...{ after: {}, reason: new Redacted('He plans our works.') },
};

/** One organisation and its administrator. */
export function fakeOrganisationDesk(
  over: Partial<WebWorld['organisationDesk']> = {},
): WebWorld['organisationDesk'] {
  const administrator = administratorWith();
  return {
    listAdministered: async () => [administrator],
    openOrganisation: async ({ organisation }) =>
      organisation === ourOrganisation.id
        ? { administrator, by: actingAdministrator(administrator, 'Anna Müller') }
        : null,
    viewHome: async () => ({
      counts: { people: 12, requests: 2, endingRights: 3, unused: 1, toConfirm: 0 },
      ...{ isOnlyOne: false, last: [change], names: changeNames },
    }),
    viewActivity: async () => ({ changes: [change], names: changeNames, next: '6' }),
    viewDetails: async () => ({
      ...{
        organisation: ourOrganisation,
        email: 'info@acme.example',
        vat: null,
        parent: null,
        receiver: null,
      },
      units: [{ organisation: { ...ourOrganisation, name: 'Roads' }, depth: 1 }],
    }),
    changeEmail: async () => ({ kind: 'changed' }),
    ...over,
  };
}

export const ADMINISTRATION = '00000000-0000-4000-8000-0000000000e5' as AdministrationId;

/** Who administers it: Anna by law, and Piet whom she appointed for KLIP. */
export function fakeAppointments(over: Partial<WebWorld['appointments']> = {}): WebWorld['appointments'] {
  const anna = administratorWith();
  const piet = '00000000-0000-4000-8000-0000000000a2' as PersonId;
  const validity = { from: later(NOW, -100 * DAY), until: later(NOW, 30 * DAY) };
  const scope: Scope = { units: [ourOrganisation.id], applications: ['klip' as ApplicationId] };
  const no = { mayEnd: false, mayHandOver: false, mayTakeOver: false } as const;
  return {
    viewAdministrators: async () => ({
      administrators: [
        {
          person: anna.person,
          name: 'Anna Müller',
          isOneself: true,
          now: anna,
          appointment: null,
          appointedBy: null,
          ...no,
        },
        {
          ...{ person: piet, name: 'Piet Janssens', isOneself: false, appointedBy: 'Anna Müller' },
          now: {
            ...anna,
            person: piet,
            basis: 'local-administrator',
            administration: ADMINISTRATION,
            scope,
            until: validity.until,
          },
          appointment: {
            ...{
              id: ADMINISTRATION,
              organisation: ourOrganisation.id,
              person: piet,
              kind: 'local-administrator',
            },
            ...{
              isDeputy: false,
              mayAppoint: false,
              scope: { units: 'all', applications: scope.applications },
              validity,
            },
            ...{ restsOn: null, appointedBy: anna.person, appointedAs: 'legal-representative' },
          },
          ...{ mayEnd: true, mayHandOver: true, mayTakeOver: true },
        },
      ],
      ...{
        mayAppoint: true,
        mayAppointHead: true,
        mayHaveDeputy: true,
        isOnlyOne: false,
        units: [ourOrganisation],
      },
    }),
    findColleagues: async () => [],
    viewColleague: async () => colleague,
    appoint: async () => ({ kind: 'appointed', administration: ADMINISTRATION, person: piet }),
    endAdministration: async () => ({ kind: 'ended', isOneself: false, count: 1 }),
    handOver: async () => ({ kind: 'handed-over', administration: ADMINISTRATION, isOneself: false }),
    ...over,
  };
}

/** Somebody who works there. */
export const colleague: PersonAtWork = {
  relation: '00000000-0000-4000-8000-0000000000e6' as WorkRelationId,
  person: '00000000-0000-4000-8000-0000000000a3' as PersonId,
  organisation: ourOrganisation.id,
  ...{ givenNames: 'Lien', familyName: 'Claes', type: 'permanent', version: 1 },
  ...{ email: 'lien@acme.example', phone: null, jobTitle: 'Planner' },
  validity: { from: later(NOW, -30 * DAY), until: null },
  added: { by: null, as: 'import' },
};
