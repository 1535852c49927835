import { Hono } from 'hono';
import { nearestLanguage } from '../../../base/language.ts';
import { checkReason, withReason } from '../../../domain/acting/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { type CodedError, sayErrors } from '../../ui/form/error-words.ts';
import { findPerson, PERSON } from '../find-person.ts';
import { fullName } from '../full-name.ts';
import {
  formOwner,
  type OrganisationTold,
  openedFresh,
  readFreshForm,
  showNotHere,
} from '../open-organisation.ts';
import { readDay } from '../read-day.ts';
import { endWorkErrors } from './end-work-errors.ts';
import { endWorkPage } from './end-work-page.ts';

/** `/organisation/…/people/…/end`: somebody no longer works there. Asked first, with all that ends. */
export function endWorkRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${PERSON}/end`, async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const found = await findPerson(web, context, opened);
    if (found instanceof Response) return found;
    const { frame } = opened;
    const { person, rights } = found;
    const owner = formOwner(web, context, opened);
    const again = await readFormAgain<OrganisationTold>(web, context, owner, context.req.path);
    const errors = sayErrors(frame.words, again?.told.errors ?? [], endWorkErrors);
    const props = {
      ...{ rights, applications: await web.world.applications(), name: fullName(person) },
      path: opened.at(`/people/${person.relation}`),
      afterLogin: again?.told.afterLogin === true,
    };
    return context.html(endWorkPage(frame, { frame, typed: again?.typed ?? {}, errors }, props));
  });

  routes.post(`${PERSON}/end`, async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const found = await findPerson(web, context, form);
    if (found instanceof Response) return found;
    const { by, administrator, fields, frame } = form;
    const { relation } = found.person;
    const told = (errors: readonly CodedError[]) => {
      const { path } = context.req;
      const sent = { form: path, page: path, typed: Object.fromEntries(fields), told: { errors } };
      return showFormAgain<OrganisationTold>(web, context, formOwner(web, context, form), sent);
    };
    const reason = fields.get('reason') ?? '';
    const until = readDay(fields, 'until', web.world.clock());
    const errors = [
      ...(until === 'wrong' ? [{ field: 'until', code: 'not-a-date' }] : []),
      ...checkReason('reason', reason),
    ];
    if (until === 'wrong' || errors.length > 0) return told(errors);
    const ended = await web.world.people.end({
      ...{ by: withReason(by, reason), organisation: administrator.organisation.id, relation, until },
      language: nearestLanguage(frame.words.language),
    });
    switch (ended.kind) {
      case 'ended':
        return context.redirect(form.at('/people?done=ended'), 303);
      case 'wrong':
        return told([{ field: 'until', code: ended.code }]);
      case 'already-ended':
        return context.redirect(form.at(`/people/${relation}`), 303);
      default:
        return showNotHere(web, context, form);
    }
  });
  return routes;
}
