import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import type { AdministrationKind } from '../../../domain/administration/index.ts';
import type { ApplicationId } from '../../../domain/application/index.ts';
import type { WishedAdministration } from '../../../domain/appointment/index.ts';
import type { OrganisationId } from '../../../domain/organisation/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { type CodedError, sayErrors } from '../../ui/form/error-words.ts';
import { type Colleague, colleagueOf } from '../colleague-of.ts';
import { openApplications } from '../named-applications.ts';
import {
  formOwner,
  type OpenedOrganisation,
  ORGANISATION,
  type OrganisationTold,
  openedFresh,
  readFreshForm,
  showNotHere,
} from '../open-organisation.ts';
import { readDay } from '../read-day.ts';
import { readReason } from '../read-reason.ts';
import { appointErrors } from './appoint-errors.ts';
import { appointPage } from './appoint-page.ts';

/** Appointing a colleague as an administrator, or as a deputy for a period. */
export function appointRoutes(web: Web): Hono<WebEnv> {
  const { appointments } = web.world;
  const routes = new Hono<WebEnv>();
  const isDeputy = (context: WebContext) => context.req.query('as') === 'deputy';

  routes.get(`${ORGANISATION}/administrators/appoint`, async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const { frame, by, administrator } = opened;
    const { words } = frame;
    const title = words.say(isDeputy(context) ? 'administrators.deputy' : 'administrators.appoint');
    const keep: Readonly<Record<string, string>> = isDeputy(context) ? { as: 'deputy' } : {};
    const colleague = await colleagueOf(web, context, opened, { title, keep });
    if (colleague instanceof Response) return colleague;
    const view = await appointments.viewAdministrators({ by, organisation: administrator.organisation.id });
    if (view === null) return showNotHere(web, context, opened);
    const again = await readFormAgain<OrganisationTold>(
      web,
      context,
      formOwner(web, context, opened),
      context.req.path,
    );
    const errors = sayErrors(words, again?.told.errors ?? [], appointErrors);
    return context.html(
      appointPage(
        { frame, typed: again?.typed ?? {}, errors },
        {
          ...{ title, colleague, view, administrator, isDeputy: isDeputy(context) },
          applications: await openApplications(web, administrator.organisation),
          chosen: again?.lists ?? {},
          afterLogin: again?.told.afterLogin === true,
          action: addressOf(context, colleague),
        },
      ),
    );
  });

  routes.post(`${ORGANISATION}/administrators/appoint`, async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const keep: Readonly<Record<string, string>> = isDeputy(context) ? { as: 'deputy' } : {};
    const title = form.frame.words.say('administrators.appoint');
    const colleague = await colleagueOf(web, context, form, { title, keep });
    if (colleague instanceof Response) return context.redirect(form.at('/administrators/appoint'), 303);
    const read = readWished(form, { isDeputy: isDeputy(context), now: web.world.clock() });
    if (read.errors.length > 0) return showAgain(web, context, form, { colleague, errors: read.errors });
    const answer = await appointments.appoint({
      by: withReason(form.by, read.reason),
      organisation: form.administrator.organisation.id,
      colleague: colleague.relation,
      wished: read.wished,
    });
    if (answer.kind === 'appointed') return context.redirect(form.at('/administrators?done=appointed'), 303);
    if (answer.kind === 'not-allowed')
      return context.redirect(form.at('/administrators?done=not-allowed'), 303);
    const errors = answer.kind === 'wrong' ? answer.faults : [{ field: 'colleague', code: answer.kind }];
    return showAgain(web, context, form, { colleague, errors });
  });
  return routes;
}

/** The address of the form, with whom it is about. */
function addressOf(context: WebContext, { relation }: Colleague): string {
  const as = context.req.query('as') === 'deputy' ? '&as=deputy' : '';
  return `${context.req.path}?colleague=${relation}${as}`;
}

function showAgain(
  web: Web,
  context: WebContext,
  form: OpenedOrganisation & PersonForm,
  { colleague, errors }: { readonly colleague: Colleague; readonly errors: readonly CodedError[] },
): Promise<Response> {
  return showFormAgain<OrganisationTold>(web, context, formOwner(web, context, form), {
    form: context.req.path,
    page: addressOf(context, colleague),
    typed: Object.fromEntries(form.fields),
    lists: Object.fromEntries(form.lists),
    told: { errors },
  });
}

/** What was asked for, with what cannot be read of it. */
function readWished(
  { fields, lists }: PersonForm,
  { isDeputy, now }: { readonly isDeputy: boolean; readonly now: Date },
): {
  readonly wished: WishedAdministration;
  readonly reason: string;
  readonly errors: readonly CodedError[];
} {
  const [from, until] = [readDay(fields, 'from', now), readDay(fields, 'until', now)];
  const { reason, errors: reasonErrors } = readReason(fields);
  const kind = fields.get('kind') ?? (isDeputy ? 'local-administrator' : '');
  const isKind = kind === 'local-administrator' || kind === 'head-local-administrator';
  const errors: readonly CodedError[] = [
    ...(isKind ? [] : [{ field: 'kind', code: 'empty' }]),
    ...(from === 'wrong' ? [{ field: 'from', code: 'no-date' }] : []),
    ...(until === 'wrong' ? [{ field: 'until', code: 'no-date' }] : []),
    ...reasonErrors,
  ];
  const listed = <Id>(name: 'units' | 'applications') =>
    fields.get(`${name}-which`) === 'some'
      ? ((lists.get(name) ?? []) as unknown as readonly Id[])
      : ('all' as const);
  return {
    wished: {
      kind: kind as AdministrationKind,
      isDeputy,
      mayAppoint: kind === 'head-local-administrator' || fields.get('may-appoint') === 'yes',
      scope: { units: listed<OrganisationId>('units'), applications: listed<ApplicationId>('applications') },
      from: from === 'wrong' ? null : from,
      until: until === 'wrong' ? null : until,
    },
    reason,
    errors,
  };
}
