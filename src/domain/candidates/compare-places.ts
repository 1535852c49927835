import { nameKeys, placeOf } from '../identity-matching/index.ts';
import { areAlike, areSame } from './name-spellings.ts';

export type PlaceAgreement = 'same' | 'other-language' | 'similar' | 'different' | 'missing';

/** How far two places of birth agree; a country behind a comma or in brackets is left out. */
export function comparePlaces(sought: string | null, registered: string | null): PlaceAgreement {
  const [one, other] = [townOf(sought ?? ''), townOf(registered ?? '')];
  if (nameKeys(one).size === 0 || nameKeys(other).size === 0) return 'missing';
  if (areSame(one, other)) return 'same';
  const place = placeOf(one);
  if (place !== null && place === placeOf(other)) return 'other-language';
  return areAlike(one, other) ? 'similar' : 'different';
}

function townOf(place: string): string {
  return place.split(/[,(/]/u)[0]?.trim() ?? '';
}
