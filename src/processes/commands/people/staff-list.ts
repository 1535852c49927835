import { bindInvitations, listStaff } from '../../../domain/invitation/index.ts';
import { staffRightCodes } from '../../../domain/staff/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { invitationWorld } from '../../wiring/invitations.ts';

/** `sluis staff list`: who works with Sluis by which right, and which invitations wait. Never an address or a link. */
export function staffList(context: CommandContext): Promise<ExitCode> {
  const { output } = context;
  const settings = context.settings();
  return withStore(context, async (store) => {
    const run = bindInvitations(invitationWorld(store, settings, () => new Date()));
    const { held, open } = await run(listStaff)({});
    for (const { person, name, right, organisationName } of held)
      output.say(`member      ${person}  ${name}  ${staffRightCodes[right]}  ${organisationName}`);
    for (const { id, right, expiresAt } of open)
      output.say(`invitation  ${id}  ${staffRightCodes[right]}  until ${expiresAt.toISOString()}`);
    if (held.length + open.length === 0)
      output.say('Nobody works here yet. bin/sluis staff invite makes a link for somebody.');
    output.result({
      members: held.map(({ id, right, ...each }) => ({
        ...each,
        right: staffRightCodes[right],
        rightId: id,
      })),
      invitations: open.map(({ id, person, organisation, right, invitedBy, invitedAt, expiresAt }) => ({
        ...{ id, person, organisation, right: staffRightCodes[right], invitedBy },
        invitedAt: invitedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    });
    return exitCodes.done;
  });
}
