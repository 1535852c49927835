import { correlationCode } from '../../../base/correlation.ts';
import { type Actor, type Look, type LookedAt, listLooks } from '../../../domain/audit/index.ts';
import { parsePersonId } from '../../../domain/person/index.ts';
import { parseReference } from '../../../domain/registration/index.ts';
import { readOneNumber } from '../../../files/numbers/read-numbers.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { operatorName } from '../operator-event.ts';

const USAGE = 'bin/sluis audit looks --person ID | --reference SLU-XXXX-XXXX | --number-file FILE';
const SHOWN = 100;

/** `sluis audit looks`: which members of staff saw, found or changed one person, newest first. Is an event itself. */
export async function auditLooks(context: CommandContext): Promise<ExitCode> {
  const { options, output } = context;
  const asked = await readAsked(options);
  if (asked.kind === 'refused') return output.refuse(asked.what, USAGE);
  const { before } = options;
  if (before !== undefined && !/^\d{1,18}$/.test(String(before)))
    return output.refuse(
      '--before is the id of an event, in digits.',
      'Take it from the last line of the page before.',
    );
  return withStore(context, async (store) => {
    const { looks, names } = await listLooks(
      { looks: store.audit.looks, audit: store.audit, inTransaction: store.inTransaction },
      {
        who: asked.who,
        by: { kind: 'operator', id: operatorName() },
        correlation: correlationCode(systemRandomness.bytes(8)),
        before: before === undefined ? undefined : String(before),
        limit: SHOWN,
      },
    );
    if (looks === null)
      return output.refuse(
        'Nobody is known by this.',
        'Check each letter and digit, or ask by the reference of a request.',
      );
    const withReasons = options.reasons === true;
    for (const look of looks) output.say(lineOf(look, names, withReasons));
    const last = looks.length === SHOWN ? looks.at(-1) : undefined;
    if (looks.length === 0) output.say('Nobody on the pages for staff looked at this person.');
    if (last) output.say(`There may be more: add --before ${last.id}.`);
    output.result({
      looks: looks.map(({ actor, reason, ...look }) => ({
        ...look,
        actor: { ...actor, name: nameOf(actor, names) },
        ...(withReasons && { reason: reason?.reveal() ?? null }),
      })),
      more: last ? { before: last.id } : null,
    });
    return exitCodes.done;
  });
}

type Asked =
  | { readonly kind: 'asked'; readonly who: LookedAt }
  | { readonly kind: 'refused'; readonly what: string };

const refused = (what: string): Asked => ({ kind: 'refused', what });

async function readAsked(options: CommandContext['options']): Promise<Asked> {
  const { person, reference, 'number-file': file } = options;
  if ([person, reference, file].filter((each) => typeof each === 'string').length !== 1)
    return refused('Say of whom, in one of three ways.');
  if (typeof person === 'string') {
    const id = parsePersonId(person);
    return id === null
      ? refused('A person has an id like 6f9619ff-8b86-4d01-b42d-00cf4fc964ff.')
      : { kind: 'asked', who: { person: id } };
  }
  if (typeof reference === 'string') {
    const parsed = parseReference(reference);
    return parsed === null
      ? refused('A reference looks like SLU-XXXX-XXXX.')
      : { kind: 'asked', who: { reference: parsed } };
  }
  const read = await readOneNumber(String(file), new Date());
  switch (read.kind) {
    case 'read':
      return { kind: 'asked', who: { number: read.number.digits } };
    case 'unreadable':
      return refused(`The file with the number ${read.reason}.`);
    case 'no-number':
      return refused('What stands in the file is no national number.');
  }
}

function nameOf(actor: Actor, names: ReadonlyMap<string, string>): string {
  if (!('id' in actor)) return actor.kind;
  return actor.kind === 'person' ? (names.get(actor.id) ?? actor.id) : `${actor.kind} ${actor.id}`;
}

function lineOf(
  { id, at, kind, actor, subject, details, ways, reason }: Look,
  names: ReadonlyMap<string, string>,
  withReasons: boolean,
): string {
  const on = subject === null ? '' : `  ${subject.kind} ${subject.id}`;
  const what = Object.entries(details).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${String(value)}`],
  );
  const why = withReasons && reason !== null ? `  why: ${oneLine(reason.reveal())}` : '';
  return `${id}  ${at.toISOString()}  ${nameOf(actor, names)}  ${kind}  (${ways.join(', ')})${on}  ${what.join(' ')}${why}`.trimEnd();
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
