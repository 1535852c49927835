import type { CaseActor, CaseView } from '../../../../domain/casework/index.ts';
import type { Name, PersonId } from '../../../../domain/person/index.ts';
import type { Html } from '../../../ui/html.ts';
import { inOwnScript } from '../../../ui/parts.ts';
import type { Words } from '../../../ui/words.ts';

/** The name of somebody at work; whoever left long ago is "an agent". */
export function agentName(words: Words, names: CaseView['names'], person: PersonId): string {
  return names.get(person) ?? words.say('case.someAgent');
}

/** Who did something, in words. */
export function actorName(words: Words, names: CaseView['names'], actor: CaseActor): string {
  switch (actor.kind) {
    case 'agent':
      return agentName(words, names, actor.person);
    case 'officer':
      return words.say('case.officer', { name: names.get(actor.person) ?? words.say('case.someOfficer') });
    case 'applicant':
      return words.say('case.applicant');
    case 'system':
      return 'Sluis';
  }
}

/** Both names of somebody in their own script; `null` when they came in Latin script alone. */
export function originalName(given: Name, family: Name): Html | null {
  if (given.original === null && family.original === null) return null;
  return inOwnScript(`${given.original ?? given.latin} ${family.original ?? family.latin}`.trim());
}
