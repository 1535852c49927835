import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import {
  type OpenedOrganisation,
  openedOrganisation,
  organisationPages,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { type GivingError, givingErrors } from '../right-refusals.ts';
import { applicationPage } from './application-page.ts';
import { checkPage } from './check-page.ts';
import { fillIn } from './fill-in.ts';
import { doneRoutes, showOutcome } from './give-access-done.ts';
import { checkedPeople, givePrepared } from './give-prepared.ts';
import {
  answeredBefore,
  type GivingForm,
  type GivingStep,
  type GivingTold,
  givingIn,
  givingSteps,
  leadToStep,
  nothingAnswered,
  pathOfStep,
} from './giving-form.ts';
import { MOST_PEOPLE, type Prepared, prepare, usualEnd } from './prepare-giving.ts';
import { rightsPage } from './rights-page.ts';
import { whoPage } from './who-page.ts';

const ADDRESS = '/organisation/:organisation/give-access';

type Opened = OpenedOrganisation;
type Answered = { readonly form: GivingForm; readonly told: GivingTold };

/**
 * Giving access, step by step. Each step is a form that leads on to the address of the next one, where all that was answered is kept for
 * whoever answered it: Back, a reload and another language lose nothing, and nothing about anybody stands in an address.
 */
export function giveAccessRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const step of givingSteps) {
    routes.get(`${ADDRESS}${step}`, async (context) => {
      const opened = await openedOrganisation(web, context);
      if (opened instanceof Response) return opened;
      const before = await answeredBefore(web, context, opened);
      // Whoever comes by an address alone begins with the first step; a colleague's page names whom it is about.
      if (before === null && step !== '') return context.redirect(pathOfStep(opened, ''), 303);
      return show[step](web, context, opened, before ?? { form: startingWith(context), told: {} });
    });
    routes.post(`${ADDRESS}${step}`, async (context) => {
      const form = await readOrganisationForm(web, context);
      if (form instanceof Response) return form;
      const answered = givingIn(form);
      const go = form.fields.get('go') ?? 'next';
      if (go === 'back') return leadToStep(web, context, form, { step: stepBefore(step), form: answered });
      return take[step](web, context, form, { form: answered, go });
    });
  }
  routes.route('/', doneRoutes(web));
  return routes;
}

function startingWith(context: WebContext): GivingForm {
  const people = context.req.queries('relation') ?? [];
  return { ...nothingAnswered, lists: { ...nothingAnswered.lists, people: people.slice(0, MOST_PEOPLE) } };
}

function stepBefore(step: GivingStep): GivingStep {
  return givingSteps[givingSteps.indexOf(step) - 1] ?? '';
}

type Show = (web: Web, context: WebContext, opened: Opened, answered: Answered) => Promise<Response>;

const show: Readonly<Record<GivingStep, Show>> = {
  async ''(web, context, opened, { form, told }) {
    const { frame, by, administrator } = opened;
    const search = form.typed.search ?? '';
    const asked = { by, organisation: administrator.organisation.id, search, application: null };
    const found = await web.world.userRights.findColleagues(asked);
    if (found === null) return showNotHere(web, context, opened);
    const errors = sayErrors(frame.words, told.errors ?? [], givingErrors([]));
    return context.html(whoPage({ frame, typed: form.typed, errors }, form, found));
  },
  async '/application'(web, context, opened, { form, told }) {
    const { frame } = opened;
    const prepared = await prepare(web, opened, form);
    if (prepared === null) return context.redirect(pathOfStep(opened, ''), 303);
    const errors = sayErrors(frame.words, told.errors ?? [], givingErrors([]));
    return context.html(applicationPage({ frame, typed: form.typed, errors }, form, prepared));
  },
  async '/rights'(web, context, opened, { form, told }) {
    const { frame, by, administrator } = opened;
    const prepared = await prepare(web, opened, form);
    if (prepared === null || prepared.chosen === null) return context.redirect(pathOfStep(opened, ''), 303);
    const { application } = prepared.chosen;
    const table = givingErrors([application]);
    const say = (errors: readonly GivingError[] = []) => sayErrors(frame.words, errors, table);
    const typed = { ...usualEnd(prepared.chosen, web.world.clock()), ...withoutEmpty(form.typed) };
    const asked = {
      by,
      organisation: administrator.organisation.id,
      search: '',
      application: application.id,
    };
    const colleagues = (await web.world.userRights.findColleagues(asked)) ?? [];
    const leftOut = say(told.leftOut).map(({ text }) => text);
    const props = { people: prepared.people, offered: prepared.chosen, colleagues, leftOut };
    return context.html(rightsPage({ frame, typed, errors: say(told.errors) }, form, props));
  },
  async '/check'(web, context, opened, { form, told }) {
    const { frame } = opened;
    const prepared = await prepare(web, opened, form);
    const { chosen = null, wished = null } = prepared ?? {};
    if (prepared === null || chosen === null || wished === null)
      return context.redirect(pathOfStep(opened, ''), 303);
    const errors = sayErrors(frame.words, told.errors ?? [], givingErrors([chosen.application]));
    const props = await checkedPeople(web, opened, { ...prepared, chosen, wished });
    const afterLogin = told.afterLogin === true;
    return context.html(checkPage({ frame, typed: form.typed, errors }, form, { ...props, afterLogin }));
  },
};

function withoutEmpty(typed: GivingForm['typed']): GivingForm['typed'] {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

type Take = (
  web: Web,
  context: WebContext,
  opened: Opened & PersonForm,
  sent: { readonly form: GivingForm; readonly go: string },
) => Promise<Response>;

const take: Readonly<Record<GivingStep, Take>> = {
  async ''(web, context, opened, { form, go }) {
    if (go === 'search') return leadToStep(web, context, opened, { step: '', form });
    const { length } = form.lists.people;
    const code = length === 0 ? 'empty' : length > MOST_PEOPLE ? 'too-many' : null;
    if (code !== null)
      return leadToStep(web, context, opened, {
        step: '',
        form,
        told: { errors: [{ field: 'people', code }] },
      });
    return leadToStep(web, context, opened, { step: '/application', form });
  },
  async '/application'(web, context, opened, { form }) {
    const prepared = await prepare(web, opened, form);
    if (prepared === null || prepared.chosen === null) {
      const told = { errors: [{ field: 'application', code: 'empty' }] };
      return leadToStep(web, context, opened, { step: prepared === null ? '' : '/application', form, told });
    }
    return leadToStep(web, context, opened, { step: '/rights', form });
  },
  async '/rights'(web, context, opened, { form, go }) {
    const prepared = await prepare(web, opened, form);
    if (prepared === null || prepared.chosen === null)
      return leadToStep(web, context, opened, { step: '', form });
    const chosen = { ...prepared, chosen: prepared.chosen };
    if (go !== 'next') {
      const filled = await fillIn(web, opened, { form, go, prepared: chosen });
      return leadToStep(web, context, opened, { step: '/rights', ...filled });
    }
    const { errors } = prepared;
    if (errors.length > 0)
      return leadToStep(web, context, opened, { step: '/rights', form, told: { errors } });
    return leadToStep(web, context, opened, { step: '/check', form });
  },
  async '/check'(web, context, opened, { form }) {
    const prepared = await prepare(web, opened, form);
    const { chosen = null, wished = null } = prepared ?? {};
    if (prepared === null || chosen === null || wished === null)
      return leadToStep(web, context, opened, { step: '/rights', form });
    const ready: Prepared = { ...prepared, chosen, wished };
    // What a second administrator must agree with is asked by somebody who has just proven who they are.
    const isDangerous = ready.wished.some(({ right }) =>
      chosen.rights.some((each) => each.code === right && each.secondAdministrator === true),
    );
    const again = isDangerous ? await organisationPages.keepUntilFresh(web, context, opened) : null;
    if (again !== null) return again;
    const by = withReason(opened.by, form.typed.reason ?? '');
    return showOutcome(web, context, opened, await givePrepared(web, { ...opened, by }, ready));
  },
};
