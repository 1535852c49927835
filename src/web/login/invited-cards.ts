import { lastDayBefore } from '../../base/calendar.ts';
import type { WorkInvitationView } from '../../domain/work-invitation/index.ts';
import { hidden } from '../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import type { JourneyProps } from '../ui/journey-page.ts';
import { banner, facts, nameOf } from '../ui/parts.ts';
import type { Invited } from './invited.ts';

type Props = Pick<JourneyProps<'no-capacity'>, 'frame' | 'application'>;

/** How the last answer to an invitation ended. */
export function answeredBanner({ frame: { words }, application }: Props, { answered }: Invited): Fragment {
  if (answered === null) return null;
  const isDone = answered === 'begun' || answered === 'partly' || answered === 'refused';
  const named = { application: nameOf(application, words.language) };
  const link: Fragment =
    answered === 'too-weak' &&
    html`<p><a class="btn sec" href="/account/invitations" target="_blank" rel="noopener">${words.say('invited.toAccount')}</a></p>`;
  return banner(isDone ? 'ok' : 'warn', words.say(`invited.${answered}`, named), link);
}

/** The invitations that wait for whoever stands here, each with its answer: it leads on without another login. */
export function invitedCards(props: Props, { waiting }: Invited): Fragment {
  return waiting.map((view) => invitedCard(props, view));
}

function invitedCard({ frame }: Props, { invitation, organisation, inviter }: WorkInvitationView): Html {
  const { words, path, formToken } = frame;
  const { rights, administration } = invitation.content;
  const rows: readonly (readonly [Fragment, Fragment] | null)[] = [
    [words.say('invited.by'), html`<span translate="no">${inviter}</span>`],
    rights.length === 0
      ? null
      : [
          words.say('invited.rights'),
          html`<span translate="no">${words.list(rights.map(({ right }) => right))}</span>`,
        ],
    administration === null ? null : [words.say('invited.also'), words.say('invited.administration')],
    [words.say('invited.lastDay'), words.date(lastDayBefore(invitation.expiresAt))],
  ];
  const answer = (kind: 'accept' | 'refuse', style: string) =>
    html`<form method="post" action="${path}/invitation" novalidate>${hidden('csrf', formToken ?? '')}${hidden('invitation', invitation.id)}${hidden('answer', kind)}<button class="btn${style}">${words.say(`invited.${kind}`)}<span class="vh">: ${organisation.name}</span></button></form>`;
  return html`<section class="card"><h2>${words.say('invited.title', { organisation: organisation.name })}</h2>
<p>${words.say('invited.text')}</p>
${facts(rows.filter((row) => row !== null))}
<div class="row">${answer('accept', '')}${answer('refuse', ' sec')}</div></section>`;
}
