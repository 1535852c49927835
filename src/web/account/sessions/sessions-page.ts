import type { DeviceView } from '../../../domain/account/index.ts';
import type { Application, ApplicationId } from '../../../domain/application/index.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { meansInWords } from '../../ui/means-words.ts';
import { banner, dateTag, facts, nameOf, timeTag } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';

export const sessionsDone = ['ended', 'others', 'gone'] as const;
export type SessionsDone = (typeof sessionsDone)[number];

export type SessionsProps = {
  readonly devices: readonly DeviceView[];
  /** The names of the applications that somebody is logged in to. */
  readonly applications: ReadonlyMap<ApplicationId, Pick<Application, 'name'>>;
  readonly done: SessionsDone | null;
};

/** A8: where somebody is logged in, and an end to it. */
export function sessionsPage(frame: Frame, { devices, applications, done }: SessionsProps): Html {
  const { words } = frame;
  const others = devices.some(({ isThis }) => !isThis);
  return accountLayout(frame, {
    title: words.say('account.sessions'),
    section: 'sessions',
    notice: done && banner(done === 'gone' ? 'info' : 'ok', words.say(`account.sessions.done.${done}`)),
    body: html`<p class="lede">${words.say('account.sessions.lede')}</p>
${devices.map((device) => deviceCard(frame, device, applications))}
${
  others
    ? postedForm(
        { frame },
        '/account/sessions/others',
        html`<div class="row"><button class="btn danger">${words.say('account.sessions.endOthers')}</button></div><p>${words.say('account.sessions.endOthers.text')}</p>`,
      )
    : html`<p>${words.say('account.sessions.none')}</p>`
}
<p>${words.say('account.sessions.known')}</p>`,
  });
}

function deviceCard(frame: Frame, device: DeviceView, applications: SessionsProps['applications']): Html {
  const { words } = frame;
  const name = words.say('account.device', {
    browser: words.say(`account.browser.${device.family.browser}`),
    system: words.say(`account.system.${device.family.system}`),
  });
  const known = device.applications.flatMap((id) => {
    const application = applications.get(id);
    return application === undefined ? [] : [nameOf(application, words.language)];
  });
  const rows: readonly (readonly [Fragment, Fragment] | false)[] = [
    device.since !== null && [words.say('account.sessions.since'), timeTag(words, device.since)],
    device.means.length > 0 && [
      words.say('account.by'),
      words.list([...new Set(device.means.map((means) => meansInWords(words, means)))]),
    ],
    known.length > 0 && [
      words.say('account.sessions.for'),
      html`<span translate="no">${words.list(known)}</span>`,
    ],
    [words.say('account.sessions.first'), dateTag(frame, device.firstUsedAt)],
    device.since === null && [words.say('account.sessions.last'), dateTag(frame, device.lastUsedAt)],
  ];
  return html`<section class="card"><h2>${name}</h2>
<p>${words.say(stateOf(device))}</p>
${facts(rows.filter((row) => row !== false))}
${
  !device.isThis &&
  device.since !== null &&
  postedForm(
    { frame },
    '/account/sessions/end',
    html`<input type="hidden" name="device" value="${device.id}"><button class="btn sec sm">${words.say('account.sessions.end')}<span class="vh">: ${name}</span></button>`,
  )
}</section>`;
}

function stateOf({ isThis, since }: DeviceView) {
  if (isThis) return 'account.sessions.this' as const;
  return since === null ? ('account.sessions.over' as const) : ('account.sessions.live' as const);
}
