import { dayOf, yearOf } from '../../../base/calendar.ts';
import { isLanguage } from '../../../base/language.ts';
import { wholeDate } from '../../../base/typed/written-date.ts';
import { parseNationalNumber } from '../../person/index.ts';
import {
  type ReadField,
  readEmail,
  readName,
  readPartialDate,
  readTelephone,
  typedIn,
} from '../case/fields.ts';
import type { Applicant, PartialDate, RequestAnswers } from '../case/model.ts';
import { firstAnswers } from '../case/open-case.ts';
import { readAnswers, readCountry } from '../request/read-answers.ts';
import type { AnswerError, TypedFields } from '../request/request-answer.ts';

/** Nobody is older, in years. */
const OLDEST = 130;

type CounterError = { readonly field: string; readonly code: string };

/** What an officer typed, or all that is wrong with it. */
export type CounterForm =
  | { readonly kind: 'read'; readonly applicant: Applicant; readonly answers: RequestAnswers }
  | { readonly kind: 'wrong'; readonly errors: readonly CounterError[] };

/**
 * Reads all that an officer typed, and tells all that is wrong with it at once: the number as well, as far as its digits go, and whether the
 * document was seen.
 */
export function readCounterForm(typed: TypedFields, now: Date): CounterForm {
  const spoken = typedIn(typed, 'language');
  const empty = firstAnswers(null, isLanguage(spoken) ? spoken : 'nl');
  const familyName = readName(typed, 'familyName');
  const hasGiven = typedIn(typed, 'givenNames') !== '';
  const givenNames: ReadField<string> = hasGiven
    ? readName(typed, 'givenNames')
    : { kind: 'value', value: '' };
  const birthDate = readBirthDate(typed, now);
  const country = readCountry(typed, 'documentCountry');
  const names = (family: string, given: string): Applicant => ({
    familyName: { latin: family, original: null },
    givenNames: { latin: given, original: null },
    birthName: null,
    birthDate: birthDate.kind === 'value' ? birthDate.value : { year: null, month: null, day: null },
    country: country.kind === 'value' ? country.value : '',
    identity: null,
  });
  const applicant = names(
    familyName.kind === 'value' ? familyName.value : '',
    givenNames.kind === 'value' ? givenNames.value : '',
  );
  const pages = (['names', 'birth', 'sex', 'nationality', 'address', 'document'] as const).map((page) =>
    readAnswers(page, typed, { applicant, answers: empty }, now),
  );
  const contact = readCounterContact(typed);
  const fields = [familyName, givenNames, birthDate].flatMap((each) =>
    each.kind === 'wrong' ? [{ field: each.field, code: each.code }] : [],
  );
  const errors = [
    ...fields,
    ...pages.flatMap((each) => (each.kind === 'wrong' ? each.errors : [])),
    ...(contact.kind === 'wrong' ? contact.errors : []),
    ...numberErrors(typed, now),
    ...(typedIn(typed, 'checked') === 'yes' ? [] : [{ field: 'checked', code: 'agree' }]),
  ];
  if (errors.length > 0 || contact.kind === 'wrong') return { kind: 'wrong', errors };
  const told = Object.assign({}, ...pages.map((each) => (each.kind === 'read' ? each.answers : {})));
  const email = contact.email;
  // The officer read the address back to the person: it counts as proven.
  const answers: RequestAnswers = { ...empty, ...told, ...contact, emailConfirmedAt: email && now };
  return { kind: 'read', applicant, answers };
}

function numberErrors(typed: TypedFields, now: Date): readonly CounterError[] {
  const number = typedIn(typed, 'number');
  const read = number === '' ? null : parseNationalNumber(number, now);
  return read?.kind === 'refused' ? [{ field: 'number', code: read.reason }] : [];
}

type CounterContact =
  | { readonly kind: 'read'; readonly email: string | null; readonly telephone: string | null }
  | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[] };

function readCounterContact(typed: TypedFields): CounterContact {
  const hasEmail = typedIn(typed, 'email') !== '';
  const email: ReadField<string | null> = hasEmail
    ? readEmail(typed, 'email')
    : { kind: 'value', value: null };
  const telephone = readTelephone(typed, 'telephone');
  const errors = [email, telephone].flatMap((each) =>
    each.kind === 'wrong' ? [{ field: each.field, code: each.code }] : [],
  );
  if (email.kind === 'wrong' || telephone.kind === 'wrong') return { kind: 'wrong', errors };
  return { kind: 'read', email: email.value, telephone: telephone.value };
}

/** A birth date of a document that may know the year alone, or year and month. */
function readBirthDate(typed: TypedFields, now: Date): ReadField<PartialDate> {
  const field = 'birthDate';
  const today = dayOf(now);
  const read = readPartialDate(typed, field, { today, century: 'past' });
  if (read.kind === 'wrong') return read;
  const { year, month, day } = read.value;
  if ((year ?? 0) < yearOf(today) - OLDEST) return { kind: 'wrong', field, code: 'not-a-date' };
  const earliest = wholeDate({ year, month: month ?? 1, day: day ?? 1 });
  return earliest !== null && earliest > today ? { kind: 'wrong', field, code: 'in-the-past' } : read;
}
