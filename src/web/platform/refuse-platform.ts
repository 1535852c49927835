import type { PlatformRefusal } from '../../domain/platform/index.ts';
import { staffPage } from '../http/session/staff-page.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { html } from '../ui/html.ts';
import { noRightPage } from '../ui/staff/staff-pages.ts';
import { type PlatformPageProps, platformPage } from './platform-page.ts';

/** Why an act of a platform administrator was not done, where the form does not say it: a page with the way on. */
export function refusePlatform(
  web: Web,
  context: WebContext,
  refusal: Exclude<PlatformRefusal, { kind: 'wrong' }>,
  { section, href }: { readonly section: PlatformPageProps['section']; readonly href: string },
): Response | Promise<Response> {
  const page = staffPage(web, context);
  const { words } = page.frame;
  switch (refusal.kind) {
    case 'not-allowed':
      return context.html(noRightPage(page.frame, page.member), 403);
    case 'unknown':
      return showProblem(web, context, { problem: { kind: 'not-found' } });
    case 'oneself':
    case 'changed': {
      const title = words.say(`platform.refusal.${refusal.kind}`);
      const body = html`<p class="lede">${words.say(`platform.refusal.${refusal.kind}.text`)}</p>
<div class="row"><a class="btn" href="${href}">${words.say('platform.refusal.back')}</a></div>`;
      return context.html(
        platformPage(page, { section, title, body }),
        refusal.kind === 'oneself' ? 403 : 409,
      );
    }
  }
}
