import { bindInvitations, withdrawStaff } from '../../../domain/invitation/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { invitationWorld } from '../../wiring/invitations.ts';
import { operatorName } from '../operator-event.ts';

/** `sluis staff withdraw ID`: takes back an invitation that was not used, or ends all rights of a member of staff. */
export function staffWithdraw(context: CommandContext): Promise<ExitCode> {
  const { output, operands } = context;
  const [id = ''] = operands;
  const settings = context.settings();
  return withStore(context, async (store) => {
    const run = bindInvitations(invitationWorld(store, settings, () => new Date()));
    const outcome = await run(withdrawStaff)({
      by: { kind: 'operator', id: operatorName() },
      id,
      reason: null,
    });
    switch (outcome.kind) {
      case 'unknown':
        return output.refuse(`Nothing open is known by ${id}.`, 'bin/sluis staff list tells the ids.');
      case 'nothing-open':
        return output.refuse(
          'This invitation was used, withdrawn or ran out.',
          'To end the rights of who used it, name the person: bin/sluis staff list tells the id.',
        );
      case 'invitation-withdrawn':
        output.say('The link of this invitation opens nothing any more.');
        break;
      case 'rights-ended':
        output.say(`Rights ended: ${outcome.rights}. What was open ends at the next request.`);
    }
    output.result({
      outcome: outcome.kind,
      ...(outcome.kind === 'rights-ended' && { rights: outcome.rights }),
    });
    return exitCodes.done;
  });
}
