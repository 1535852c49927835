import type { Appointment, Scope } from '../../domain/administration/index.ts';
import type { Application } from '../../domain/application/index.ts';
import type { Organisation } from '../../domain/organisation/index.ts';
import { nameOf } from '../ui/parts.ts';
import type { Words } from '../ui/words.ts';

/** What scopes name, with what it is called. */
export type ScopeNames = {
  readonly units: readonly Organisation[];
  readonly applications: readonly Pick<Application, 'id' | 'name'>[];
};

/** How far somebody may decide, in a sentence: where, and about which applications. */
export function scopeInWords(words: Words, { units, applications }: Scope, names: ScopeNames): string {
  const where =
    units === 'all'
      ? words.say('administrators.everywhere')
      : words.list(units.map((id) => names.units.find((each) => each.id === id)?.name ?? id));
  const what =
    applications === 'all'
      ? words.say('administrators.everything')
      : applications.length === 0
        ? words.say('administrators.noApplication')
        : words.list(applications.map((id) => nameOfApplication(words, id, names)));
  return words.say('administrators.scope', { where, what });
}

/** The units that were named, and the applications as they are cut down now. */
export function scopeOf(appointment: Appointment | null, now: Scope | null): Scope {
  const units = appointment?.scope.units ?? 'all';
  return { units, applications: now?.applications ?? appointment?.scope.applications ?? 'all' };
}

function nameOfApplication(words: Words, id: string, { applications }: ScopeNames): string {
  const found = applications.find((each) => each.id === id);
  return found ? nameOf(found, words.language) : id;
}
