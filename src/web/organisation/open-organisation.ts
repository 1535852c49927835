import type { AccountOwner } from '../../domain/account/index.ts';
import type { ActingPerson } from '../../domain/acting/index.ts';
import {
  type Administrator,
  type OrganisationPath,
  organisationHome,
  parseOrganisationPath,
} from '../../domain/administration/index.ts';
import { parseOrganisationId } from '../../domain/organisation/index.ts';
import type { FormOwner } from '../http/form-again.ts';
import {
  type OpenedPages,
  type PersonForm,
  personPages,
  type ToldAgain,
} from '../http/session/person-pages.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { notHerePage } from './not-here-page.ts';
import type { OrganisationFrame } from './organisation-layout.ts';

/** How the addresses of one organisation begin, in the router. */
export const ORGANISATION = '/organisation/:organisation{[0-9a-f-]{36}}';

/** The pages of organisations, whoever is logged in. */
export const organisationPages = personPages<OrganisationPath>({
  kind: 'organisation',
  home: organisationHome,
  parse: parseOrganisationPath,
  sessions: ({ organisationSessions }) => organisationSessions,
  repeated: ['units', 'applications', 'rights', 'contexts', 'relations', 'people'],
});

/** An organisation that is open to whoever administers it, with the frame of its pages. */
export type OpenedOrganisation = {
  readonly owner: AccountOwner;
  readonly administrator: Administrator;
  /** Who acts, for every act of these pages: it looks again what they may. */
  readonly by: ActingPerson;
  readonly frame: OrganisationFrame;
  /** An address of this organisation: `at('/people')`. */
  readonly at: (path: string) => string;
};

/** What is told of a form that is shown again: codes of errors, or that it was kept until a fresh login. */
export type OrganisationTold = ToldAgain;

/**
 * The organisation that the address names, for a page of it. Whoever is not logged in goes to a login and back. Whoever administers no such
 * organisation gets one and the same page, whether it exists, has ended, or is another's.
 */
export async function openedOrganisation(
  web: Web,
  context: WebContext,
): Promise<OpenedOrganisation | Response> {
  const opened = await organisationPages.opened(web, context);
  return opened instanceof Response ? opened : openFor(web, context, opened);
}

/** The same for a page of a dangerous step: whoever logged in too long ago is asked to do so once more. */
export async function openedFresh(web: Web, context: WebContext): Promise<OpenedOrganisation | Response> {
  const opened = await openedOrganisation(web, context);
  if (opened instanceof Response) return opened;
  return organisationPages.askFresh(web, context, opened) ?? opened;
}

/** A form of an organisation, from a page of this session. */
export async function readOrganisationForm(
  web: Web,
  context: WebContext,
): Promise<(OpenedOrganisation & PersonForm) | Response> {
  const form = await organisationPages.readForm(web, context);
  if (form instanceof Response) return form;
  const opened = await openFor(web, context, form);
  return opened instanceof Response ? opened : { ...opened, fields: form.fields, lists: form.lists };
}

/** The same for the form of a dangerous step: what was typed is kept until whoever sent it has logged in once more. */
export async function readFreshForm(
  web: Web,
  context: WebContext,
): Promise<(OpenedOrganisation & PersonForm) | Response> {
  const form = await readOrganisationForm(web, context);
  if (form instanceof Response) return form;
  return (await organisationPages.keepUntilFresh(web, context, form)) ?? form;
}

/** Whose a form of these pages is. */
export function formOwner(
  web: Web,
  context: WebContext,
  { owner }: Pick<OpenedOrganisation, 'owner'>,
): FormOwner {
  return organisationPages.formOwner(web, context, owner);
}

/** The one answer to an address of an organisation that somebody may not open, and to one that is not there. */
export function showNotHere(
  web: Web,
  context: WebContext,
  opened: Pick<OpenedPages, 'frame'>,
): Response | Promise<Response> {
  // Nothing of what was asked for stands in it, so that it is the same for everything.
  const frame = {
    ...opened.frame,
    path: organisationHome,
    languagePath: (language: string) => `${organisationHome}?lang=${language}`,
  };
  return context.html(notHerePage(frame, web.world.settings.contact), 404);
}

async function openFor(
  web: Web,
  context: WebContext,
  opened: OpenedPages,
): Promise<OpenedOrganisation | Response> {
  const { owner, frame } = opened;
  const id = parseOrganisationId(context.req.param('organisation') ?? '');
  const found =
    id && (await web.world.organisationDesk.openOrganisation({ person: owner.person, organisation: id }));
  if (!found) return showNotHere(web, context, opened);
  const { administrator, by } = found;
  const { organisation } = administrator;
  const at = (path: string) => `${organisationHome}/${organisation.id}${path}`;
  return { owner, administrator, by, at, frame: { ...frame, here: { name: by.name, organisation, at } } };
}
