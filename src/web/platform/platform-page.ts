import type { StaffPage } from '../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../ui/form/error-summary.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { banner } from '../ui/parts.ts';
import { afterLoginBanner } from '../ui/staff/after-login-banner.ts';
import { type StaffSection, staffLayout } from '../ui/staff/staff-layout.ts';

export type PlatformPageProps = {
  readonly section: Extract<StaffSection, `platform${string}`>;
  readonly title: Fragment & (string | Html);
  /** The title in words, where the h1 has more than words. */
  readonly plainTitle?: string;
  /** The page above this one. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly errors?: readonly FieldError[];
  readonly afterLogin?: boolean;
  /** What was just done, in words. */
  readonly done?: string | null;
  readonly body: Fragment;
};

/** A page of the platform's own administrators: what was just done or is wrong, the way back, the h1, and the rest. */
export function platformPage({ frame, member }: StaffPage, props: PlatformPageProps): Html {
  const { section, title, plainTitle, back, errors = [], afterLogin = false, done = null, body } = props;
  return staffLayout(frame, {
    member,
    section,
    title: plainTitle ?? String(title),
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}${done !== null && banner('ok', done)}
${back && html`<p class="back"><a href="${back.href}">${icon('back', 20)}${back.label}</a></p>`}
<h1>${title}</h1>
${body}`,
  });
}
