import type { Actor } from '../audit/index.ts';
import type { PersonId } from '../person/index.ts';
import type { ActingPerson } from './model.ts';

/** How the audit trail names whoever acts. */
export function actorOf({
  authority,
  person,
}: Pick<ActingPerson, 'authority' | 'person'>): Extract<Actor, { kind: 'person' }> {
  switch (authority.kind) {
    case 'staff':
    case 'administrator':
      return { kind: 'person', id: person };
  }
}

/** How the audit trail names somebody who does something of their own, by no authority but being who they are. */
export function actorOneself(person: PersonId): Actor {
  return { kind: 'person', id: person };
}

/** Where somebody acts on a case decides as what the timeline tells of them, whatever else their rights would let them do. */
const timelineNames = { desk: 'agent', counter: 'officer' } as const;
export type CasePlace = keyof typeof timelineNames;

export type TimelineName = {
  readonly kind: (typeof timelineNames)[CasePlace];
  readonly person: PersonId;
};

/** How the timeline of a case names whoever acts there. */
export function timelineNameOf({ person }: Pick<ActingPerson, 'person'>, place: CasePlace): TimelineName {
  return { kind: timelineNames[place], person };
}
