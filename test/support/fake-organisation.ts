import { randomBytes } from 'node:crypto';
import { DAY, later } from '../../src/base/time.ts';
import type { AccountOwner } from '../../src/domain/account/index.ts';
import { actingAdministrator } from '../../src/domain/acting/index.ts';
import type { Administrator } from '../../src/domain/administration/index.ts';
import type { Organisation, OrganisationCode, OrganisationId } from '../../src/domain/organisation/index.ts';
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
    ...over,
  };
}
