import { Hono } from 'hono';
import { languages } from '../../../base/language.ts';
import { Redacted } from '../../../base/redacted.ts';
import { parseEmailAddress } from '../../../base/typed/email-address.ts';
import { withReason } from '../../../domain/acting/index.ts';
import { readName } from '../../../domain/invitation/index.ts';
import { parseOrganisationCode } from '../../../domain/organisation/index.ts';
import type { InvitedMember } from '../../../domain/platform/index.ts';
import { parseStaffRight } from '../../../domain/staff/index.ts';
import {
  shownStaffForm,
  type TypedByStaff,
  withFreshStaffForm,
} from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import type { CodedError } from '../../ui/form/error-words.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { STAFF } from '../staff-table.ts';
import { inviteStaffErrors } from './invite-staff-errors.ts';
import { inviteStaffPage } from './invite-staff-page.ts';

const INVITE = `${STAFF}/invite` as const;

/** `/platform/staff/invite`: brings somebody to work with Sluis, after a fresh login. The link goes to them by mail, and to nobody else. */
export function inviteStaffRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(INVITE, requireFresh(web), async (context) =>
    context.html(inviteStaffPage(await shownStaffForm(web, context, inviteStaffErrors))),
  );
  routes.post(INVITE, (context) => withFreshStaffForm(web, context, (typed) => invite(web, context, typed)));
  return routes;
}

async function invite(web: Web, context: WebContext, typed: TypedByStaff): Promise<Response> {
  const again = (errors: readonly CodedError[]) => leadToStaffForm(web, context, typed, { errors });
  const read = readMember(typed);
  if (read.kind === 'wrong') return again(read.errors);
  const by = withReason(actingOf(context), typed.reason ?? '');
  const answer = await web.world.platform.inviteStaffMember({ by, ...read.member });
  switch (answer.kind) {
    case 'invited':
      return context.redirect(`${STAFF}?done=invited`, 303);
    case 'no-mail':
      return again([{ field: 'form', code: 'no-mail' }]);
    case 'wrong':
      return again(answer.errors);
    default:
      return refusePlatform(web, context, answer, { section: 'platform-staff', href: INVITE });
  }
}

type ReadMember =
  | { readonly kind: 'read'; readonly member: InvitedMember }
  | { readonly kind: 'wrong'; readonly errors: readonly CodedError[] };

function readMember({
  email = '',
  name = '',
  right = '',
  language = '',
  organisation = '',
}: TypedByStaff): ReadMember {
  const address = parseEmailAddress(email);
  const called = name.trim() === '' ? null : readName(name);
  const wanted = parseStaffRight(right);
  const place = readPlace(organisation);
  const errors = [
    ...(address === null ? [{ field: 'email', code: 'not-right' }] : []),
    ...(called?.kind === 'wrong' ? [{ field: 'name', code: called.code }] : []),
    ...(wanted === null ? [{ field: 'right', code: 'choose' }] : []),
    ...(place === 'wrong' ? [{ field: 'organisation', code: 'not-right' }] : []),
  ];
  if (address === null || called?.kind === 'wrong' || wanted === null || place === 'wrong')
    return { kind: 'wrong', errors };
  const member = {
    email: new Redacted(address),
    name: called?.name ?? null,
    language: languages.find((each) => each === language) ?? 'nl',
    right: wanted,
    organisation: place,
  };
  return { kind: 'read', member };
}

/** Where somebody works: an OVO code is one of GID, any other code one of LB. Nothing typed is the organisation of the platform itself. */
function readPlace(typed: string): InvitedMember['organisation'] | 'wrong' {
  if (typed.trim() === '') return null;
  for (const targetGroup of ['GID', 'LB'] as const) {
    const code = parseOrganisationCode(targetGroup, typed);
    if (code !== null) return { targetGroup, code };
  }
  return 'wrong';
}
