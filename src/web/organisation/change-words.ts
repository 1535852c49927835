import type { KeptChange } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { type Fragment, html } from '../ui/html.ts';
import type { Words } from '../ui/words.ts';

/** How things change, as far as there are words for it; whatever is not among them is told as “changed”. */
const known = [
  'added',
  'appointed',
  'changed',
  'ended',
  'extended',
  'given',
  'imported',
  'merged',
  'moved',
  'renamed',
  'email-changed',
  'made',
  'accepted',
  'refused',
  'withdrawn',
  'begun',
  'asked',
  'questioned',
  'answered',
  'approved',
  'expired',
  'escalated',
] as const;

/** What happened, in words: “Right: given”. */
export function changeInWords(words: Words, { subject, kind }: KeptChange): string {
  const told = known.find((each) => each === kind) ?? 'changed';
  return words.say('activity.change', {
    what: words.say(`activity.subject.${subject.kind}`),
    how: words.say(`activity.kind.${told}`),
  });
}

/** Who did it: a person by name, else on what authority. */
export function doerInWords(
  words: Words,
  { by }: KeptChange,
  names: ReadonlyMap<PersonId, string>,
): Fragment {
  const name = by.person && names.get(by.person);
  return name ? html`<span translate="no">${name}</span>` : words.say('activity.system');
}

/** Whom it is about; nothing where it is about nobody. */
export function personInWords({ person }: KeptChange, names: ReadonlyMap<PersonId, string>): string {
  return (person && names.get(person)) ?? '';
}
