import type { InputError } from '../../login/index.ts';
import type { FieldError } from '../ui/form/error-summary.ts';
import type { Words } from '../ui/words.ts';

/** The first control of each field: where the link in the error summary leads. */
const ids: Readonly<Record<InputError['field'], string>> = {
  tile: 'main',
  country: 'country',
  knows: 'knows-yes',
  number: 'number',
  capacity: 'capacity',
};

/** What was wrong with an answer, in words that say what to do. */
export function fieldErrors(errors: readonly InputError[], words: Words): readonly FieldError[] {
  return errors.map((error) => ({
    field: error.field,
    id: ids[error.field],
    text: words.say(`input.${error.field}.${error.code}` as `input.${'number'}.${'empty'}`),
  }));
}
