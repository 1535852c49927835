import { Hono } from 'hono';
import { addDuration, dayOf } from '../../../base/calendar.ts';
import { nearestLanguage } from '../../../base/language.ts';
import { type CalendarDate, parseCalendarDate } from '../../../base/time.ts';
import { isUuid } from '../../../base/uuid.ts';
import { firstOfMonth, REASON_LENGTH, USUAL_DURATION } from '../../../domain/user-rights/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { fieldsOfDay } from '../fields-of-day.ts';
import {
  formOwner,
  type OpenedOrganisation,
  openedOrganisation,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { readDay } from '../read-day.ts';
import { errorOfRefusal, type GivingError, givingErrors } from '../right-refusals.ts';
import { endingPage } from './ending-page.ts';

/** What is told above the list: what was wrong with the form, or what was extended and what could not be. */
type EndingTold = {
  readonly errors?: readonly GivingError[];
  readonly extended?: number;
  readonly refused?: readonly GivingError[];
};

/** Rights that end soon, and extending them. */
export function endingRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/organisation/:organisation/ending', async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { frame, by, administrator } = opened;
    const month = monthIn(context.req.query('month') ?? '');
    const after = context.req.query('after') ?? '';
    const view = await web.world.userRights.viewEnding({
      ...{ by, organisation: administrator.organisation.id, month, after: isUuid(after) ? after : null },
    });
    if (view === null) return showNotHere(web, context, opened);
    const owner = formOwner(web, context, opened);
    const again = await readFormAgain<EndingTold>(web, context, owner, context.req.path);
    const told = again?.told ?? {};
    const table = givingErrors(view.applications);
    const say = (errors: readonly GivingError[] = []) => sayErrors(frame.words, errors, table);
    const refused = [...new Set(say(told.refused).map(({ text }) => text))];
    const notice =
      told.extended === undefined
        ? null
        : banner(
            refused.length > 0 ? 'warn' : 'ok',
            frame.words.say('ending.extended', { count: told.extended }),
            refused.length > 0 && html`<ul>${refused.map((each) => html`<li>${each}</li>`)}</ul>`,
          );
    const usual = fieldsOfDay('until', addDuration(dayOf(web.world.clock()), USUAL_DURATION));
    const form = { frame, typed: { ...usual, ...again?.typed }, errors: say(told.errors) };
    return context.html(endingPage(form, { view, month, chosen: again?.lists.rights ?? [], notice }));
  });

  routes.post('/organisation/:organisation/ending', async (context) => {
    const form = await readOrganisationForm(web, context);
    if (form instanceof Response) return form;
    const { by, fields, lists } = form;
    const rights = (lists.get('rights') ?? []).filter(isUuid);
    const until = readDay(fields, 'until', web.world.clock());
    const reason = (fields.get('reason') ?? '').trim();
    const errors: GivingError[] = [
      ...(rights.length === 0 ? [{ field: 'rights', code: 'empty' }] : []),
      ...(until === null || until === 'wrong' ? [{ field: 'until', code: 'no-date' }] : []),
      ...(reason.length < REASON_LENGTH.least ? [{ field: 'reason', code: 'empty' }] : []),
      ...(reason.length > REASON_LENGTH.most ? [{ field: 'reason', code: 'too-long' }] : []),
    ];
    if (errors.length > 0 || until === null || until === 'wrong')
      return showAgain(web, context, form, { typed: Object.fromEntries(fields), rights, told: { errors } });
    const language = nearestLanguage(form.frame.words.language);
    const { changed, refused } = await web.world.userRights.extendRights({
      by,
      rights,
      until,
      reason,
      language,
    });
    const told = { extended: changed.length, refused: refused.map(({ refusal }) => errorOfRefusal(refusal)) };
    return showAgain(web, context, form, { typed: { month: fields.get('month') ?? '' }, rights: [], told });
  });
  return routes;
}

function showAgain(
  web: Web,
  context: WebContext,
  form: OpenedOrganisation & PersonForm,
  {
    typed,
    rights,
    told,
  }: {
    readonly typed: Readonly<Record<string, string>>;
    readonly rights: readonly string[];
    readonly told: EndingTold;
  },
): Promise<Response> {
  const { path } = context.req;
  const month = monthIn(typed.month ?? '');
  return showFormAgain<EndingTold>(web, context, formOwner(web, context, form), {
    form: path,
    page: month === null ? path : `${path}?month=${month}`,
    ...{ typed, lists: { rights }, told },
  });
}

function monthIn(text: string): CalendarDate | null {
  const day = parseCalendarDate(text);
  return day !== null && day === firstOfMonth(day) ? day : null;
}
