import type { CaseId } from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StaffMember } from '../../domain/staff/index.ts';
import { staffOf } from '../http/session/staff-context.ts';
import { staffFrame } from '../http/session/web-session.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { countryInWords } from '../ui/country-in-words.ts';
import { errorSummary, type FieldError } from '../ui/form/error-summary.ts';
import { radioField, textArea } from '../ui/form/form-fields.ts';
import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { afterLoginBanner } from '../ui/staff/after-login-banner.ts';
import { staffLayout } from '../ui/staff/staff-layout.ts';
import { hidden } from './case/page/case-form.ts';
import { type ShownLink, writeShownLinks } from './shown-links.ts';

/** What the pages of links are made with. */
export type LinksPage = { readonly frame: Frame; readonly member: StaffMember };

/** Links that were found, as a page shows them. */
export type ShownLinks = {
  /** `null` when the number belongs to nobody who ever logged in. */
  readonly person: PersonId | null;
  readonly name: string;
  readonly links: readonly ShownLink[];
  /** The case from which they are looked at. */
  readonly case: CaseId | null;
};

/** What was typed on a page of links, and what was wrong with it. */
export type LinksForm = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly afterLogin: boolean;
};

export const LINKS = '/cases/links';

/** The page that answers this request; only behind `requireStaff`. */
export function linksPageIn(web: Web, context: WebContext): LinksPage {
  return { frame: staffFrame(web, context), member: staffOf(context) };
}

/** The live links of somebody, and the wish to end one: a second agent decides. */
export function linksFoundPage(
  { frame, member }: LinksPage,
  found: ShownLinks,
  { typed, errors, afterLogin }: LinksForm = { typed: {}, errors: [], afterLogin: false },
): Html {
  const { words } = frame;
  const back = found.case ? `/cases/${found.case}` : '/cases/links';
  const form = { frame, typed, errors };
  const choices = found.links.map(({ link, country, since }) => ({
    value: link,
    label: words.say('case.links.link', countryInWords(frame, country)),
    hint: words.say('case.links.since', { date: words.date(since) }),
  }));
  return staffLayout(frame, {
    member,
    section: 'list',
    title: words.say('case.links.title'),
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}<p class="back"><a href="${back}">${words.say('frame.back')}</a></p>
<h1>${words.say('case.links.of')} <span translate="no">${found.name || words.say('case.none')}</span></h1>
${
  found.person === null || found.links.length === 0
    ? html`<p class="card">${words.say('case.links.none')}</p>`
    : html`<form method="post" action="/cases/links/remove" novalidate>${hidden('csrf', frame.formToken)}${hidden('person', found.person)}${hidden('case', found.case ?? '')}${hidden('name', found.name)}${hidden('shown', writeShownLinks(found.links))}
${radioField(form, { name: 'link', label: words.say('case.links.which'), choices })}
<h2>${words.say('case.happens')}</h2>
<ul class="bullets"><li>${words.say('case.links.effect')}</li><li>${words.say('case.links.effect.login')}</li><li>${words.say('case.links.effect.told')}</li><li>${words.say('case.links.effect.second')}</li></ul>
${textArea(form, { name: 'reason', label: words.say('case.links.why'), hint: words.say('case.reason.hint'), rows: 3 })}
<div class="row"><button class="btn danger">${words.say('case.links.propose')}</button><a href="${back}">${words.say('case.cancel')}</a></div></form>`
}`,
  });
}
