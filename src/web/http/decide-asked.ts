import type { AccessRequestId } from '../../domain/access-request/index.ts';
import type { ActingPerson } from '../../domain/acting/index.ts';
import { relationTypes } from '../../domain/work-relation/index.ts';
import type { CodedError } from '../ui/form/error-words.ts';
import { readAsked } from './read-asked.ts';
import type { FormFields } from './read-form.ts';
import type { Web } from './web-context.ts';

/** What can be done with a request that waits. */
export const decisionActs = ['approve', 'refuse', 'ask'] as const;
export type DecisionAct = (typeof decisionActs)[number];

/** What was done with one a moment ago, as the address of the next page says. */
export const decisionsDone = ['approved', 'refused', 'questioned', 'needs-second'] as const;

/** What is told of a decision that was not taken: why, and in which of the three forms. */
export type DecisionTold = { readonly errors: readonly CodedError[]; readonly act: DecisionAct };

export type SentDecision = {
  readonly act: DecisionAct;
  readonly by: ActingPerson;
  readonly request: AccessRequestId;
  readonly form: { readonly fields: FormFields; readonly lists: ReadonlyMap<string, readonly string[]> };
};

/** Does what was decided about a request; the fields are those of its forms. */
export function decideAsked({ world }: Web, { act, by, request, form }: SentDecision) {
  const { accessRequests, clock } = world;
  const field = (name: string): string => (form.fields.get(name) ?? '').trim();
  switch (act) {
    case 'ask':
      return accessRequests.askAsker({ by, request, text: field('message') });
    case 'refuse':
      return accessRequests.refuseRequest({ by, request, reason: field('reason'), remedy: field('remedy') });
    case 'approve':
      return accessRequests.approveRequest({
        ...{ by, request, typed: readAsked(form, clock()), note: field('note') },
        relation: {
          type: relationTypes.find((each) => each === field('type')) ?? null,
          ...{ email: field('email'), phone: field('phone'), jobTitle: field('jobTitle') },
        },
      });
  }
}

type NotTaken =
  | { readonly kind: 'wrong'; readonly errors: readonly CodedError[] }
  | { readonly kind: 'nothing-to-give' | 'too-many' }
  | { readonly kind: 'not-given'; readonly refusals: readonly { readonly kind: string }[] };

/** What is wrong with a decision that was not taken. */
export function errorsOfDecision(answer: NotTaken): readonly CodedError[] {
  switch (answer.kind) {
    case 'wrong':
      return answer.errors;
    case 'nothing-to-give':
      return [{ field: 'right', code: 'gone' }];
    case 'not-given':
      return answer.refusals.map(({ kind }) => ({ field: 'right', code: kind }));
    case 'too-many':
      return [{ field: 'message', code: 'too-many' }];
  }
}
