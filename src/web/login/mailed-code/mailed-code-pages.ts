import { randomBytes } from 'node:crypto';
import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import { nearestLanguage } from '../../../base/language.ts';
import { Redacted } from '../../../base/redacted.ts';
import { bareAddress, parseEmailAddress } from '../../../base/typed/email-address.ts';
import type { CheckedCodes } from '../../../domain/account-keys/index.ts';
import { type LoginMeansCode, passkeyTile, usableOffer } from '../../../domain/login-means/index.ts';
import { type Proof, spokenIn } from '../../../login/index.ts';
import { ownerOfBrowser, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { clientAddress, type Web, type WebContext } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { waitingIn } from '../leave.ts';
import type { AtForm, AtTile, PagesOfMeans } from '../means/pages-of-means.ts';
import { followArrival } from '../show-arrival.ts';
import { inLanguage, placeOf, tileFrame } from '../tile-frame.ts';
import { tilePath } from '../tile-path.ts';
import { addressPage } from './address-page.ts';
import { codesPage } from './codes-page.ts';
import { type CodeTold, mailedCodeErrors } from './mailed-code-errors.ts';

/** What a means with a mailed code is: with the code of an app beside it, or by the mail alone. */
export type MailedCode = Pick<PagesOfMeans, 'kind'> & {
  readonly kind: 'app-code' | 'email-code';
  readonly means: Extract<LoginMeansCode, 'appcode' | 'emailcode'>;
};

/**
 * A login by a code that is mailed. The first page asks for the address, and answers the same whether it is known; the second one takes the
 * codes. The code belongs to this login: the mark under which the login waits stands for it.
 */
export function pagesOfMailedCode({ kind, means }: MailedCode): PagesOfMeans {
  return {
    kind,
    async enter(web, context, at) {
      const changed = await inLanguage(web, context, at);
      if (changed) return changed;
      const owner = ownerOfBrowser(web, context);
      const again = owner && (await readFormAgain<CodeTold>(web, context, owner, formOf(at)));
      const frame = tileFrame(web, context, at);
      const told = again?.told ?? { errors: [] };
      const form = {
        frame,
        typed: again?.typed ?? {},
        errors: sayErrors(frame.words, told.errors, mailedCodeErrors),
      };
      const page = { application: at.standing.application, place: placeOf(at), back: at.path, kind };
      const address = addressIn(at);
      const asksAddress = address === null || context.req.query('address') !== undefined;
      return context.html(
        asksAddress
          ? addressPage(form, { ...page, passkey: passkeyHere(web, at) })
          : codesPage(form, { ...page, address: address.reveal(), notice: told.notice ?? null }),
      );
    },
    submit(web, context, at) {
      switch (at.fields.get('answer')) {
        case 'address':
          return begin(web, context, at);
        case 'again':
          return sendAgain(web, context, at);
        default:
          return check(web, context, at, means);
      }
    },
  };
}

/** Passkeys among what the browser fills in for the address, where this login takes one. */
function passkeyHere(web: Web, { standing, binding, path }: AtTile) {
  if (usableOffer(standing.tiles, passkeyTile) === null) return null;
  const { id: attempt, version } = standing.attempt;
  const options = web.world.passkeys.ask({ attempt, version, browser: binding });
  return { place: tilePath(path, { tile: passkeyTile }), options };
}

/** The address to which this login had a code mailed, if it waits for one. */
function addressIn({ standing: { waiting }, offer }: AtTile): Redacted<string> | null {
  const address = waiting?.tile === offer.tile.code ? waiting.kept.address : null;
  return typeof address === 'string' ? new Redacted(address) : null;
}

function formOf({ standing: { attempt, waiting }, offer }: AtTile): string {
  return `login ${attempt.id} ${offer.tile.code} ${waiting?.mark ?? ''}`;
}

function again(web: Web, context: WebContext, at: AtForm, told: CodeTold, page = placeOf(at)) {
  const owner = ownerOfBrowser(web, context);
  if (owner === null) return context.redirect(page, 303);
  // The code of an app is over before the page is there again.
  const { response: _, 'app-code': __, ...typed } = Object.fromEntries(at.fields);
  return showFormAgain<CodeTold>(web, context, owner, { form: formOf(at), page, typed, told });
}

async function begin(web: Web, context: WebContext, at: AtForm): Promise<Response> {
  const typed = at.fields.get('address') ?? '';
  const address = parseEmailAddress(typed);
  if (address === null) {
    const code = bareAddress(typed) === '' ? 'empty' : 'not-an-email';
    return again(web, context, at, { errors: [{ field: 'address', code }] }, `${placeOf(at)}?address=other`);
  }
  const { standing, binding, offer } = at;
  const leaving = {
    tile: offer.tile.code,
    mark: randomBytes(16).toString('base64url'),
    kept: { address },
    after: standing.waiting?.mark ?? null,
  };
  const left = await web.world.login.leave(standing.attempt.id, binding, leaving);
  if (left.kind !== 'left') return context.redirect(at.path, 303);
  // Pressed twice: the code is on its way.
  if (left.repeats) return context.redirect(placeOf(at), 303);
  const waits = { ...at, standing: { ...standing, attempt: left.attempt, waiting: left.waiting } };
  return send(web, context, waits, new Redacted(address));
}

function sendAgain(web: Web, context: WebContext, at: AtForm): Response | Promise<Response> {
  const address = addressIn(at);
  return address === null ? context.redirect(placeOf(at), 303) : send(web, context, at, address);
}

async function send(web: Web, context: WebContext, at: AtForm, address: Redacted<string>): Promise<Response> {
  const { attempt, waiting } = at.standing;
  const sent = await web.world.accountKeys.sendLoginCode({
    mark: waiting?.mark ?? '',
    address,
    network: clientAddress(web, context),
    language: nearestLanguage(spokenIn(attempt)),
    reference: attempt.correlation,
  });
  const until = sent.kind === 'sent' ? null : sent.until.toISOString();
  return again(web, context, at, { errors: [], notice: { kind: sent.kind, until } });
}

async function check(
  web: Web,
  context: WebContext,
  at: AtForm,
  means: MailedCode['means'],
): Promise<Response> {
  const { attempt, waiting } = at.standing;
  const address = addressIn(at);
  if (address === null || waiting === null) return context.redirect(placeOf(at), 303);
  const { mark } = waiting;
  const checked = await web.world.accountKeys.checkCodes({
    mark,
    address,
    language: nearestLanguage(spokenIn(attempt)),
    mailCode: at.fields.get('mail-code') ?? '',
    appCode: means === 'appcode' ? (at.fields.get('app-code') ?? '') : null,
  });
  if (checked.kind !== 'proven') return refuse(web, context, at, checked);
  const proof: Proof = {
    tile: at.offer.tile.code,
    means,
    assurance: checked.assurance,
    at: web.world.clock(),
    proves: { kind: 'account', person: checked.person, key: checked.key, organisation: null },
  };
  const proving = { mark, proof, use: checked.keep };
  try {
    const arrival = await web.world.login.prove(attempt.id, at.binding, proving, waitingIn(web, context));
    return followArrival(web, context, arrival);
  } catch (error) {
    // One of the codes was used in another login at this moment.
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return again(web, context, at, { errors: [{ field: 'mail-code', code: 'no-more' }] });
  }
}

function refuse(
  web: Web,
  context: WebContext,
  at: AtForm,
  checked: Exclude<CheckedCodes, { kind: 'proven' }>,
): Response | Promise<Response> {
  if (checked.kind === 'wait')
    return again(web, context, at, {
      errors: [],
      notice: { kind: 'wait', until: checked.until.toISOString() },
    });
  const triesLeft = checked.triesLeft ?? 0;
  return again(web, context, at, { errors: checked.errors.map((error) => ({ ...error, triesLeft })) });
}
