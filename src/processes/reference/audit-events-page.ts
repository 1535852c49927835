import { auditEventKinds, concernedWays } from '../../domain/audit/index.ts';

/** The reference page of audit events, from the list in the code. */
export function auditEventsPage(): string {
  const rows = Object.entries(auditEventKinds).map(([kind, meaning]) => `| \`${kind}\` | ${meaning} |`);
  const ways = Object.entries(concernedWays).map(([way, meaning]) => `| \`${way}\` | ${meaning} |`);
  return `# Audit events

Every event has the same envelope: its place in the sequence, the moment, the kind, who did it (\`actor\`), on whom or what
(\`subject\`), for what purpose, some codes and counts (\`details\`), and the correlation code that stands on the page and in the log.
It holds no names and no national numbers: people are named by an internal id. Besides, it names everybody whom it shows, finds or changes,
each with the way, by whom it is found again: \`bin/sluis audit looks\`. Why somebody of the staff looked is kept sealed, where it was asked. It is written in the same transaction as what it tells
of, and can be neither changed nor removed.

| kind | what happened |
|---|---|
${rows.join('\n')}

## In which way somebody is concerned

| way | what it says |
|---|---|
${ways.join('\n')}
`;
}
