import { languages } from '../../../base/language.ts';
import { Redacted } from '../../../base/redacted.ts';
import { parseEmailAddress } from '../../../base/typed/email-address.ts';
import {
  bindInvitations,
  INVITATION_DAYS,
  type InvitedStaff,
  type InviteStaff,
  inviteStaff,
  readName,
} from '../../../domain/invitation/index.ts';
import { parseOrganisationCode, parseTargetGroup } from '../../../domain/organisation/index.ts';
import { parseStaffRight, staffRightCodes } from '../../../domain/staff/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { invitationWorld } from '../../wiring/invitations.ts';
import { keepOwnApplication } from '../../wiring/keep-own-application.ts';
import { operatorName } from '../operator-event.ts';

const RIGHTS = Object.values(staffRightCodes).join('|');
const USAGE = `bin/sluis staff invite --right ${RIGHTS} --email ADDRESS [--organisation GID:OVO002949] [--name NAME] [--language nl|fr|de|en]`;

const refusals: Readonly<Record<Exclude<InvitedStaff['kind'], 'invited'>, readonly [string, string]>> = {
  'organisation-unknown': [
    'There is no such organisation.',
    'Import it first with bin/sluis organisation import, or leave out --organisation: then it is that of the platform itself.',
  ],
  'organisation-ended': ['This organisation has ended, or has not begun.', 'Name another one.'],
  'organisation-not-for-staff': [
    'Staff work for an organisation of target group GID or LB.',
    'Write it as GID:OVO002949.',
  ],
};

/** `sluis staff invite`: a one-time link by which somebody comes to work with Sluis; the way to the first member of staff. */
export async function staffInvite(context: CommandContext): Promise<ExitCode> {
  const { output } = context;
  const read = readAsked(context);
  if (read.kind === 'wrong') return output.refuse(read.what, USAGE);
  const settings = context.settings();
  return withStore(context, async (store) => {
    // In an empty installation nothing served yet: the application of staff comes with the first invitation.
    await keepOwnApplication(store);
    const run = bindInvitations(invitationWorld(store, settings, () => new Date()));
    const by = { kind: 'operator', id: operatorName() } as const;
    const invited = await run(inviteStaff)({ by, reason: null, ...read.asked });
    if (invited.kind !== 'invited') {
      const [what, next] = refusals[invited.kind];
      return output.refuse(what, next);
    }
    const { invitation, link, organisation, isMailed, isKnown } = invited;
    output.say(
      `Invited: ${staffRightCodes[invitation.right]} of ${organisation.name} (${organisation.code}).`,
    );
    output.say(link.reveal());
    output.say(
      `The link works once, until the end of the ${INVITATION_DAYS}th day. Whoever opens it becomes this member of staff: hand it over as you would hand over a key.`,
    );
    output.say(
      isMailed
        ? 'It goes to the address by mail too.'
        : 'No mail is sent, for SLUIS_MAIL_URL is not set: hand the link over yourself.',
    );
    if (isKnown)
      output.say(
        'By this address somebody works here already: it is they who are invited, and a passkey that they set up with it replaces their former one.',
      );
    output.result({
      outcome: invited.kind,
      invitation: invitation.id,
      person: invitation.person,
      organisation: organisation.id,
      link: link.reveal(),
      expiresAt: invitation.expiresAt.toISOString(),
      mailed: isMailed,
      known: isKnown,
    });
    return exitCodes.done;
  });
}

type Asked =
  | { readonly kind: 'asked'; readonly asked: Omit<InviteStaff, 'by' | 'reason'> }
  | { readonly kind: 'wrong'; readonly what: string };

function readAsked({ options }: CommandContext): Asked {
  const wrong = (what: string): Asked => ({ kind: 'wrong', what });
  const right = typeof options.right === 'string' ? parseStaffRight(options.right) : null;
  if (right === null) return wrong(`--right must be one of ${RIGHTS}.`);
  const email = typeof options.email === 'string' ? parseEmailAddress(options.email) : null;
  if (email === null) return wrong('--email must be an e-mail address.');
  const language = languages.find((each) => each === (options.language ?? 'nl'));
  if (language === undefined) return wrong(`--language must be one of ${languages.join(', ')}.`);
  const name = typeof options.name === 'string' ? readName(options.name) : null;
  if (name?.kind === 'wrong') return wrong('--name must be a name of at most 100 characters.');
  const organisation = typeof options.organisation === 'string' ? readPlace(options.organisation) : null;
  if (organisation === 'wrong') return wrong('--organisation must be written as GID:OVO002949.');
  const common = { right, language, name: name?.name ?? null, organisation };
  return { kind: 'asked', asked: { ...common, email: new Redacted(email) } };
}

function readPlace(text: string) {
  const colon = text.indexOf(':');
  const targetGroup = parseTargetGroup(text.slice(0, Math.max(colon, 0)));
  const code = targetGroup && parseOrganisationCode(targetGroup, text.slice(colon + 1));
  return targetGroup && code ? { targetGroup, code } : 'wrong';
}
