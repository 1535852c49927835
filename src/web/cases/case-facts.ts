import { type CaseRow, type TargetStanding, targetStanding } from '../../domain/casework/index.ts';
import { isTestCountry, parseCountryCode } from '../../domain/eidas-country/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StaffPage } from '../http/session/staff-page.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { countryIn, dateTag } from '../ui/parts.ts';

/** A country by flag and name; the flag is decoration. */
export function countryTag(frame: Frame, code: string): Html {
  const known = parseCountryCode(code);
  if (known !== null && isTestCountry(known)) return html`<span>${countryIn(frame, code)}</span>`;
  return html`<span class="flagged"><img src="${frame.asset(`flags/${code}.svg`)}" alt="" width="24" height="16">${countryIn(frame, code)}</span>`;
}

/** Who works on a case: "you", a name, or that nobody does. */
export function assigneeName(
  { frame: { words }, member }: StaffPage,
  person: PersonId | null,
  names: ReadonlyMap<PersonId, string>,
): Fragment {
  if (person === null) return words.say('desk.nobody');
  if (person === member.person) return words.say('desk.you');
  return html`<span translate="no">${names.get(person) ?? words.say('desk.formerAgent')}</span>`;
}

/** By when a case should be decided; what is late, due today or standing still says so in words. */
export function targetText(
  { frame, now }: Pick<StaffPage, 'frame' | 'now'>,
  row: Pick<CaseRow, 'targetAt' | 'state'>,
): Fragment {
  if (row.targetAt === null) return '–';
  return html`${dateTag(frame, row.targetAt)}${targetMark(frame, targetStanding(row, now))}`;
}

/** What there is to say about a target date beside the date itself. */
export function targetMark({ words }: Frame, standing: TargetStanding): Fragment {
  switch (standing.kind) {
    case 'late':
      return html` <span class="tag err">${words.say('desk.late', { days: standing.days })}</span>`;
    case 'today':
      return html` <span class="tag wait">${words.say('desk.today')}</span>`;
    case 'paused':
      return html` <small>${words.say('desk.paused')}</small>`;
    default:
      return null;
  }
}
