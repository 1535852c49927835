import { isUuid } from '../../../base/uuid.ts';
import { allowWaiting } from '../../../domain/joining/index.ts';
import { parseOrganisationCode, parseTargetGroup } from '../../../domain/organisation/index.ts';
import { findPersonBy } from '../../../domain/person/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { operatorName } from '../operator-event.ts';

const refusals = {
  'unknown-join': ['There is no such join.', 'bin/sluis person join tells its id, and so does /cases/joins.'],
  'not-joined': ['These persons are not joined.', 'A case lead decides first, at /cases/joins.'],
  'nothing-waits': [
    'Nothing waits in this organisation.',
    'The page of the join says where something waits.',
  ],
  'no-administrator': [
    'Whoever said yes does not manage the people of this organisation, or is the joined person.',
    'Name a live administrator of the organisation, by internal id or sub.',
  ],
} as const;

/**
 * `sluis person allow JOIN GROUP:CODE ADMINISTRATOR`: an administrator of an organisation agrees that a joined person has what both had
 * there.
 */
export function personAllow(context: CommandContext): Promise<ExitCode> {
  const { output } = context;
  const { sender } = context.settings().mail;
  const [join = '', place = '', who = ''] = context.operands;
  const group = parseTargetGroup(place.slice(0, place.indexOf(':')));
  const code = group && parseOrganisationCode(group, place.slice(place.indexOf(':') + 1));
  return withStore(context, async (store) => {
    const administrator = await findPersonBy(who, store.persons);
    const held =
      group && code
        ? await store.inTransaction(['organisations'], ({ organisations }) =>
            organisations.findByCode(group, code),
          )
        : null;
    if (held === null)
      return output.refuse(`${place} is no organisation that is known.`, 'Write it as EA:0999000129.');
    if (administrator === null) {
      const [what, next] = refusals['no-administrator'];
      return output.refuse(what, next);
    }
    const by = { kind: 'operator', id: operatorName() } as const;
    const ask = { join, organisation: held.id, administrator, by };
    const world = { randomness: systemRandomness, settings: { sender } };
    const isId = isUuid(join);
    const outcome = isId
      ? await store.inTransaction(allowWaiting.needs, (stores) =>
          allowWaiting({ stores, world, now: new Date() }, ask),
        )
      : ({ kind: 'unknown-join' } as const);
    if (outcome.kind !== 'allowed') {
      const [what, next] = refusals[outcome.kind];
      return output.refuse(what, next);
    }
    output.say(`Put back: ${outcome.rows}.`);
    output.result({ outcome: outcome.kind, rows: outcome.rows });
    return exitCodes.done;
  });
}
