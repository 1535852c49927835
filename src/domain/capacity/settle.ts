import { parseOrganisationCode } from '../organisation/index.ts';
import type { Capacities, Capacity, CapacityKey, CapacityWish, Settlement } from './model.ts';

/** The name of a capacity in a form field and in the store. */
export function keyOf(capacity: Capacity): CapacityKey {
  switch (capacity.kind) {
    case 'citizen':
      return 'citizen';
    case 'organisation':
      return `organisation:${capacity.organisation.id}`;
    case 'group':
      return `group:${capacity.targetGroup}`;
  }
}

/** The usable capacity with this key; `null` when the person does not have it (any more). */
export function findByKey(capacities: Capacities, key: string): Capacity | null {
  return capacities.usable.find((capacity) => keyOf(capacity) === key) ?? null;
}

/**
 * What follows from what a person can be: nobody, exactly one, or a choice. A wish that fits one usable capacity settles it
 * without a question; one that does not fit, or does not match how the application is opened, is as if it had not been sent
 * (ACM "gericht aanmelden": the hint never gives more than the person has).
 */
export function settle(wish: CapacityWish | null, capacities: Capacities): Settlement {
  const { usable, unusable } = capacities;
  const wished = wish ? usable.find((capacity) => fits(wish, capacity)) : undefined;
  if (wished) return { kind: 'settled', capacity: wished };
  const [only, ...others] = usable;
  if (!only) return { kind: 'none', unusable };
  return others.length === 0
    ? { kind: 'settled', capacity: only }
    : { kind: 'choice', capacities: usable, unusable };
}

function fits(wish: CapacityWish, capacity: Capacity): boolean {
  switch (capacity.kind) {
    case 'citizen':
      return wish.targetGroup === 'BUR' && wish.code === null;
    case 'group':
      return wish.targetGroup === capacity.targetGroup && wish.code === null;
    case 'organisation': {
      const { targetGroup, code } = capacity.organisation;
      return (
        wish.code !== null &&
        wish.targetGroup === targetGroup &&
        parseOrganisationCode(targetGroup, wish.code) === code
      );
    }
  }
}

/** What a capacity would be called in a targeted login. */
export function wishOf(capacity: Capacity): CapacityWish {
  switch (capacity.kind) {
    case 'citizen':
      return { targetGroup: 'BUR', code: null };
    case 'group':
      return { targetGroup: capacity.targetGroup, code: null };
    case 'organisation':
      return { targetGroup: capacity.organisation.targetGroup, code: capacity.organisation.code };
  }
}
