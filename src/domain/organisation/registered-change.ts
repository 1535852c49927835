import type { EventContent } from '../audit/index.ts';
import type { PersonId } from '../person/index.ts';
import type { OrganisationId } from './model.ts';

/** What a register says that was otherwise before. `id`: of what changed. */
export type RegisteredChange = {
  readonly kind: 'ended' | 'merged' | 'named' | 'function-changed' | 'struck-off' | 'appointed';
  readonly id: string;
  readonly organisation: OrganisationId;
  /** Whom it is about; `null` where it is the organisation itself. */
  readonly person: PersonId | null;
};

const kinds = {
  ended: 'organisation.ended',
  merged: 'organisation.merged',
  named: 'organisation.representative-named',
  'function-changed': 'organisation.representative-changed',
  'struck-off': 'organisation.representative-struck-off',
  appointed: 'administration.registered',
} as const satisfies Readonly<Record<RegisteredChange['kind'], EventContent['kind']>>;

/** What the trail tells of a change that a register told. */
export function eventOfRegistered({ kind, id, organisation, person }: RegisteredChange): EventContent {
  return {
    kind: kinds[kind],
    subject: person === null ? { kind: 'organisation', id: organisation } : { kind: 'person', id: person },
    purpose: 'register',
    details: { organisation, id },
  };
}
