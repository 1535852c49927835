import type { Answer } from '../../../login/index.ts';

import type { FormFields } from '../../http/read-form.ts';

/** No answer of a login is longer; what is longer was not typed by a person. */
const LONGEST = 200;

/**
 * Reads an answer from a form; `null` when it is none that a page of ours could have sent. `address` is the address of the
 * browser, for the bound on tries. A number that was typed without choosing "yes" means "yes".
 */
export function readAnswer(fields: FormFields, address: string): Answer | null {
  const field = (name: string): string => (fields.get(name) ?? '').trim();
  if ([...fields.values()].some((value) => value.length > LONGEST)) return null;
  const kind = field('answer');
  switch (kind) {
    case 'give-number': {
      const number = field('number');
      return { kind, knows: field('knows') || (number === '' ? '' : 'yes'), number, address };
    }
    case 'choose-capacity':
      return { kind, key: field('key') };
    case 'continue':
    case 'confirm-sharing':
    case 'go-back':
    case 'not-me':
    case 'give-up':
      return { kind };
    default:
      return null;
  }
}
