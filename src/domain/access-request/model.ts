import type { Brand } from '../../base/brand.ts';
import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import { isUuid } from '../../base/uuid.ts';
import type { ApplicationId } from '../application/index.ts';
import type { OrganisationId, WorkRelation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';

/** The random internal id of a request for access. */
export type AccessRequestId = Brand<string, 'AccessRequestId'>;

/** Reads the id of a request for access; `null` when it is not one. */
export function parseAccessRequestId(text: string): AccessRequestId | null {
  return isUuid(text) ? (text as AccessRequestId) : null;
}

/** A right that somebody asks for, or that another administrator is asked to confirm. */
export type WishedRight = {
  readonly application: ApplicationId;
  readonly right: string;
  readonly contexts: readonly string[];
};

/** What is asked for. */
export type Wish =
  | (WishedRight & { readonly kind: 'right' })
  | { readonly kind: 'work-relation' }
  /** A right that the catalogue lets nobody give alone: what the first administrator wished, on which work relation. */
  | (WishedRight & { readonly kind: 'second-administrator'; readonly relation: WorkRelation['id'] });

/** `waiting`: on those who decide. `questioned`: on the asker, who was asked something. The others are over. */
export type OpenState = 'waiting' | 'questioned';
export type RequestState = OpenState | 'approved' | 'refused' | 'withdrawn' | 'expired';

/** Whether a request still can be decided. */
export function isOpenState(state: RequestState): state is OpenState {
  return state === 'waiting' || state === 'questioned';
}

/** What was written about a request: questions of those who decide, and answers. */
export type RequestMessage = {
  readonly from: 'decider' | 'asker';
  readonly at: Date;
  readonly text: string;
};

/** How it was decided. */
export type RequestDecision = {
  readonly by: PersonId;
  readonly at: Date;
  /** Why, as the asker is told; `null` where nobody had to say. */
  readonly reason: string | null;
  /** What the asker can do about a refusal. */
  readonly remedy: string | null;
  /** What was given where that is not what was wished. */
  readonly given: (WishedRight & { readonly until: CalendarDate | null }) | null;
};

/** How far a request that nobody decided was carried: each step is told once. */
export const escalations = ['none', 'reminded', 'head-administrators', 'platform'] as const;
export type Escalation = (typeof escalations)[number];

/** Somebody asks an organisation for access. */
export type AccessRequest = {
  readonly id: AccessRequestId;
  /** What the asker can read out on the telephone. */
  readonly reference: CorrelationCode;
  /** Who gets it. */
  readonly person: PersonId;
  /** Who asks: the person themselves, or the first of two administrators. */
  readonly askedBy: PersonId;
  readonly organisation: OrganisationId;
  readonly wish: Wish;
  /** Until which day it is wished; `null` for as long as the catalogue lets it last. */
  readonly until: CalendarDate | null;
  readonly reason: string;
  readonly language: Language;
  readonly askedAt: Date;
  readonly state: RequestState;
  /** Since when it waits on whoever it waits on now. */
  readonly since: Date;
  readonly messages: readonly RequestMessage[];
  readonly escalation: Escalation;
  readonly decision: RequestDecision | null;
  /** When it was withdrawn or expired, or was decided. */
  readonly endedAt: Date | null;
  readonly version: number;
};
