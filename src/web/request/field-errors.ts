import type { AnswerError } from '../../domain/casework/index.ts';
import { isPlainKey } from '../texts/index.ts';
import type { FieldError } from '../ui/form/error-summary.ts';
import type { Words } from '../ui/words.ts';

/** Fields of more than one control: the first of them is where the link in the summary leads. */
const firstControls: Readonly<Record<string, string>> = { documentExpires: 'documentExpires-day' };

/** What was wrong with an answer, in the words of its field; a field without words of its own has those of the code. */
export function answerErrors(errors: readonly AnswerError[], words: Words): readonly FieldError[] {
  return errors.map(({ field, code }) => {
    const base = field.replace(/-(?:\d|day|month|year)$/, '');
    const own = `error.${base}.${code}`;
    const key = isPlainKey(own) ? own : (`error.any.${code}` as const);
    const name = base === 'documentExpires' ? base : lists.has(base) && base === field ? `${base}-1` : field;
    return { field: name, id: firstControls[name] ?? name, text: words.say(key) };
  });
}

/** Fields that come more than once, numbered from 1. */
const lists: ReadonlySet<string> = new Set(['previousName', 'nationality']);
