import { mayOpen, type StaffArea, type StaffMember } from '../../../domain/staff/index.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { mark } from '../icons.ts';
import { footer, languageLinks } from '../layout.ts';
import { staffTimeout } from './staff-timeout.ts';

/** The parts of the pages for staff, in the order of the menu: where each is, and who may open it. */
const sections = [
  { name: 'cases', path: '/cases', area: 'cases' },
  { name: 'list', path: '/cases/list', area: 'cases' },
  { name: 'check', path: '/cases/second-check', area: 'cases' },
  { name: 'mail', path: '/cases/mail', area: 'cases' },
  { name: 'reports', path: '/cases/reports', area: 'cases' },
  { name: 'templates', path: '/cases/templates', area: 'case-lead' },
  { name: 'matching-log', path: '/cases/matching-log', area: 'case-lead' },
  { name: 'joins', path: '/cases/joins', area: 'case-lead' },
  { name: 'office', path: '/office', area: 'office' },
] as const satisfies readonly { readonly name: string; readonly path: string; readonly area: StaffArea }[];

export type StaffSection = (typeof sections)[number]['name'];

export type StaffLayoutProps = {
  readonly member: StaffMember;
  /** Which part of the menu this page belongs to; `null` for none. */
  readonly section: StaffSection | null;
  /** The h1 in words: first part of the document's title. */
  readonly title: string;
  /** Prefixes the title with "Error:" so that screen readers say it first. */
  readonly failed?: boolean;
  /** How many wait in a part, shown beside its name. */
  readonly counts?: Readonly<Partial<Record<StaffSection, number>>>;
  /** Begins with the h1, or with what goes before it. */
  readonly body: Fragment;
};

/** The page around every page for staff: who is at work and for whom, the parts they may open, one `main`. */
export function staffLayout(frame: Frame, props: StaffLayoutProps): Html {
  const { words, asset } = frame;
  const title = `${props.failed ? `${words.label('frame.error')} ` : ''}${props.title} – ${words.say('staff.area')} – ${words.say('frame.product')}`;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<link rel="preload" href="${asset('source-sans-3-latin.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${asset('sluis.css')}">
<link rel="stylesheet" href="${asset('staff.css')}">
<link rel="icon" href="${asset('favicon.svg')}" type="image/svg+xml">
<script type="module" src="${asset('sluis.js')}"></script>
</head>
<body class="staff">
<a class="skip" href="#main">${words.say('frame.skip')}</a>
<header>${frame.demo && html`<p class="demo-bar"><strong>${words.say('frame.demo')}</strong> ${words.say('frame.demoText')}</p>`}
<div class="top"><div class="wrap">
<a class="logo" href="/">${mark()}<span>Sluis</span></a>
${whoIsAtWork(frame, props.member)}
${languageLinks(frame)}
</div></div></header>
<div class="wrap shell">
${menu(frame, props)}
<main id="main" tabindex="-1">
${props.body}
</main></div>
${footer(words)}
${staffTimeout(frame)}
</body>
</html>`;
}

function whoIsAtWork({ words, formToken }: Frame, { name, organisationName }: StaffMember): Html {
  const organisation = words.say('staff.actingFor', { organisation: organisationName });
  return html`<div class="acting"><p><strong translate="no">${name}</strong> <span>${organisation}</span></p><form method="post" action="/staff/logout"><input type="hidden" name="csrf" value="${formToken}"><button class="linkish">${words.say('staff.logout')}</button></form></div>`;
}

function menu({ words }: Frame, { member, section, counts = {} }: StaffLayoutProps): Html {
  const isCurrent = sections.find(({ name }) => name === section);
  const items = sections
    .filter(({ area }) => mayOpen(area, member))
    .map(({ name, path }) => {
      const count = counts[name];
      const current = name === section && html` aria-current="page"`;
      return html`<li><a href="${path}"${current}>${words.say(`staff.nav.${name}`)}${count !== undefined && html`<span class="count">${count}</span>`}</a></li>`;
    });
  const place = isCurrent ? html`: ${words.say(`staff.nav.${isCurrent.name}`)}` : '';
  // One of the two is shown: beside the page where there is room, folded into a line where there is none.
  return html`<nav class="side" aria-label="${words.say('staff.nav')}"><ul>${items}</ul></nav>
<details class="menu"><summary>${words.say('staff.menu')}${place}</summary><nav aria-label="${words.say('staff.nav')}"><ul>${items}</ul></nav></details>`;
}
