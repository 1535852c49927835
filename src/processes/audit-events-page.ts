import { auditEventKinds } from '../domain/audit/index.ts';

/** The reference page of audit events, from the list in the code. */
export function auditEventsPage(): string {
  const rows = Object.entries(auditEventKinds).map(([kind, meaning]) => `| \`${kind}\` | ${meaning} |`);
  return `# Audit events

Every event has the same envelope: its place in the sequence, the moment, the kind, who did it (\`actor\`), on whom or what
(\`subject\`), for what purpose, some codes and counts (\`details\`), and the correlation code that stands on the page and in the log.
It holds no names and no national numbers: people are named by an internal id. It is written in the same transaction as what it tells
of, and can be neither changed nor removed.

| kind | what happened |
|---|---|
${rows.join('\n')}
`;
}
