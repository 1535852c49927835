import type { ProviderPerson } from '../people.ts';

function person(id: string, number: string | null, email: string | null): ProviderPerson {
  return { id, number, email, givenNames: id, familyName: 'Example', note: 'Somebody' };
}

/** Two people with a number, and one who works for a town that has its own provider. */
export const providerPeople = {
  people: [person('pieter', '75041299752', null), person('els', '83090299869', null)],
  organisation: { code: 'town', name: 'Town', people: [person('noor', null, 'noor@town.example')] },
} as const;
