import type { Brand } from '../../base/brand.ts';
import { isUuid } from '../../base/uuid.ts';
import type { TargetGroup, WorkRelation } from '../organisation/index.ts';

/** The random internal id of a work relation. */
export type WorkRelationId = Brand<string, 'WorkRelationId'>;

/** Reads the id of a work relation; `null` when it cannot be one. */
export function parseWorkRelationId(text: string): WorkRelationId | null {
  return isUuid(text) ? (text as string as WorkRelationId) : null;
}

/** The kinds of work relation of Flemish user management (ACM "werkrelatie"). */
export const relationTypes = [
  'civil-servant',
  'permanent',
  'external',
  'occasional',
] as const satisfies readonly WorkRelation['userType'][];
export type RelationType = (typeof relationTypes)[number];

/** What is known of somebody at work, besides their name. */
export const relationAttributes = ['email', 'phone', 'jobTitle'] as const;
export type RelationAttribute = (typeof relationAttributes)[number];

/** What a type of work relation asks for in a target group. */
export type TypeRule = {
  readonly required: readonly RelationAttribute[];
  /** For how many days it may be given at once; `null`: without an end. Who stays longer is extended, by somebody who looks again. */
  readonly mostDays: number | null;
};

const forGood = { required: ['email'], mostDays: null } as const satisfies TypeRule;
/** For somebody of another employer: at most a year, counted to the day before the same day of the next. */
const external = { required: ['email', 'jobTitle'], mostDays: 366 } as const satisfies TypeRule;
/** For a task that ends: a season at most. */
const occasional = { required: ['email'], mostDays: 90 } as const satisfies TypeRule;
/** Schools and associations reach their people by telephone too. */
const reached = { required: ['email', 'phone'], mostDays: null } as const satisfies TypeRule;

/** Which types there are in each target group, and what each asks for. Citizens work for nobody. */
const typeRules: Readonly<Record<TargetGroup, Readonly<Partial<Record<RelationType, TypeRule>>>>> = {
  BUR: {},
  GID: { 'civil-servant': forGood, external, occasional },
  LB: { 'civil-servant': forGood, permanent: forGood, external, occasional },
  OV: { permanent: forGood, external, occasional },
  EA: { permanent: forGood, external, occasional },
  VER: { permanent: reached, external, occasional },
};

/** The types of work relation that an organisation of this target group may give, in the order of their list. */
export function typesIn(group: TargetGroup): readonly RelationType[] {
  return relationTypes.filter((type) => typeRules[group][type] !== undefined);
}

/** What a type asks for in a target group; `null` when there is no such type there. */
export function ruleOf(group: TargetGroup, type: RelationType): TypeRule | null {
  return typeRules[group][type] ?? null;
}
