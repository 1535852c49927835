import { codeOf } from '../../base/error-code.ts';

/** What is wrong with a database, and what to do. */
export type DatabaseTrouble = { readonly what: string; readonly next: string };

const MEND = 'mend SLUIS_DATABASE_URL; bin/sluis doctor says more';

/** What each code says: SQLSTATE (PostgreSQL, appendix A), or what the system calls it. */
const troubles: Readonly<Record<string, readonly [what: string, next: string]>> = {
  ECONNREFUSED: ['Nobody answers at the address of the database', `Start PostgreSQL, or ${MEND}.`],
  ENOTFOUND: ['The host of the database is not known', `Look at the name, or ${MEND}.`],
  EAI_AGAIN: ['The host of the database cannot be looked up', `Look at the name service, or ${MEND}.`],
  EHOSTUNREACH: ['The host of the database cannot be reached', `Look at the network, or ${MEND}.`],
  ENETUNREACH: ['The host of the database cannot be reached', `Look at the network, or ${MEND}.`],
  ETIMEDOUT: ['The database does not answer', `Look at the server and what stands before it, or ${MEND}.`],
  ECONNRESET: ['The connection to the database was cut off', 'Look at the server and what stands before it.'],
  EPIPE: ['The connection to the database was cut off', 'Look at the server and what stands before it.'],
  '08006': ['The connection to the database was cut off', 'Look at the server and what stands before it.'],
  '08P01': [
    'What stands before the database refuses what Sluis asks',
    'Let SLUIS_DATABASE_URL lead to the server itself and SLUIS_DATABASE_POOLER_URL to a pooler: docs/how-to/run-on-a-postgresql-server.md.',
  ],
  '57P01': ['The database is being stopped', 'Start it again.'],
  '57P02': ['The database crashed', 'Look into its log.'],
  '57P03': ['The database is starting or stopping', 'Wait, or look into its log.'],
  '57P05': ['The database ended an idle session', 'Look at idle_session_timeout.'],
  '53300': ['The database takes no more connections', 'Raise max_connections, or let processes have fewer.'],
  '28P01': ['The database refuses the user or the password', `Look at the role, or ${MEND}.`],
  '28000': ['The database refuses the user from here', `Look at pg_hba.conf, or ${MEND}.`],
  '53100': [
    'The disk of the database is full',
    'Make room, then start again: what was written before is there.',
  ],
  '58030': ['The database cannot read or write its disk', 'Look into its log.'],
  '3D000': ['The database is not there', 'Make it, as docs/how-to/run-on-a-postgresql-server.md says.'],
  '42501': [
    'The role may not do this',
    'Run bin/sluis migrate as the owner; it gives the other roles their rights.',
  ],
  '25006': ['The database takes no writes', 'Give the address of the primary, or end its standby.'],
};

/** Why a database cannot be used, in a sentence with its code; `null` when the error tells of something else. */
export function explainDatabase(error: unknown): DatabaseTrouble | null {
  const code = codeOf(error);
  const known = code === null ? undefined : troubles[code];
  if (code === null || known === undefined) return null;
  const [what, next] = known;
  return { what: `${what} (${code}).`, next };
}

/** As before, for an error of a first connection: whatever it is, it is about the database. */
export function explainConnection(error: unknown): DatabaseTrouble {
  const code = codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
  const next = `Look at TLS and at the log of the server, or ${MEND}.`;
  return explainDatabase(error) ?? { what: `The database cannot be used (${code}).`, next };
}
