import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { mayOpen, type StaffArea } from '../staff/index.ts';
import type { ActingPerson } from './model.ts';

/** Whether somebody's authority lets them act in this part of the work of staff. */
export function mayActIn(area: StaffArea, { authority }: Pick<ActingPerson, 'authority'>): boolean {
  switch (authority.kind) {
    case 'staff':
      return mayOpen(area, authority);
    case 'administrator':
      return false;
  }
}

/** The registration office at whose counter somebody may act; `null` where there is none. */
export function officeOf(by: Pick<ActingPerson, 'authority'>): OrganisationId | null {
  return mayActIn('office', by) ? by.authority.organisation : null;
}

/** Whether somebody would act on themselves: nobody may. */
export function isOneself(by: Pick<ActingPerson, 'person'>, person: PersonId): boolean {
  return by.person === person;
}

/** Whether somebody is a second person beside the one who wished it first: where two people are needed, one human is not two. */
export function isSecondPerson(by: Pick<ActingPerson, 'person'>, first: string): boolean {
  return by.person !== first;
}
