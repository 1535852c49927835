import type { FieldComparison } from '../../../../domain/candidates/index.ts';
import type { Case, ShownCandidate } from '../../../../domain/casework/index.ts';
import { nameKeys } from '../../../../domain/identity-matching/index.ts';
import type { Frame } from '../../../ui/frame.ts';
import { type Fragment, html } from '../../../ui/html.ts';
import { countryIn } from '../../../ui/parts.ts';
import { type ComparedField, dateIn } from '../../../ui/staff/request-values.ts';

export type Verdict = FieldComparison['verdict'];

/** What the register holds of a candidate, by field; `null` for what it does not hold. */
export function registeredValue(
  frame: Frame,
  { person, comparisons }: ShownCandidate,
  field: ComparedField,
): Fragment {
  const held = comparisons.find((each) => each.field === field)?.registered ?? null;
  switch (field) {
    case 'birthDate':
      return dateIn(frame, person.birthDate);
    case 'sex':
      return person.sex && frame.words.say(`number.sex.${person.sex}`);
    case 'nationality':
      return person.nationality && frame.countries.nationality(person.nationality, frame.words.language);
    case 'address':
      return registeredAddress(frame, person.address);
    case 'birthPlace':
      return person.birthPlace && html`<span translate="no">${person.birthPlace}</span>`;
    default:
      return held && html`<span translate="no">${held}</span>`;
  }
}

/** How a field of the request and the same of the register compare. Addresses are compared by municipality and country. */
export function verdictOf(
  { answers }: Case,
  { person, comparisons }: ShownCandidate,
  field: ComparedField,
): Verdict {
  if (field !== 'address') return comparisons.find((each) => each.field === field)?.verdict ?? 'missing';
  const { municipality, country } = person.address;
  if (answers.address === null || municipality === null) return 'missing';
  const told = nameKeys(answers.address.municipality);
  const held = nameKeys(municipality);
  const sameTown = [...told].some((key) => [...held].includes(key));
  return sameTown && (country === null || country === answers.address.country) ? 'same' : 'different';
}

function registeredAddress(frame: Frame, address: ShownCandidate['person']['address']): Fragment {
  const town = [address.postcode, address.municipality].filter(Boolean).join(' ');
  const lines = [address.street, town].filter(Boolean).join('\n');
  if (lines === '' && address.country === null) return null;
  return html`<span class="value" translate="no">${lines}</span>${address.country && html`<br>${countryIn(frame, address.country)}`}`;
}
