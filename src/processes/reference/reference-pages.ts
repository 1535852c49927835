import { settingsPage } from '../../config/settings-page.ts';
import type { Command } from '../command-line/command.ts';
import { commandLinePage } from '../command-line/help.ts';
import { addressesPage } from './addresses-page.ts';
import { auditEventsPage } from './audit-events-page.ts';
import { eidasChecksPage } from './eidas-checks-page.ts';
import { loginPathPage } from './login-path-page.ts';
import { problemsPage } from './problems-page.ts';
import {
  applicationSchemaPage,
  countrySchemaPage,
  meansSchemaPage,
  officeSchemaPage,
  organisationSchemaPage,
  registerSchemaPage,
  rightSchemaPage,
  staffSchemaPage,
} from './schema-pages.ts';
import { textKeys } from './texts.ts';
import { thirdPartyPage } from './third-party-page.ts';

/** What is written from the code, pages of docs/ and the types of texts: path in the repository, and how it is made. */
export const referencePages = (
  commands: readonly Command[],
): readonly { readonly path: string; readonly text: () => string }[] => [
  { path: 'THIRD-PARTY.md', text: thirdPartyPage },
  ...textKeys,
  { path: 'docs/reference/settings.md', text: settingsPage },
  { path: 'docs/reference/login-path.md', text: loginPathPage },
  { path: 'docs/reference/eidas-checks.md', text: eidasChecksPage },
  { path: 'docs/reference/problem-pages.md', text: problemsPage },
  { path: 'docs/reference/addresses.md', text: addressesPage },
  { path: 'docs/reference/audit-events.md', text: auditEventsPage },
  { path: 'docs/reference/command-line.md', text: () => commandLinePage(commands) },
  { path: 'docs/reference/schemas/application.schema.json', text: applicationSchemaPage },
  { path: 'docs/reference/schemas/country.schema.json', text: countrySchemaPage },
  { path: 'docs/reference/schemas/means.schema.json', text: meansSchemaPage },
  { path: 'docs/reference/schemas/office.schema.json', text: officeSchemaPage },
  { path: 'docs/reference/schemas/organisation.schema.json', text: organisationSchemaPage },
  { path: 'docs/reference/schemas/right.schema.json', text: rightSchemaPage },
  { path: 'docs/reference/schemas/staff.schema.json', text: staffSchemaPage },
  { path: 'docs/reference/schemas/register.schema.json', text: registerSchemaPage },
];
