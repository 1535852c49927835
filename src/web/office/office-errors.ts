import { isPlainKey } from '../texts/index.ts';
import type { FieldError } from '../ui/form/error-summary.ts';
import type { Words } from '../ui/words.ts';

/** What was wrong with what an officer typed, by field and code. */
export type OfficeError = { readonly field: string; readonly code: string };

/** Fields of more than one control: the first of them is where the link in the summary leads. */
const firstControls: Readonly<Record<string, string>> = {
  birthDate: 'birthDate-day',
  documentExpires: 'documentExpires-day',
};

/** The fields in the order of the form, so that the summary goes down the page. */
const order =
  'documentType documentNumber documentCountry documentExpires familyName givenNames birthDate birthPlace birthCountry sex nationality addressLines postcode municipality addressCountry email telephone language number because checked'.split(
    ' ',
  );

/** What stands in the way of the whole act, said above the form. */
const obstacles = ['changed', 'not-now', 'own-case', 'not-allowed'] as const;

/** What was wrong with what an officer typed, in words for officers: of its field, else of its code. */
export function officeErrors(errors: readonly OfficeError[], words: Words): readonly FieldError[] {
  return errors
    .toSorted((one, other) => order.indexOf(baseOf(one.field)) - order.indexOf(baseOf(other.field)))
    .map(({ field, code }) => {
      const base = baseOf(field);
      const obstacle = obstacles.find((each) => each === code);
      if (base === 'case' && obstacle) return { field, id: 'main', text: words.say(`counter.${obstacle}`) };
      const keys = [
        `counter.error.${base}.${code}`,
        `counter.error.any.${code}`,
        'counter.error.any.not-right',
      ];
      const key = keys.find(isPlainKey) ?? 'error.any.not-right';
      const isDate = Object.hasOwn(firstControls, base);
      return { field: isDate ? base : field, id: firstControls[base] ?? field, text: words.say(key) };
    });
}

function baseOf(field: string): string {
  return field.replace(/-(?:\d|day|month|year)$/, '');
}
