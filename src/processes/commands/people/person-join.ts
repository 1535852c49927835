import { addProposal } from '../../../domain/joining/index.ts';
import { findPersonBy } from '../../../domain/person/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { operatorName } from '../operator-event.ts';

const MOST_REASON = 500;

/** `sluis person join ID ID [--reason TEXT]`: proposes that two persons are one; a case lead decides. The first one stays. */
export function personJoin(context: CommandContext): Promise<ExitCode> {
  const { output, options } = context;
  const { sender } = context.settings().mail;
  const told = typeof options.reason === 'string' ? options.reason.trim() : '';
  const reason = told === '' ? 'Proposed by the operator.' : told.slice(0, MOST_REASON);
  return withStore(context, async (store) => {
    const found = await Promise.all(context.operands.map((id) => findPersonBy(id, store.persons)));
    const missing = found.indexOf(null);
    const [kept, other] = found;
    if (missing !== -1 || !kept || !other)
      return output.refuse(
        `Nobody is known by ${context.operands[missing] ?? 'that id'}.`,
        'Name two persons by their internal id or by their sub, as the audit trail and bin/sluis number replace --json tell them.',
      );
    const by = { kind: 'operator', id: operatorName() } as const;
    const world = { randomness: systemRandomness, settings: { sender } };
    const outcome = await store.inTransaction(addProposal.needs, (stores) =>
      addProposal({ stores, world, now: new Date() }, { kept, other, reason, by }),
    );
    switch (outcome.kind) {
      case 'same-person':
        return output.refuse('Both are the same person already.', 'There is nothing to join.');
      case 'unknown-person':
        throw new Error('a person who was just found is gone');
      case 'proposed':
        output.say(`Proposed: ${outcome.id}. A case lead decides, at /cases/joins.`);
        break;
      case 'already-proposed':
        output.say(`Proposed or joined before: ${outcome.id}. It is at /cases/joins.`);
    }
    output.result({ outcome: outcome.kind, join: outcome.id, kept, other });
    return exitCodes.done;
  });
}
