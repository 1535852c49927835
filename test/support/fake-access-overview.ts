import type { AccessOverview } from '../../src/domain/access-overview/index.ts';
import { administratorWith, ourOrganisation } from './fake-organisation.ts';
import { peopleAtWork } from './fake-people.ts';

/** An overview of an organisation in which nobody has a right; `over` replaces what a test cares about. */
export function fakeAccessOverview(over: Partial<AccessOverview> = {}): AccessOverview {
  return {
    access: async () => ({
      ...{ kind: 'access', view: 'people', administrator: administratorWith(), applications: [] },
      ...{ people: [], administrators: [], next: null },
    }),
    export: async () => ({ kind: 'access', organisation: ourOrganisation, people: [] }),
    acting: async () => [],
    test: async ({ relation }) => {
      const person = peopleAtWork.find((each) => each.relation === relation) ?? null;
      if (relation !== null && person === null) return { kind: 'not-here' };
      return { kind: 'test', applications: [], person, found: [], answer: null };
    },
    ...over,
  };
}
