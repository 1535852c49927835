import { settingsPage } from '../config/settings-page.ts';
import { auditEventsPage } from './audit-events-page.ts';
import { commands } from './commands.ts';
import { commandLinePage } from './help.ts';

/** The pages under docs/ whose text comes from the code: path in the repository, and how it is made. */
export const referencePages: readonly { readonly path: string; readonly text: () => string }[] = [
  { path: 'docs/reference/settings.md', text: settingsPage },
  { path: 'docs/reference/audit-events.md', text: auditEventsPage },
  { path: 'docs/reference/command-line.md', text: () => commandLinePage(commands) },
];
