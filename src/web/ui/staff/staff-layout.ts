import { mayOpen, type StaffArea, type StaffMember } from '../../../domain/staff/index.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { shellLayout } from './shell-layout.ts';
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
  { name: 'resets', path: '/cases/resets', area: 'cases' },
  { name: 'office', path: '/office', area: 'office' },
  { name: 'platform', path: '/platform', area: 'platform' },
  { name: 'platform-requests', path: '/platform/requests', area: 'platform' },
  { name: 'platform-organisations', path: '/platform/organisations', area: 'platform' },
  { name: 'platform-staff', path: '/platform/staff', area: 'platform' },
  { name: 'platform-groups', path: '/platform/target-groups', area: 'platform' },
  { name: 'platform-applications', path: '/platform/applications', area: 'platform' },
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
  const { words } = frame;
  const { title, failed = false, member, section, counts = {}, body } = props;
  return shellLayout(frame, {
    title,
    failed,
    area: words.say('staff.area'),
    who: whoIsAtWork(frame, member),
    menu: {
      label: words.say('staff.nav'),
      summary: words.say('staff.menu'),
      items: sections
        .filter(({ area }) => mayOpen(area, member))
        .map(({ name, path }) => ({
          label: words.say(`staff.nav.${name}`),
          path,
          isCurrent: name === section,
          count: counts[name],
        })),
    },
    body,
    timeout: staffTimeout(frame),
  });
}

function whoIsAtWork({ words, formToken }: Frame, { name, organisationName }: StaffMember): Html {
  const organisation = words.say('staff.actingFor', { organisation: organisationName });
  return html`<div class="acting"><p><strong translate="no">${name}</strong> <span>${organisation}</span></p><form method="post" action="/staff/logout"><input type="hidden" name="csrf" value="${formToken}"><button class="linkish">${words.say('staff.logout')}</button></form></div>`;
}
