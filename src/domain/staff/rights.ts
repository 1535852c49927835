import { later, MINUTE } from '../../base/time.ts';
import { plainTyping } from '../../base/visible-text.ts';
import type { GrantedRight } from '../rights/index.ts';
import { staffRightCodes } from './casework-application.ts';
import { type StaffArea, type StaffMember, type StaffRight, staffRights } from './model.ts';
import type { StaffPath } from './parse-staff-path.ts';

/** How long a login counts as fresh: asked again before a dangerous step. */
const FRESH = 15 * MINUTE;

const openTo: Readonly<Record<StaffArea, readonly StaffRight[]>> = {
  cases: ['case-agent', 'case-lead'],
  'case-lead': ['case-lead'],
  office: ['registration-officer'],
  platform: ['platform-administrator'],
};

/** The rights of staff among the user rights that count now. */
export function staffRightsFrom(granted: readonly Pick<GrantedRight, 'right'>[]): readonly StaffRight[] {
  return staffRights.filter((right) => granted.some((each) => each.right === staffRightCodes[right]));
}

/** Reads a right of staff by its own code or that of its user right, in any case; `null` when there is no such right. */
export function parseStaffRight(text: string): StaffRight | null {
  const code = plainTyping(text.slice(0, 100)).toLowerCase();
  return staffRights.find((each) => each === code || staffRightCodes[each].toLowerCase() === code) ?? null;
}

/** Whether somebody may open this part of the pages for staff. A lead may do what an agent may. */
export function mayOpen(area: StaffArea, member: Pick<StaffMember, 'rights'>): boolean {
  return openTo[area].some((right) => member.rights.includes(right));
}

/** Where whoever has just come to work begins. */
export function beginningOf(member: Pick<StaffMember, 'rights'>): StaffPath {
  const area = (['cases', 'office', 'platform'] as const).find((each) => mayOpen(each, member));
  return `/${area ?? 'cases'}` as StaffPath;
}

/** Whether somebody logged in so short ago that a dangerous step needs no new login. */
export function isFresh(member: Pick<StaffMember, 'authenticatedAt'>, now: Date): boolean {
  return later(member.authenticatedAt, FRESH) > now;
}
