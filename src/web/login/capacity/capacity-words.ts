import { textIn } from '../../../base/language.ts';
import type { Application } from '../../../domain/application/index.ts';
import type { UnusableCapacity } from '../../../domain/capacity/index.ts';
import type { GrantedRight } from '../../../domain/rights/index.ts';
import type { Words } from '../../ui/words.ts';

/** A right with its contexts, by the names the application gave: `KLIP user (Planaanvrager, Raadpleger)`. */
export function rightInWords(application: Application, granted: GrantedRight, words: Words): string {
  const name = nameOfRight(application, granted.right, words);
  return granted.contexts.length > 0 ? `${name} (${granted.contexts.join(', ')})` : name;
}

function nameOfRight(application: Application, code: string, words: Words): string {
  const definition = application.rights.find((each) => each.code === code);
  return definition ? textIn(definition.name, words.language) || code : code;
}

/** Why a capacity cannot be used now. */
export function reasonInWords(
  application: Application,
  { organisation, reason }: UnusableCapacity,
  words: Words,
): string {
  switch (reason.kind) {
    case 'right-ended':
      return words.say('capacity.rightEnded', { date: words.date(reason.on) });
    case 'right-not-yet':
      return words.say('capacity.rightNotYet', { date: words.date(reason.from) });
    case 'context-missing':
      return words.say('capacity.contextMissing', { right: nameOfRight(application, reason.right, words) });
    case 'organisation-ended':
      return words.say('capacity.organisationEnded', { date: words.date(reason.on) });
    case 'organisation-not-yet':
      return words.say('capacity.organisationNotYet', { date: words.date(reason.from) });
    case 'relation-ended':
      return words.say('capacity.relationEnded', { date: words.date(reason.on) });
    case 'relation-not-yet':
      return words.say('capacity.relationNotYet', { date: words.date(reason.from) });
    case 'representation-ended':
      return words.say('capacity.representationEnded', { date: words.date(reason.on) });
    case 'not-open':
      return words.say('capacity.notOpen', {
        application: textIn(application.name, words.language),
        group: words.say(`group.${organisation.targetGroup}`),
      });
    case 'no-right':
      return words.say('capacity.noRight', { application: textIn(application.name, words.language) });
  }
}
