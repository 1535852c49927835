import { textIn } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import { type Application, findRight } from '../../domain/application/index.ts';
import type { ChangeRefusal, GivingRefusal } from '../../domain/user-rights/index.ts';
import type { CodedError, ErrorTable } from '../ui/form/error-words.ts';
import type { Words } from '../ui/words.ts';

/** One thing that is wrong with what should be given, in codes: the page says it in its language. */
export type GivingError = CodedError & {
  readonly right?: string;
  readonly other?: string;
  readonly day?: CalendarDate;
};

const fields: Readonly<Partial<Record<(GivingRefusal | ChangeRefusal)['kind'], string>>> = {
  'context-missing': 'contexts',
  'unknown-context': 'contexts',
  'too-long': 'until',
  'end-in-the-past': 'until',
  'not-later': 'until',
  'not-sooner': 'until',
};

/** A refusal as an error of the form. */
export function errorOfRefusal(refusal: GivingRefusal | ChangeRefusal): GivingError {
  const { kind } = refusal;
  return {
    field: fields[kind] ?? 'rights',
    code: kind,
    ...('right' in refusal && { right: refusal.right }),
    ...(kind === 'excluded-by' && { other: refusal.other.right }),
    ...(kind === 'too-long' && { day: refusal.latest }),
  };
}

/** How errors are said, with rights by the names that their applications have for them. */
export function givingErrors(applications: readonly Application[]): ErrorTable<GivingError> {
  const nameOf = (words: Words, code: string | undefined): string => {
    const found = applications.flatMap((each) => findRight(each, code ?? '') ?? [])[0];
    return found ? textIn(found.name, words.language) : (code ?? '');
  };
  const right = ({ words, error }: { words: Words; error: GivingError }) => ({
    right: nameOf(words, error.right),
  });
  return {
    texts: {
      'people empty': 'giving.error.people',
      'people too-many': 'giving.error.people.tooMany',
      'application empty': 'giving.error.application',
      'rights empty': 'giving.error.rights',
      'colleague empty': 'giving.error.colleague',
      'no-date': 'giving.error.until',
      'reason empty': 'giving.error.reason',
      'reason too-long': 'giving.error.reason.tooLong',
      'reason-extend empty': 'giving.error.reason',
      'reason-extend too-long': 'giving.error.reason.tooLong',
      'reason-contexts empty': 'giving.error.reason',
      'reason-contexts too-long': 'giving.error.reason.tooLong',
      'reason-end empty': 'giving.error.reason',
      'reason-end too-long': 'giving.error.reason.tooLong',
      'not-offered': (words, error) => words.say('giving.error.notOffered', right({ words, error })),
      'context-missing': (words, error) => words.say('giving.error.context', right({ words, error })),
      'unknown-context': (words, error) => words.say('giving.error.contextGone', right({ words, error })),
      'end-in-the-past': 'giving.error.past',
      'too-long': (words, error) =>
        words.say('giving.error.tooLong', { ...right({ words, error }), day: words.date(error.day ?? '') }),
      'excluded-by': (words, error) =>
        words.say('giving.error.excluded', { ...right({ words, error }), other: nameOf(words, error.other) }),
      'already-has': (words, error) => words.say('giving.error.alreadyHas', right({ words, error })),
      twice: (words, error) => words.say('giving.error.alreadyHas', right({ words, error })),
      oneself: (words, error) => words.say('giving.error.oneself', right({ words, error })),
      'needs-second': (words, error) => words.say('giving.error.needsSecond', right({ words, error })),
      ended: (words, error) => words.say('giving.error.ended', right({ words, error })),
      'not-later': (words, error) => words.say('giving.error.notLater', right({ words, error })),
      'not-sooner': (words, error) => words.say('giving.error.notSooner', right({ words, error })),
      'relation-ended': 'giving.error.relationEnded',
    },
    otherwise: 'giving.error.notInScope',
    dates: ['until', 'last'],
    order: ['people', 'application', 'colleague', 'rights', 'contexts', 'until', 'last', 'reason'],
  };
}
