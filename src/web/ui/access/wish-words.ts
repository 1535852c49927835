import { textIn } from '../../../base/language.ts';
import type { ListedRequest, WishedRight } from '../../../domain/access-request/index.ts';
import { type Application, findRight, nameOfContext } from '../../../domain/application/index.ts';
import type { Words } from '../words.ts';

/** A right by the names of its application, its contexts behind it: `KLIP: KLIP user (Planaanvrager)`; by its codes where that is not there. */
export function rightByName(
  { application: id, right, contexts }: WishedRight,
  applications: readonly Application[],
  words: Words,
): string {
  const application = applications.find((each) => each.id === id);
  const written = rightInWords({ right, contexts }, application, words);
  return `${application ? textIn(application.name, words.language) : id}: ${written}`;
}

/** A right by the names that its application has for it: `KLIP user (Planaanvrager)`; by its codes where it is not defined there. */
export function rightInWords(
  { right, contexts }: Pick<WishedRight, 'right' | 'contexts'>,
  application: Pick<Application, 'rights'> | undefined,
  words: Words,
): string {
  const definition = application && findRight(application, right);
  const name = definition ? textIn(definition.name, words.language) : right;
  const named = contexts.map((each) => (definition ? nameOfContext(definition, each, words.language) : each));
  return named.length === 0 ? name : `${name} (${named.join(', ')})`;
}

/** What a request is for. */
export function wishInWords(
  { wish }: Pick<ListedRequest, 'wish'>,
  applications: readonly Application[],
  words: Words,
): string {
  return wish.kind === 'work-relation'
    ? words.say('requests.relation')
    : rightByName(wish, applications, words);
}
