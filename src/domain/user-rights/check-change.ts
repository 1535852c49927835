import { endOfDay } from '../../base/calendar.ts';
import type { CalendarDate, Validity } from '../../base/time.ts';
import { covers } from '../administration/index.ts';
import {
  findRight,
  isOffered,
  type OfferedOrganisation,
  type RightDefinition,
} from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import { type Giver, type GivingCatalogue, mayGiveTo, ofContexts, ofPeriod } from './check-giving.ts';
import type { ChangeRefusal, RightHeld } from './model.ts';

/** A right that somebody has, and that an administrator would extend, change or end. */
export type ChangeQuestion = {
  readonly right: RightHeld;
  /** `null` where the application is not there any more. */
  readonly application: GivingCatalogue | null;
  readonly organisation: OfferedOrganisation & { readonly id: OrganisationId };
  readonly relation: { readonly validity: Validity };
  readonly giver: Giver;
  readonly at: Date;
};

/** Why a right cannot last until this day; none when it can. What is not offered any more ends as it was going to. */
export function checkExtending(question: ChangeQuestion, until: CalendarDate): readonly ChangeRefusal[] {
  const { right, at } = question;
  const found = standing(question);
  if (found.kind === 'refused') return [found.refusal];
  if (found.definition.secondAdministrator === true) return [{ kind: 'needs-second', right: right.right }];
  const period = ofPeriod(found.definition, { right: right.right, until }, at);
  if (period.length > 0) return period;
  const end = right.validity.until;
  return end === null || endOfDay(until) <= end
    ? [{ kind: 'not-later', right: right.right, until: end }]
    : [];
}

/** Why a right cannot have these contexts from now on. */
export function checkContexts(
  question: ChangeQuestion,
  contexts: readonly string[],
): readonly ChangeRefusal[] {
  const found = standing(question);
  if (found.kind === 'refused') return [found.refusal];
  const { right } = question.right;
  const isMore = contexts.some((each) => !question.right.contexts.includes(each));
  if (isMore && found.definition.secondAdministrator === true) return [{ kind: 'needs-second', right }];
  return ofContexts(found.definition, { right, contexts });
}

/** Why a right cannot be ended. Everybody in whose scope it is may end it, their own too, and whatever became of the catalogue. */
export function checkEnding({
  right,
  organisation,
  giver,
  at,
}: Omit<ChangeQuestion, 'application'>): ChangeRefusal | null {
  if (!covers(giver.administrator, { unit: organisation.id, application: right.application }))
    return { kind: 'not-in-scope' };
  const { until } = right.validity;
  return until !== null && until <= at ? { kind: 'ended', right: right.right, on: until } : null;
}

function standing(
  question: ChangeQuestion,
):
  | { readonly kind: 'found'; readonly definition: RightDefinition }
  | { readonly kind: 'refused'; readonly refusal: ChangeRefusal } {
  const { right, application, organisation, relation, giver, at } = question;
  const refusal = checkEnding(question);
  if (refusal !== null) return { kind: 'refused', refusal };
  const end = relation.validity.until;
  if (end !== null && end <= at)
    return { kind: 'refused', refusal: { kind: 'ended', right: right.right, on: end } };
  const definition = application && findRight(application, right.right);
  if (!application || !definition || !isOffered(definition, application, organisation))
    return { kind: 'refused', refusal: { kind: 'not-offered', right: right.right } };
  return mayGiveTo(giver, definition)
    ? { kind: 'found', definition }
    : { kind: 'refused', refusal: { kind: 'oneself', right: right.right } };
}
