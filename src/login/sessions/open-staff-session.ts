import type { CorrelationCode } from '../../base/correlation.ts';
import { later } from '../../base/time.ts';
import type { AuditTrail } from '../../domain/audit/index.ts';
import { lastMeansOf } from '../../domain/login-means/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { StaffRight } from '../../domain/staff/index.ts';
import type { Recognised } from '../attempt.ts';
import { foundationOf } from '../foundation-of.ts';
import { type WebSessionStore, webSessionLives } from './web-session.ts';

export type StaffOpening = Recognised & {
  readonly organisation: OrganisationId;
  readonly rights: readonly StaffRight[];
  readonly correlation: CorrelationCode;
  /** What opens it: the same opens the same session again when the answer was lost. */
  readonly login: string;
  /** The session that it replaces. */
  readonly former: string | null;
  readonly at: Date;
};

/** Opens a session of staff, and tells by which means, proved when. */
export async function openStaffSession(
  stores: { readonly webSessions: WebSessionStore; readonly audit: AuditTrail },
  { person, authentication, organisation, rights, correlation, login, former, at }: StaffOpening,
): Promise<string> {
  if (former !== null) await stores.webSessions.end(former);
  const { means } = authentication;
  const standing = {
    person,
    organisation,
    authenticatedAt: authentication.at,
    loggedInBy: { ...lastMeansOf(authentication), means },
    correlation,
  };
  const secret = await stores.webSessions.open('staff', standing, later(at, webSessionLives.staff.most), {
    foundation: foundationOf({ person, authentication }),
    login,
  });
  await stores.audit.record({
    kind: 'staff.entered',
    actor: { kind: 'person', id: person },
    subject: { kind: 'organisation', id: organisation },
    purpose: 'casework',
    details: { means, rights, provedAt: authentication.at.toISOString() },
    correlation,
  });
  return secret;
}
