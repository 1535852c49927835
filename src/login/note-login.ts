import {
  isNoted,
  type NewLogin,
  type NotedLogin,
  newLoginJob,
  noveltyOf,
  suspicionOf,
} from '../domain/account/index.ts';
import type { Attempt, AttemptState, Recognised } from './attempt.ts';
import { offersIn } from './first-question.ts';
import type { StepContext } from './step.ts';

export const notingNeeds = ['knownLogins', 'outbox', 'audit'] as const;

export type Noted =
  | { readonly kind: 'noted'; readonly recognised: Recognised }
  | { readonly kind: 'asks'; readonly state: AttemptState };

/**
 * What a login is to somebody who logged in before: the browser becomes known, what is new is told by mail, and what is suspicious asks
 * for a stronger means. A proof that was noted says in which browser it was given, and is not noted twice.
 */
export async function noteLogin(
  context: StepContext<typeof notingNeeds>,
  { person, authentication }: Recognised,
): Promise<Noted> {
  if (authentication.device !== undefined) return { kind: 'noted', recognised: { person, authentication } };
  const { stores, attempt, world } = context;
  const { means, assurance, at } = authentication;
  const known = await stores.knownLogins.of(person);
  const device = attempt.device
    ? { id: stores.knownLogins.deviceOf(person, attempt.device.mark), family: attempt.device.family }
    : null;
  const login = { person, device, means, at };
  const offered = offersIn(context).flatMap((offer) => (offer.usable.kind === 'usable' ? offer.means : []));
  const suspicion = suspicionOf(world.settings.suspicion, known, { ...login, assurance, offered });
  if (suspicion.kind === 'stronger-means') {
    await context.record({
      kind: 'login.stronger-means-asked',
      actor: { kind: 'person', id: person },
      subject: { kind: 'attempt', id: attempt.correlation },
      purpose: 'login',
      details: { means },
    });
    const notice = { kind: 'stronger-means', below: suspicion.below } as const;
    return { kind: 'asks', state: { kind: 'choosing-means', notice } };
  }
  if (!isNoted(known, login)) await stores.knownLogins.note(login);
  const novelty = noveltyOf(known, login);
  if (novelty.isNewDevice || novelty.isNewMeans)
    await stores.outbox.enqueue(newLoginJob, newLoginOf(attempt, login));
  const told = { ...authentication, device: device?.id ?? null };
  return { kind: 'noted', recognised: { person, authentication: told } };
}

function newLoginOf({ language, correlation }: Attempt, { person, device, at }: NotedLogin): NewLogin {
  const family = device?.family ?? null;
  return { person, at: at.toISOString(), family, language, reference: correlation };
}
