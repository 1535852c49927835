import type { World } from '../../base/unit-of-work.ts';
import { acceptWork, refuseWork } from './answer.ts';
import { inviteByMail, inviteByNumber } from './invite.ts';
import { decideInvitation, listInvitations, sendInvitationAgain, withdrawInvitation } from './manage.ts';
import { openInvitationsFor, viewWorkInvitation } from './view.ts';
import { bindWorkInvitations, type WorkInvitationSettings, type WorkInvitationStores } from './world.ts';

/** Invitations to work for an organisation, for who sends them and who answers them. */
export type WorkInvitations = ReturnType<typeof openWorkInvitations>;

/** Opens the acts about invitations to work for an organisation. */
export function openWorkInvitations(world: World<WorkInvitationStores, WorkInvitationSettings>) {
  const run = bindWorkInvitations(world);
  return {
    inviteByMail: run(inviteByMail),
    inviteByNumber: run(inviteByNumber),
    list: run(listInvitations),
    sendAgain: run(sendInvitationAgain),
    withdraw: run(withdrawInvitation),
    decide: run(decideInvitation),
    view: run(viewWorkInvitation),
    openFor: run(openInvitationsFor),
    accept: run(acceptWork),
    refuse: run(refuseWork),
  };
}
