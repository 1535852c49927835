import { Hono } from 'hono';
import { Redacted } from '../../../base/redacted.ts';
import { bareAddress, parseEmailAddress } from '../../../base/typed/email-address.ts';
import type { KeyHolder } from '../../../domain/account-keys/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { FormFields } from '../../http/read-form.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { type CodedError, sayErrors } from '../../ui/form/error-words.ts';
import { holderOf } from '../holder.ts';
import { type AccountTold, formOwner, openedFresh, readFreshForm } from '../owner.ts';
import { addAddressErrors } from './add-address-errors.ts';
import { addAddressPage } from './add-address-page.ts';

type Told = AccountTold & { readonly isSent?: boolean };
type Came = { readonly kind: 'added' | 'too-weak' } | { readonly kind: 'again'; readonly told: Told };

/** A mail address that is proven by a code. */
export function addAddressRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/keys/address', async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const { path } = context.req;
    const again = await readFormAgain<Told>(web, context, formOwner(web, context, owner), path);
    const told = again?.told ?? {};
    const errors = sayErrors(frame.words, told.errors ?? [], addAddressErrors);
    const form = { frame, typed: again?.typed ?? {}, errors };
    return context.html(addAddressPage(form, path, told.isSent === true));
  });

  routes.post('/account/keys/address', async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const { owner, frame, fields } = form;
    const by = holderOf(owner, frame);
    const came = fields.get('sent') === 'yes' ? await confirm(web, by, fields) : await begin(web, by, fields);
    if (came.kind !== 'again') return context.redirect(`/account/keys?done=${came.kind}`, 303);
    const { path } = context.req;
    const typed = { address: fields.get('address') ?? '' };
    const sent = { form: path, page: path, typed, told: came.told };
    return showFormAgain<Told>(web, context, formOwner(web, context, owner), sent);
  });
  return routes;
}

function again(told: Told): Came {
  return { kind: 'again', told };
}

function wrong(error: CodedError, isSent: boolean): Came {
  return again({ errors: [error], isSent });
}

async function begin({ world }: Web, by: KeyHolder, fields: FormFields): Promise<Came> {
  const typed = fields.get('address') ?? '';
  const address = parseEmailAddress(typed);
  if (address === null) {
    const code = bareAddress(typed) === '' ? 'empty' : 'not-an-email';
    return wrong({ field: 'address', code }, false);
  }
  const sent = await world.accountKeys.beginAddress({ by, address: new Redacted(address) });
  if (sent.kind === 'too-weak') return { kind: 'too-weak' };
  return sent.kind === 'sent' ? again({ isSent: true }) : wrong({ field: 'address', code: sent.kind }, false);
}

async function confirm({ world }: Web, by: KeyHolder, fields: FormFields): Promise<Came> {
  const address = parseEmailAddress(fields.get('address') ?? '');
  if (address === null) return wrong({ field: 'address', code: 'not-an-email' }, false);
  const asked = { by, address: new Redacted(address), code: fields.get('code') ?? '' };
  const confirmed = await world.accountKeys.confirmAddress(asked);
  switch (confirmed.kind) {
    case 'bound':
      return { kind: 'added' };
    case 'too-weak':
      return { kind: 'too-weak' };
    case 'taken':
      return wrong({ field: 'address', code: 'taken' }, false);
    case 'wrong':
      return wrong({ field: 'code', code: confirmed.code }, true);
  }
}
