import { dayOf } from '../../../base/calendar.ts';
import { parseCountry } from '../../../base/countries.ts';
import { isLanguage } from '../../../base/language.ts';
import { parseNationality } from '../../../base/nationalities.ts';
import type { CalendarDate } from '../../../base/time.ts';
import {
  type ReadField,
  readDate,
  readDocumentNumber,
  readEmail,
  readName,
  readPlace,
  readTelephone,
  readText,
  typedIn,
} from '../case/fields.ts';
import { type Case, identityDocumentTypes, type RequestAnswers } from '../case/model.ts';
import type { QuestionPage } from './question-pages.ts';
import type { AnswerError, TypedFields } from './request-answer.ts';

/** The answers of one page, or what was wrong with them. */
export type ReadAnswers =
  | { readonly kind: 'read'; readonly answers: Partial<RequestAnswers> }
  | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[] };

const MOST_PREVIOUS_NAMES = 3;
const MOST_NATIONALITIES = 3;

type Reader = (typed: TypedFields, one: Pick<Case, 'applicant' | 'answers'>, now: Date) => ReadAnswers;

/** Reads what was typed on a page of questions. What the eID told stays as it is, whatever the form says. */
export function readAnswers(
  page: QuestionPage,
  typed: TypedFields,
  one: Pick<Case, 'applicant' | 'answers'>,
  now: Date,
): ReadAnswers {
  return readers[page](typed, one, now);
}

const readers: Readonly<Record<QuestionPage, Reader>> = {
  names(typed) {
    const fields = Array.from({ length: MOST_PREVIOUS_NAMES }, (_, index) => `previousName-${index + 1}`);
    const names = fields
      .filter((field) => typedIn(typed, field) !== '')
      .map((field) => readName(typed, field));
    const hasRemark = typedIn(typed, 'remark') !== '';
    const remark: ReadField<string | null> = hasRemark
      ? readText(typed, 'remark', { most: 500 })
      : { kind: 'value', value: null };
    return together([...names, remark], () => ({
      previousNames: names.flatMap((each) => (each.kind === 'value' ? [each.value] : [])),
      remark: valueIn(remark),
    }));
  },
  birth(typed, { applicant: { identity } }) {
    const told = identity?.birthPlace ?? null;
    const place: ReadField<string> =
      told === null ? readPlace(typed, 'birthPlace') : { kind: 'value', value: told };
    const country = readCountry(typed, 'birthCountry');
    return together([place, country], () => ({ birthPlace: valueIn(place), birthCountry: valueIn(country) }));
  },
  sex(typed) {
    const sex = typedIn(typed, 'sex');
    if (sex !== 'female' && sex !== 'male') return wrong('sex', 'choose');
    return { kind: 'read', answers: { sex } };
  },
  nationality(typed) {
    const fields = Array.from({ length: MOST_NATIONALITIES }, (_, index) => `nationality-${index + 1}`);
    const chosen = fields.filter((field) => typedIn(typed, field) !== '');
    if (chosen.length === 0) return wrong('nationality-1', 'choose');
    const read = chosen.map((field) => readNationality(typed, field));
    return together(read, () => ({
      nationalities: [...new Set(read.flatMap((each) => (each.kind === 'value' ? [each.value] : [])))],
    }));
  },
  address(typed) {
    const lines = readText(typed, 'addressLines', { most: 200 });
    const postcode: ReadField<string | null> =
      typedIn(typed, 'postcode') === ''
        ? { kind: 'value', value: null }
        : readText(typed, 'postcode', { most: 20 });
    const municipality = readPlace(typed, 'municipality');
    const country = readCountry(typed, 'addressCountry');
    return together([lines, postcode, municipality, country], () => ({
      address: {
        lines: valueIn(lines),
        postcode: valueIn(postcode),
        municipality: valueIn(municipality),
        country: valueIn(country),
      },
    }));
  },
  document: readDocument,
  contact: (typed, one) => readContact(typed, one.answers),
};

function readDocument(typed: TypedFields, _one: unknown, now: Date): ReadAnswers {
  const type = identityDocumentTypes.find((each) => each === typedIn(typed, 'documentType'));
  const number = readDocumentNumber(typed, 'documentNumber');
  const issuedBy = readCountry(typed, 'documentCountry');
  const expiresOn = readExpiry(typed, dayOf(now));
  const kind: ReadField<unknown> = type
    ? { kind: 'value', value: type }
    : { kind: 'wrong', field: 'documentType', code: 'choose' };
  return together([kind, number, issuedBy, expiresOn], () => ({
    document: {
      type: type ?? 'identity-card',
      number: valueIn(number),
      issuedBy: valueIn(issuedBy),
      expiresOn: valueIn(expiresOn),
    },
  }));
}

/** Until when a document is valid; `null` for one that has no such date, as identity cards of older people and some permits. */
function readExpiry(typed: TypedFields, today: CalendarDate): ReadField<CalendarDate | null> {
  const field = 'documentExpires';
  const expiresOn = readDate(typed, field, { today, century: 'near' });
  if (typedIn(typed, 'documentNoEnd') === 'yes') {
    const isEmpty = expiresOn.kind === 'wrong' && expiresOn.code === 'empty';
    return isEmpty ? { kind: 'value', value: null } : { kind: 'wrong', field, code: 'both' };
  }
  const isOver = expiresOn.kind === 'value' && expiresOn.value < today;
  return isOver ? { kind: 'wrong', field, code: 'expired' } : expiresOn;
}

/** How to reach somebody. Another address than the proven one has to be proven again. */
export function readContact(typed: TypedFields, before: RequestAnswers): ReadAnswers {
  const email = readEmail(typed, 'email');
  const telephone = readTelephone(typed, 'telephone');
  const spoken = typedIn(typed, 'language');
  const language: ReadField<unknown> = isLanguage(spoken)
    ? { kind: 'value', value: spoken }
    : { kind: 'wrong', field: 'language', code: 'choose' };
  return together([email, telephone, language], () => ({
    email: valueIn(email),
    emailConfirmedAt: valueIn(email) === before.email ? before.emailConfirmedAt : null,
    telephone: valueIn(telephone),
    language: isLanguage(spoken) ? spoken : before.language,
  }));
}

/** A nationality from a list or typed: a name in one of our languages, a code, stateless, or unknown. */
function readNationality(typed: TypedFields, field: string): ReadField<string> {
  const code = parseNationality(typedIn(typed, field));
  return code === null ? { kind: 'wrong', field, code: 'not-a-country' } : { kind: 'value', value: code };
}

/** A country from a list, by its two letters. */
export function readCountry(typed: TypedFields, field: string): ReadField<string> {
  const text = typedIn(typed, field);
  if (text === '') return { kind: 'wrong', field, code: 'choose' };
  const code = parseCountry(text);
  return code === null ? { kind: 'wrong', field, code: 'not-a-country' } : { kind: 'value', value: code };
}

function together(
  fields: readonly ReadField<unknown>[],
  answers: () => Partial<RequestAnswers>,
): ReadAnswers {
  const errors = fields.flatMap((each) =>
    each.kind === 'wrong' ? [{ field: each.field, code: each.code }] : [],
  );
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'read', answers: answers() };
}

function wrong(field: string, code: AnswerError['code']): ReadAnswers {
  return { kind: 'wrong', errors: [{ field, code }] };
}

/** Only called by `together` when no field was wrong. */
function valueIn<Value>(field: ReadField<Value>): Value {
  if (field.kind === 'wrong') throw new Error('a field that was wrong has no value');
  return field.value;
}
