import type { World } from '../../base/unit-of-work.ts';
import { changeRelation } from './change-relation.ts';
import { endRelation } from './end-relation.ts';
import { listPeople, viewPerson } from './list-people.ts';
import { bindWorkRelations, type WorkRelationSettings, type WorkRelationStores } from './world.ts';

/** What administrators see and do about the people of their organisation. */
export type People = ReturnType<typeof openPeople>;

/** Opens the acts about the people of organisations. */
export function openPeople(world: World<WorkRelationStores, WorkRelationSettings>) {
  const run = bindWorkRelations(world);
  return {
    list: run(listPeople),
    view: run(viewPerson),
    change: run(changeRelation),
    end: run(endRelation),
  };
}
