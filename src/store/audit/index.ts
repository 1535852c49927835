import { auditIn } from './audit.ts';

export { type AuditFilter, auditIn, eventsAsJson, insertEvents, listEvents } from './audit.ts';
export { auditUpkeep } from './audit-upkeep.ts';
export { looksIn } from './looks.ts';

/** What happened, by the name under which a use case asks for it. */
export const auditStores = { audit: auditIn };
