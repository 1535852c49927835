import { Hono } from 'hono';
import { isOneself, withReason } from '../../../domain/acting/index.ts';
import { type PersonId, parsePersonId } from '../../../domain/person/index.ts';
import { shownStaffForm, withFreshStaffForm } from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { STAFF } from '../staff-table.ts';
import { endStaffErrors } from './end-staff-errors.ts';
import { endStaffPage } from './end-staff-page.ts';

const place = { section: 'platform-staff', href: STAFF } as const;

/** Ending a right of a member of staff, after a fresh login. */
export function endStaffRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${STAFF}/:person/end` as const;
  routes.get(path, requireFresh(web), (context) =>
    withPerson(web, context, async (person) => {
      const by = actingOf(context);
      if (isOneself(by, person)) return refusePlatform(web, context, { kind: 'oneself' }, place);
      const found = await web.world.platform.viewStaffMember({ by, person });
      if (found.kind !== 'found') return refusePlatform(web, context, found, place);
      return context.html(endStaffPage(await shownStaffForm(web, context, endStaffErrors), found.member));
    }),
  );
  routes.post(path, (context) =>
    withPerson(web, context, (person) =>
      withFreshStaffForm(web, context, async (typed) => {
        const by = withReason(actingOf(context), typed.reason ?? '');
        const answer = await web.world.platform.endStaffMember({ by, person, right: typed.right ?? null });
        if (answer.kind === 'wrong') return leadToStaffForm(web, context, typed, { errors: answer.errors });
        return answer.kind === 'ended'
          ? context.redirect(`${STAFF}?done=ended`, 303)
          : refusePlatform(web, context, answer, place);
      }),
    ),
  );
  return routes;
}

async function withPerson(
  web: Web,
  context: WebContext,
  work: (person: PersonId) => Response | Promise<Response>,
): Promise<Response> {
  const person = parsePersonId(context.req.param('person') ?? '');
  return person === null ? showProblem(web, context, { problem: { kind: 'not-found' } }) : work(person);
}
