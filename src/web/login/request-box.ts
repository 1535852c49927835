import type { ListedRequest } from '../../domain/access-request/index.ts';
import { isOpenState } from '../../domain/access-request/index.ts';
import { type Fragment, html } from '../ui/html.ts';
import type { JourneyProps } from '../ui/journey-page.ts';
import { banner, nameOf } from '../ui/parts.ts';

type Props = Pick<JourneyProps<'no-capacity'>, 'frame' | 'application'>;

/** Where a request of somebody stands who waits for access in an open login. */
export function requestBox({ frame, application }: Props, request: ListedRequest): Fragment {
  const { words } = frame;
  const named = { organisation: request.organisationName, date: words.date(request.askedAt) };
  const link = html`<p><a href="/account/access/requests/${request.id}">${words.say('ask.see')}</a></p>`;
  if (request.state === 'questioned')
    return banner(
      'warn',
      words.say('ask.questioned', named),
      html`<p class="kept">${request.messages.at(-1)?.text}</p>${link}`,
    );
  if (request.state === 'refused')
    return banner(
      'info',
      words.say('ask.refused', named),
      html`<p class="kept">${request.decision?.reason}</p>${link}`,
    );
  if (!isOpenState(request.state)) return null;
  const app = { application: nameOf(application, words.language) };
  return banner(
    'info',
    words.say('ask.waiting', named),
    html`<p>${words.say('ask.waiting.text', { reference: request.reference })}</p><p>${words.say('ask.looks', app)}</p><p>${words.say('ask.closing', app)}</p>${link}`,
  );
}
