import type { Organisation } from '../../domain/organisation/index.ts';
import { errorSummary, type FieldError } from '../ui/form/error-summary.ts';
import { postedForm } from '../ui/form/posted-form.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { type MenuItem, shellLayout } from '../ui/staff/shell-layout.ts';
import { sessionTimeout } from '../ui/timeout.ts';

/** The frame of a page of one organisation: who is there, and for which one. */
export type OrganisationFrame = Frame & {
  readonly here: {
    readonly name: string;
    readonly organisation: Organisation;
    /** An address of this organisation. */
    readonly at: (path: string) => string;
  };
};

/** The parts of an organisation's pages, in the order of the menu. */
const sections = [
  { name: 'home', path: '' },
  { name: 'people', path: '/people' },
  { name: 'access', path: '/access' },
  { name: 'requests', path: '/requests' },
  { name: 'ending', path: '/ending' },
  { name: 'administrators', path: '/administrators' },
  { name: 'activity', path: '/activity' },
  { name: 'access-test', path: '/access-test' },
  { name: 'details', path: '/details' },
] as const;
export type OrganisationSection = (typeof sections)[number]['name'];

export type OrganisationLayoutProps = {
  readonly title: string;
  /** Which part of the menu this page belongs to. */
  readonly section: OrganisationSection;
  /** Where "Back" leads, on a page below one of the menu. */
  readonly back?: string;
  readonly errors?: readonly FieldError[];
  readonly notice?: Fragment;
  /** How many wait in a part, shown beside its name. */
  readonly counts?: Readonly<Partial<Record<OrganisationSection, number>>>;
  readonly body: Fragment;
};

/** A page of an organisation: for whom one acts and the way out on top, the parts beside it, then back, errors, the h1. */
export function organisationLayout(frame: OrganisationFrame, props: OrganisationLayoutProps): Html {
  const { words, here } = frame;
  const { title, section, back, errors = [], notice, counts = {}, body } = props;
  const items = sections.map(
    ({ name, path }): MenuItem => ({
      label: words.say(`organisation.nav.${name}`),
      path: here.at(path),
      isCurrent: name === section,
      count: counts[name],
    }),
  );
  return shellLayout(frame, {
    title,
    area: here.organisation.name,
    failed: errors.length > 0,
    who: whoActs(frame),
    menu: { label: words.say('organisation.nav'), summary: words.say('organisation.menu'), items },
    body: html`${back !== undefined && html`<p class="back"><a class="linkish" href="${back}">${icon('back', 20)}${words.say('frame.back')}</a></p>`}
${errorSummary(frame, errors)}${notice}
<h1>${title}</h1>
${body}`,
    timeout: sessionTimeout(frame, 'organisation'),
  });
}

/** "Acting for Example Works NV · Change", and the way out. */
function whoActs(frame: OrganisationFrame): Html {
  const { words, here } = frame;
  const acting = words.say('staff.actingFor', { organisation: here.organisation.name });
  return html`<div class="acting"><p><strong translate="no">${here.name}</strong> <span>${acting}</span> <a class="linkish" href="/organisation/choose">${words.say('organisation.change')}</a></p>${leaveButton(frame)}</div>`;
}

/** Logging out of these pages. */
export function leaveButton(frame: Frame): Html {
  const label = frame.words.say('account.leave');
  return postedForm({ frame }, '/organisation/leave', html`<button class="linkish">${label}</button>`);
}
