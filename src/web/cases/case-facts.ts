import { dayOf, daysBetween } from '../../base/calendar.ts';
import type { CaseRow } from '../../domain/casework/index.ts';
import { isTestCountry, parseCountryCode } from '../../domain/eidas-country/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import type { DeskPage } from './desk-page.ts';

/** The name of a country in the language of the page. */
export function countryName({ countries, words }: Frame, code: string): string {
  const known = parseCountryCode(code);
  return known === null ? code : countries.name({ code: known, name: {} }, words.language);
}

/** A country by flag and name; the flag is decoration. */
export function countryTag(frame: Frame, code: string): Html {
  const known = parseCountryCode(code);
  if (known !== null && isTestCountry(known)) return html`<span>${countryName(frame, code)}</span>`;
  return html`<span class="flagged"><img src="${frame.asset(`flags/${code}.svg`)}" alt="" width="24" height="16">${countryName(frame, code)}</span>`;
}

/** Who works on a case: "you", a name, or that nobody does. */
export function assigneeName(
  { frame: { words }, member }: DeskPage,
  person: PersonId | null,
  names: ReadonlyMap<PersonId, string>,
): Fragment {
  if (person === null) return words.say('desk.nobody');
  if (person === member.person) return words.say('desk.you');
  return html`<span translate="no">${names.get(person) ?? words.say('desk.formerAgent')}</span>`;
}

/** A date with its machine-readable form. */
export function dateTag({ words }: Frame, moment: Date): Html {
  return html`<time datetime="${moment.toISOString()}">${words.shortDate(moment)}</time>`;
}

/** By when a case should be decided; what is late or due today says so in words. */
export function targetText(
  { frame, now }: DeskPage,
  { targetAt, state }: Pick<CaseRow, 'targetAt' | 'state'>,
): Fragment {
  if (targetAt === null) return '–';
  const closed = state === 'decided' || state === 'withdrawn' || state === 'expired';
  const days = daysBetween(dayOf(targetAt), dayOf(now));
  if (closed || days < 0) return dateTag(frame, targetAt);
  const text =
    days === 0 && targetAt >= now ? frame.words.say('desk.today') : frame.words.say('desk.late', { days });
  return html`${dateTag(frame, targetAt)} <span class="tag ${targetAt < now ? 'err' : 'wait'}">${text}</span>`;
}
