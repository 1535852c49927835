import {
  type OrganisationPath,
  organisationApplication,
  parseOrganisationPath,
} from '../../domain/administration/index.ts';
import { openPersonSessions, type PersonSessionPorts, type PersonSessions } from './person-sessions.ts';

/** The sessions of people on the pages of organisations, and the login that leads there. */
export type OrganisationSessions = PersonSessions<OrganisationPath>;

/** Opens them. A session says who somebody is; for what they administer each page looks anew. */
export function openOrganisationSessions(ports: PersonSessionPorts): OrganisationSessions {
  return openPersonSessions(ports, {
    kind: 'organisation',
    application: organisationApplication,
    parse: parseOrganisationPath,
    events: { entered: 'organisation.entered', left: 'organisation.left' },
  });
}
