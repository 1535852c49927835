import { Hono } from 'hono';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { findPerson, PERSON } from '../find-person.ts';
import { fullName } from '../full-name.ts';
import { formOwner, openedOrganisation, readOrganisationForm, showNotHere } from '../open-organisation.ts';
import { readRelationForm, relationErrors, type ToldFault, toldOf, typedOf } from '../relation-form.ts';
import { changePersonPage } from './change-person-page.ts';

type Told = { readonly errors?: readonly ToldFault[]; readonly isChangedMeanwhile?: boolean };

/** `/organisation/…/people/…/change`: what is known of somebody at work. */
export function changePersonRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${PERSON}/change`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const found = await findPerson(web, context, opened);
    if (found instanceof Response) return found;
    const { person } = found;
    const { frame, administrator } = opened;
    const again = await readFormAgain<Told>(web, context, formOwner(web, context, opened), context.req.path);
    // What somebody else saved meanwhile is shown in place of what was typed: it is looked at before it is changed again.
    const changedMeanwhile = again?.told.isChangedMeanwhile === true;
    const typed = again === null || changedMeanwhile ? typedOf(person) : again.typed;
    const errors = sayErrors(frame.words, again?.told.errors ?? [], relationErrors);
    const kept = Number(again?.typed.version);
    const props = {
      ...{ name: fullName(person), path: opened.at(`/people/${person.relation}`), changedMeanwhile },
      group: administrator.organisation.targetGroup,
      version: changedMeanwhile || !Number.isInteger(kept) ? person.version : kept,
      hasBegun: person.validity.from <= web.world.clock(),
    };
    return context.html(changePersonPage(frame, { frame, typed, errors }, props));
  });

  routes.post(`${PERSON}/change`, async (context) => {
    const form = await readOrganisationForm(web, context);
    if (form instanceof Response) return form;
    const found = await findPerson(web, context, form);
    if (found instanceof Response) return found;
    const { by, administrator, fields } = form;
    const { relation } = found.person;
    const { wished, errors } = readRelationForm(fields, web.world.clock());
    const told = (given: Told) => {
      const { path } = context.req;
      const sent = { form: path, page: path, typed: Object.fromEntries(fields), told: given };
      return showFormAgain<Told>(web, context, formOwner(web, context, form), sent);
    };
    if (errors.length > 0) return told({ errors });
    const asked = { by, organisation: administrator.organisation.id, relation, wished };
    const changed = await web.world.people.change({ ...asked, version: Number(fields.get('version')) });
    switch (changed.kind) {
      case 'changed':
        return context.redirect(form.at(`/people/${relation}?done=changed`), 303);
      case 'wrong':
        return told({ errors: toldOf(changed.faults) });
      case 'changed-meanwhile':
        return told({ isChangedMeanwhile: true });
      case 'ended':
        return context.redirect(form.at(`/people/${relation}`), 303);
      default:
        return showNotHere(web, context, form);
    }
  });
  return routes;
}
