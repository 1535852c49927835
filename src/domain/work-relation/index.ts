export {
  type AddedRelation,
  type AddRelation,
  addRelation,
  beginningNeeds,
  beginRelation,
} from './add-relation.ts';
export { type ChangedRelation, type ChangeRelation, changeRelation } from './change-relation.ts';
export {
  type CheckedRelation,
  checkRelation,
  lastDayOf,
  type RelationDetails,
  type RelationFault,
  type WishedRelation,
} from './check-relation.ts';
export { type EndedRelation, type EndRelation, endRelation } from './end-relation.ts';
export {
  type ListedPeople,
  type ListPeople,
  listPeople,
  type PastChange,
  PEOPLE_PER_PAGE,
  type ViewedPerson,
  type ViewPerson,
  viewPerson,
} from './list-people.ts';
export * from './model.ts';
export { openPeople, type People } from './open-people.ts';
export type * from './ports.ts';
export { relationStandings } from './ports.ts';
export {
  bindWorkRelations,
  powerNeeds,
  powerOver,
  trace,
  tracingNeeds,
  type WorkRelationSettings,
  type WorkRelationStores,
} from './world.ts';
