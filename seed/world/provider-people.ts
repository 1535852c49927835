import type { ProviderPerson } from '../../simulators/fas/people.ts';
import { demoBelgians } from './people.ts';
import { demoWork } from './ties.ts';

/** What the town calls its own provider of login means, and the domain of its mail. */
export const townProvider = {
  code: 'lindeberg',
  name: 'Stad Lindeberg',
  domain: 'lindeberg.example',
} as const;

/** Everybody who can log in by the federal login of the demo. */
export const federalPeople: readonly ProviderPerson[] = demoBelgians.map((each) => ({
  ...{ id: each.id, number: each.number, note: each.note.en, email: null },
  ...namesIn(each.name),
}));

/** Who works for the town, as its own provider knows them. */
export const townPeople: readonly ProviderPerson[] = federalPeople
  .filter(({ id }) => demoWork.some(({ person, organisation }) => person === id && organisation === 'town'))
  .map((each) => ({ ...each, number: null, email: `${each.id}@${townProvider.domain}` }));

/** Everybody in the demo is called by one given name. */
function namesIn(name: string): Pick<ProviderPerson, 'givenNames' | 'familyName'> {
  const [givenNames = '', ...family] = name.split(' ');
  return { givenNames, familyName: family.join(' ') };
}
