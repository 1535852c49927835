import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import { type JudgedPasskey, usePasskey } from '../../../domain/account-keys/index.ts';
import type { MeansFailure, Proof } from '../../../login/index.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import { waitingIn } from '../leave.ts';
import type { AtTile, PagesOfMeans } from '../means/pages-of-means.ts';
import { followArrival } from '../show-arrival.ts';
import { inLanguage, placeOf, tileFrame } from '../tile-frame.ts';
import { passkeyNotices, passkeyPage } from './passkey-page.ts';

/** A passkey: its page asks the browser for one, and what the browser says is the proof. Nothing is kept until then. */
export const passkeyPages: PagesOfMeans = {
  kind: 'passkey',
  async enter(web, context, at) {
    const changed = await inLanguage(web, context, at);
    if (changed) return changed;
    const { application } = at.standing;
    const options = web.world.passkeys.ask(challengedBy(at));
    const notice = passkeyNotices.find((each) => each === context.req.query('said')) ?? null;
    const frame = tileFrame(web, context, at);
    return context.html(
      passkeyPage(frame, { application, place: placeOf(at), options, notice, back: at.path }),
    );
  },
  async submit(web, context, at) {
    const response = at.fields.get('response') ?? '';
    const judged = await web.world.passkeys.judge(challengedBy(at), response);
    return judged.kind === 'proven' ? prove(web, context, at, judged) : refuse(web, context, at, judged);
  },
};

function challengedBy({ standing: { attempt }, binding }: AtTile) {
  return { attempt: attempt.id, version: attempt.version, browser: binding };
}

async function prove(
  web: Web,
  context: WebContext,
  at: AtTile,
  { key, used }: Extract<JudgedPasskey, { kind: 'proven' }>,
): Promise<Response> {
  const { attempt } = at.standing;
  const proof: Proof = {
    tile: at.offer.tile.code,
    means: key.binding.counts === 'staff' ? 'staffkey' : 'passkey',
    assurance: key.binding.assurance,
    at: web.world.clock(),
    proves: { kind: 'account', person: key.person, key: key.id, organisation: null },
  };
  const proving = { mark: null, version: attempt.version, proof, use: usePasskey(key.id, used) };
  try {
    const arrival = await web.world.login.prove(attempt.id, at.binding, proving, waitingIn(web, context));
    return followArrival(web, context, arrival);
  } catch (error) {
    // The same passkey was used in another login at this moment, or has just ended.
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return context.redirect(`${placeOf(at)}?said=late`, 303);
  }
}

const failures: Readonly<Record<Exclude<JudgedPasskey['kind'], 'proven'>, MeansFailure>> = {
  unknown: 'unknown-account',
  ended: 'unknown-account',
  copied: 'failed',
  'not-accepted': 'failed',
  refused: 'failed',
};

/** The page once more, with what was wrong and what else there is; the trail tells of it. */
async function refuse(
  web: Web,
  context: WebContext,
  at: AtTile,
  judged: Exclude<JudgedPasskey, { kind: 'proven' }>,
): Promise<Response> {
  const detail = judged.kind === 'refused' ? judged.code : judged.kind;
  // Of a page that stood open while the login went on, in another tab or language: its question is not the one of now.
  if (detail === 'challenge') return context.redirect(`${placeOf(at)}?said=late`, 303);
  const { attempt } = at.standing;
  const failing = { mark: null, tile: at.offer.tile.code, failure: failures[judged.kind], detail };
  await web.world.login.fail(attempt.id, at.binding, { ...failing, version: attempt.version });
  return context.redirect(`${placeOf(at)}?said=${judged.kind}`, 303);
}
