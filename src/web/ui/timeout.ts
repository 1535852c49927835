import { SECOND } from '../../base/time.ts';
import type { Frame } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';

/** Without script: the page shows by itself, just after the end, that the login has expired and how to begin again. */
export function timeoutRefresh(frame: Frame): Fragment {
  if (!frame.ends) return null;
  const seconds = Math.ceil((frame.ends.at.getTime() - frame.ends.now.getTime()) / SECOND) + 5;
  return (
    seconds > 0 &&
    html`<noscript><meta http-equiv="refresh" content="${seconds};url=${frame.path}"></noscript>`
  );
}

/** What a warning says and where its two buttons lead. */
export type Warning = {
  /** Milliseconds until the end. */
  readonly left: number;
  /** Where the page goes by itself at the end. */
  readonly path: string;
  readonly text: string;
  /** Whether what was typed goes along at the end, and is kept for whoever comes back. */
  readonly keeps?: boolean;
  readonly more: string;
  readonly stop: {
    readonly path: string;
    readonly name: string;
    readonly value: string;
    readonly label: string;
  };
};

/**
 * The warning before an end (WCAG 2.2.1). The script opens it five minutes before, counts down, and asks for more time without leaving
 * the page, so that what was typed stays; without script it stays closed.
 */
export function warningDialog({ words, formToken }: Frame, warning: Warning): Html {
  const { left, path, text, keeps, more, stop } = warning;
  return html`<dialog id="timeout" aria-labelledby="timeout-title" data-left="${left}" data-path="${path}"${keeps && html` data-keeps`}>
<h2 id="timeout-title">${words.say('timeout.title')}</h2>
<p>${text}</p>
<p class="clock" aria-hidden="true"><span data-clock>5:00</span></p>
<p class="vh" role="status" data-spoken="${words.counts('timeout.spoken', 5)}"></p>
<form method="post" action="${more}" class="row">
<input type="hidden" name="csrf" value="${formToken}">
<button class="btn">${words.say('timeout.more')}</button>
<button class="btn sec" formaction="${stop.path}" name="${stop.name}" value="${stop.value}">${stop.label}</button>
</form>
</dialog>`;
}

/** Milliseconds until what is on the page ends; `null` when it does not end by itself. */
export function leftOf({ ends }: Frame): number | null {
  return ends && Math.max(0, ends.at.getTime() - ends.now.getTime());
}

/** The warning before a login ends. Without script `timeoutRefresh` does its work. */
export function timeoutDialog(frame: Frame): Fragment {
  const left = leftOf(frame);
  if (left === null) return null;
  const { words, path } = frame;
  return warningDialog(frame, {
    left,
    path,
    text: words.say('timeout.text'),
    more: `${path}/more-time`,
    stop: { path, name: 'answer', value: 'give-up', label: words.say('timeout.stop') },
  });
}

/** The same before a session on pages of a person's own ends: there every form that is sent too late is kept. */
export function sessionTimeout(frame: Frame, area: 'account' | 'organisation'): Fragment {
  const left = leftOf(frame);
  if (left === null) return null;
  const { words, path } = frame;
  return warningDialog(frame, {
    left,
    path,
    text: words.say('account.timeout'),
    keeps: true,
    more: `/${area}/more-time`,
    stop: { path: `/${area}/leave`, name: 'stop', value: 'yes', label: words.say('account.leave') },
  });
}
