import type { FieldComparison } from '../../../domain/candidates/index.ts';
import type { Case, ForeignAddress, PartialDate } from '../../../domain/casework/index.ts';
import { transliterate } from '../../../domain/identity-matching/index.ts';
import type { Name } from '../../../domain/person/index.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, html } from '../html.ts';
import { countryIn, inOwnScript } from '../parts.ts';

/** What is compared, in the order of the page. */
export const comparedFields = [
  'familyName',
  'givenNames',
  'previousNames',
  'birthDate',
  'birthPlace',
  'sex',
  'nationality',
  'address',
] as const satisfies readonly (FieldComparison['field'] | 'address')[];
export type ComparedField = (typeof comparedFields)[number];

/** What the request says, by field; `null` for what it does not say. */
export function requestValue(frame: Frame, { applicant, answers }: Case, field: ComparedField): Fragment {
  const { words } = frame;
  switch (field) {
    case 'familyName':
      return nameIn(frame, applicant.familyName);
    case 'givenNames':
      return nameIn(frame, applicant.givenNames);
    case 'previousNames': {
      const names = [
        ...(applicant.birthName ? [applicant.birthName.latin] : []),
        ...(answers.previousNames ?? []),
      ];
      if (names.length > 0) return html`<span translate="no">${names.join('; ')}</span>`;
      return answers.previousNames && words.say('request.check.none');
    }
    case 'birthDate':
      return dateIn(frame, applicant.birthDate);
    case 'birthPlace': {
      const place = answers.birthPlace ?? applicant.identity?.birthPlace ?? null;
      const country = answers.birthCountry && countryIn(frame, answers.birthCountry);
      return place !== null && html`<span translate="no">${place}</span>${country && html`, ${country}`}`;
    }
    case 'sex': {
      const sex = answers.sex ?? applicant.identity?.sex ?? null;
      return sex && words.say(`number.sex.${sex}`);
    }
    case 'nationality': {
      const codes = answers.nationalities ?? applicant.identity?.nationalities ?? [];
      return (
        codes.length > 0 && words.list(codes.map((code) => frame.countries.nationality(code, words.language)))
      );
    }
    case 'address':
      return answers.address && addressIn(frame, answers.address);
  }
}

/** A birth date of which parts may be unknown, in words. */
export function dateIn({ words }: Frame, { year, month, day }: PartialDate): Fragment {
  if (year === null) return null;
  const [yyyy, mm] = [String(year).padStart(4, '0'), String(month ?? 0).padStart(2, '0')];
  if (month === null) return words.say('case.date.year', { year: yyyy });
  if (day === null) return words.say('case.date.month', { month: `${mm}/${yyyy}` });
  const date = `${yyyy}-${mm}-${String(day).padStart(2, '0')}`;
  return html`<time datetime="${date}">${words.date(date)}</time>`;
}

export function addressIn(
  frame: Frame,
  { lines, postcode, municipality, country }: ForeignAddress,
): Fragment {
  const town = [postcode, municipality].filter(Boolean).join(' ');
  return html`<span class="value" translate="no">${lines}
${town}</span><br>${countryIn(frame, country)}`;
}

/** A name with its own script, and what the rules of that script make of it where the country wrote it otherwise. */
function nameIn({ words }: Frame, { latin, original }: Name): Fragment {
  if (latin === '' || latin === '-') return null;
  const ruled = original === null ? null : transliterate(original);
  const differs = ruled !== null && ruled.toLowerCase() !== latin.toLowerCase();
  return html`<span translate="no">${latin}</span>${original && html`<small>${inOwnScript(original)}</small>`}${differs && html`<small>${words.say('case.transliterated', { name: ruled })}</small>`}`;
}
