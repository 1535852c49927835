import { Hono } from 'hono';
import { at, dayOf } from '../../../base/calendar.ts';
import { parseApplicationId } from '../../../domain/application/index.ts';
import { parseWorkRelationId } from '../../../domain/work-relation/index.ts';
import { openSearchSeal } from '../../http/sealed-search.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { fieldsOfDay } from '../fields-of-day.ts';
import { ORGANISATION, openedOrganisation, readOrganisationForm, showNotHere } from '../open-organisation.ts';
import { readDay } from '../read-day.ts';
import { accessTestErrors } from './access-test-errors.ts';
import { accessTestPage } from './access-test-page.ts';

/** `/organisation/…/access-test`: may somebody act in an application at a moment, and why. */
export function accessTestRoutes(web: Web): Hono<WebEnv> {
  const { accessOverview, clock, settings } = web.world;
  const routes = new Hono<WebEnv>();
  const seal = openSearchSeal(settings.formKey);

  routes.get(`${ORGANISATION}/access-test`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, administrator, frame } = opened;
    const asked = new URL(context.req.url).searchParams;
    const [person, application] = [asked.get('person') ?? '', asked.get('application') ?? ''];
    const named = {
      relation: person === '' ? null : parseWorkRelationId(person),
      application: application === '' ? null : parseApplicationId(application),
    };
    // What cannot be an id names nobody, as one that is not there does.
    if ((person !== '' && !named.relation) || (application !== '' && !named.application))
      return showNotHere(web, context, opened);
    const now = clock();
    const day = readDay(new Map(asked), 'on', now);
    const search = seal.open(asked.get('found') ?? '');
    const tested = await accessOverview.test({
      ...{ by, organisation: administrator.organisation.id, ...named, search: search?.words ?? null },
      at: day === 'wrong' ? null : day === null || day === dayOf(now) ? now : at(day, '12:00'),
    });
    if (tested.kind === 'not-here') return showNotHere(web, context, opened);
    const typed = { ...fieldsOfDay('on', dayOf(now)), ...Object.fromEntries(asked) };
    const wrong = day === 'wrong' ? [{ field: 'on', code: 'wrong' }] : [];
    const form = { frame, typed, errors: sayErrors(frame.words, wrong, accessTestErrors) };
    return context.html(accessTestPage(form, { tested, search: search?.words ?? null }));
  });

  /** A name that is searched for stays out of the address. */
  routes.post(`${ORGANISATION}/access-test`, async (context) => {
    const form = await readOrganisationForm(web, context);
    if (form instanceof Response) return form;
    const search = seal.seal(form.fields.get('search') ?? '');
    const application = parseApplicationId(form.fields.get('application') ?? '');
    const asked = new URLSearchParams({
      ...(application && { application }),
      ...(search && { found: search.sealed }),
    });
    return context.redirect(form.at(`/access-test?${asked}`), 303);
  });
  return routes;
}
