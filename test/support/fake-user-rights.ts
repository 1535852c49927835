import { DAY, later } from '../../src/base/time.ts';
import { byImport, type UserRight } from '../../src/domain/rights/index.ts';
import { checkGiving, type RelationOfRights } from '../../src/domain/user-rights/index.ts';
import type { PersonInList, WorkRelationId } from '../../src/domain/work-relation/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { administratorWith, ourOrganisation } from './fake-organisation.ts';
import { felix } from './fake-people.ts';
import { klip, NOW } from './web-fixtures.ts';

const always = { from: later(NOW, -100 * DAY), until: null };
const RELATION: string = felix.relation;

/** Felix, who works for the organisation of the fake pages and has no right there. */
export const felixAtWork: RelationOfRights = {
  ...{ id: RELATION, person: felix.person, email: null },
  ...{ givenNames: 'Felix', familyName: 'Maes', validity: always },
  organisation: { ...ourOrganisation, within: [] },
};

/** A right of his that ends in twenty days. */
export const endingRight: UserRight = {
  ...{ id: '00000000-0000-4000-8000-0000000000d1', workRelation: RELATION, organisation: ourOrganisation.id },
  ...{ application: klip.id, right: 'KLIPgebruiker', contexts: ['Raadpleger'], given: byImport },
  validity: { ...always, until: later(NOW, 20 * DAY) },
};

const inList: PersonInList = {
  ...{ relation: RELATION as string as WorkRelationId, person: felixAtWork.person, type: 'permanent' },
  ...{ givenNames: 'Felix', familyName: 'Maes', jobTitle: 'Surveyor', email: null, validity: always },
  ...{ rights: 0, lastLoginAt: null },
};

/** One colleague, one application, and one right that ends. */
export function fakeUserRights(over: Partial<WebWorld['userRights']> = {}): WebWorld['userRights'] {
  const isHere = (relation: string) => relation === RELATION;
  const nothing = { changed: [], refused: [] };
  return {
    findApplication: async () => klip,
    findColleagues: async () => [inList],
    viewGiving: async ({ relation }) =>
      isHere(relation)
        ? {
            relation: felixAtWork,
            held: [],
            offered: [{ application: klip, rights: klip.rights, packages: [] }],
          }
        : null,
    previewGiving: async ({ relation, rights }) =>
      isHere(relation)
        ? {
            refusals: checkGiving({
              ...{ application: klip, others: [], organisation: felixAtWork.organisation, held: [], at: NOW },
              ...{ relation: felixAtWork, wished: rights },
              giver: { administrator: administratorWith(), to: felixAtWork.person },
            }),
            before: { kind: 'no', denials: [{ kind: 'no-right' }] },
            after: { kind: 'no', denials: [{ kind: 'no-right' }] },
            needsSecond: [],
          }
        : null,
    copyRights: async () => ({ rights: [], leftOut: [] }),
    giveRights: async () => ({ kind: 'given', ids: [endingRight.id] }),
    extendRights: async () => nothing,
    changeContexts: async () => nothing,
    endRights: async () => nothing,
    viewRight: async ({ right }) =>
      right === endingRight.id
        ? {
            ...{ right: endingRight, relation: felixAtWork, application: klip },
            definition: klip.rights[0] ?? null,
          }
        : null,
    viewEnding: async () => ({
      months: [
        { month: '2026-11-01', count: 0 },
        { month: '2026-12-01', count: 1 },
      ],
      rights: [
        {
          ...endingRight,
          ...{ person: felixAtWork.person, givenNames: 'Felix', familyName: 'Maes' },
          organisationName: ourOrganisation.name,
        },
      ],
      hasMore: false,
      applications: [klip],
    }),
    ...over,
  };
}
