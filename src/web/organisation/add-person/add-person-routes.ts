import { Hono } from 'hono';
import { isLanguage, nearestLanguage } from '../../../base/language.ts';
import { Redacted } from '../../../base/redacted.ts';
import { bareAddress, parseEmailAddress } from '../../../base/typed/email-address.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { type CodedError, sayErrors } from '../../ui/form/error-words.ts';
import {
  formOwner,
  type OpenedOrganisation,
  ORGANISATION,
  openedOrganisation,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { readRelationForm, type ToldFault, toldOf } from '../relation-form.ts';
import { addPersonErrors } from './add-person-errors.ts';
import { addPersonPage } from './add-person-page.ts';

type Told = { readonly errors?: readonly ToldFault[]; readonly wait?: string };
type Form = OpenedOrganisation & PersonForm;

/** `/organisation/…/people/add`: somebody comes to work for the organisation. */
export function addPersonRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${ORGANISATION}/people/add`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { frame, administrator } = opened;
    const { path } = context.req;
    const again = await readFormAgain<Told>(web, context, formOwner(web, context, opened), path);
    const errors = sayErrors(frame.words, again?.told.errors ?? [], addPersonErrors);
    const typed = again?.typed ?? { way: 'mail', language: frame.words.language };
    const wait = again?.told.wait === undefined ? null : new Date(again.told.wait);
    const group = administrator.organisation.targetGroup;
    return context.html(addPersonPage(frame, { frame, typed, errors }, { group, wait }));
  });

  routes.post(`${ORGANISATION}/people/add`, async (context) => {
    const form = await readOrganisationForm(web, context);
    return form instanceof Response ? form : add(web, context, form);
  });
  return routes;
}

async function add(web: Web, context: WebContext, form: Form): Promise<Response> {
  const { fields } = form;
  const told = (given: Told) => {
    const { path } = context.req;
    const sent = { form: path, page: path, typed: Object.fromEntries(fields), told: given };
    return showFormAgain<Told>(web, context, formOwner(web, context, form), sent);
  };
  const way = fields.get('way') ?? '';
  const invited =
    way === 'number' ? await byNumber(web, form) : way === 'mail' ? await byMail(web, form) : null;
  if (invited === null) return told({ errors: [{ field: 'way', code: 'choose' }] });
  switch (invited.kind) {
    case 'invited':
    case 'noted':
      return context.redirect(form.at(`/people/invitations?done=${invited.kind}`), 303);
    case 'wrong':
      return told({ errors: toldOf(invited.faults) });
    case 'too-many':
      return told({ wait: invited.until.toISOString() });
    default:
      return showNotHere(web, context, form);
  }
}

/** What both ways ask for, and what is wrong with it as it was typed. */
function readCommon(web: Web, { fields, by, administrator, frame }: Form) {
  const { wished, errors } = readRelationForm(fields, web.world.clock());
  const language = fields.get('language') ?? '';
  const asked = {
    ...{ by, organisation: administrator.organisation.id },
    names: { givenNames: fields.get('givenNames') ?? '', familyName: fields.get('familyName') ?? '' },
    content: { relation: wished, rights: [], administration: null },
    language: isLanguage(language) ? nearestLanguage(language) : nearestLanguage(frame.words.language),
  };
  return { asked, errors };
}

function wrong(...faults: readonly CodedError[]) {
  return { kind: 'wrong', faults } as const;
}

async function byMail(web: Web, form: Form) {
  const { asked, errors } = readCommon(web, form);
  const typed = form.fields.get('email') ?? '';
  const email = parseEmailAddress(typed);
  const faults =
    email === null ? [{ field: 'email', code: bareAddress(typed) === '' ? 'empty' : 'not-an-email' }] : [];
  if (email === null || errors.length > 0) return wrong(...faults, ...errors);
  return web.world.workInvitations.inviteByMail({ ...asked, email: new Redacted(email) });
}

/** The answer is the same whatever the number is: only its digits are looked at. */
async function byNumber(web: Web, form: Form) {
  const { asked, errors } = readCommon(web, form);
  const number = parseNationalNumber(form.fields.get('number') ?? '', web.world.clock());
  if (number.kind !== 'parsed') return wrong({ field: 'number', code: number.reason }, ...errors);
  if (errors.length > 0) return wrong(...errors);
  return web.world.workInvitations.inviteByNumber({ ...asked, number: number.number });
}
