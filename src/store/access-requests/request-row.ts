import type { CorrelationCode } from '../../base/correlation.ts';
import type { CalendarDate } from '../../base/time.ts';
import type {
  AccessRequest,
  AccessRequestId,
  Escalation,
  NewAccessRequest,
  RequestDecision,
  RequestMessage,
  RequestState,
  Wish,
} from '../../domain/access-request/index.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import type { Protection } from '../ground/sealing.ts';

const PLACE = 'access_requests.content_sealed';

export const REQUEST_COLUMNS = `r.id, r.reference, r.kind, r.person, r.asked_by, r.organisation, r.application, r.user_right, r.contexts,
  r.work_relation, r.wished_until::text as wished_until, r.content_sealed, r.state, r.asked_at, r.since, r.escalation, r.decided_by,
  r.ended_at, r.version`;

export type RequestRow = {
  id: string;
  reference: string;
  kind: Wish['kind'];
  person: string;
  asked_by: string;
  organisation: string;
  application: string | null;
  user_right: string | null;
  contexts: string[];
  work_relation: string | null;
  wished_until: string | null;
  content_sealed: Buffer;
  state: RequestState;
  asked_at: Date;
  since: Date;
  escalation: Escalation;
  decided_by: string | null;
  ended_at: Date | null;
  version: number;
};

/** What people wrote, and what was given in place of what was wished. */
type Content = Pick<AccessRequest, 'reason' | 'language'> & {
  readonly messages: readonly RequestMessage[];
  readonly decision: Omit<RequestDecision, 'by' | 'at'> | null;
};

/** What people wrote about a request, sealed. */
export function sealRequest(
  protection: Protection,
  { id, reason, language, messages, decision }: AccessRequest,
): Buffer {
  const content: Content = {
    reason,
    language,
    messages,
    decision: decision && { reason: decision.reason, remedy: decision.remedy, given: decision.given },
  };
  return protection.seal(PLACE, id, encodeJson(content));
}

/** A new request as it stands from its first moment on. */
export function asWaiting(request: NewAccessRequest): AccessRequest {
  return {
    ...request,
    state: 'waiting',
    since: request.askedAt,
    messages: [],
    escalation: 'none',
    decision: null,
    endedAt: null,
    version: 1,
  };
}

/** Which columns say what is wished. */
export function columnsOf(wish: Wish) {
  const right = wish.kind === 'work-relation' ? null : wish;
  return {
    application: right?.application ?? null,
    right: right?.right ?? null,
    contexts: right?.contexts ?? [],
    relation: wish.kind === 'second-administrator' ? wish.relation : null,
  };
}

export function readRequest(protection: Protection, row: RequestRow): AccessRequest {
  const { reason, language, messages, decision } = decodeJson<Content>(
    protection.open(PLACE, row.id, row.content_sealed),
  );
  return {
    id: row.id as AccessRequestId,
    reference: row.reference as CorrelationCode,
    person: row.person as PersonId,
    askedBy: row.asked_by as PersonId,
    organisation: row.organisation as OrganisationId,
    wish: readWish(row),
    until: row.wished_until as CalendarDate | null,
    reason,
    language,
    askedAt: row.asked_at,
    state: row.state,
    since: row.since,
    messages,
    escalation: row.escalation,
    decision: readDecision(row, decision),
    endedAt: row.ended_at,
    version: row.version,
  };
}

function readDecision(
  { decided_by: by, ended_at: at }: RequestRow,
  decision: Content['decision'],
): RequestDecision | null {
  if (by === null || at === null || decision === null) return null;
  return { by: by as PersonId, at, ...decision };
}

function readWish({
  kind,
  application,
  user_right: right,
  contexts,
  work_relation: relation,
}: RequestRow): Wish {
  if (kind === 'work-relation') return { kind };
  if (application === null || right === null) throw new Error('a request for a right names none');
  const wished = { application: application as ApplicationId, right, contexts };
  if (kind === 'right') return { kind, ...wished };
  if (relation === null) throw new Error('a right to be confirmed hangs on no work relation');
  return { kind, ...wished, relation };
}
