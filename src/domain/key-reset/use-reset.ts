import type { Language } from '../../base/language.ts';
import {
  type BindPasskey,
  type BoundPasskey,
  beginPasskey,
  bindPasskey,
  type PasskeyWish,
} from '../account-keys/index.ts';
import { actorOneself } from '../acting/index.ts';
import { type KeyReset, type KeyResetSecret, type KeyResetStanding, standingOf } from './model.ts';
import type { KeyResetLink } from './ports.ts';
import { isStillThere } from './take-reset.ts';
import { act, recordOn } from './world.ts';

/** Two members of staff vouch for whoever binds this key. */
const authority = { kind: 'two-staff' } as const;

/** How the reset of a link stands; to look changes nothing, for programs look at links in mails before people do. */
export const viewReset = act(
  ['keyResets'],
  async (
    { stores, now },
    { link, secret }: { readonly link: KeyResetLink; readonly secret: KeyResetSecret },
  ): Promise<{ readonly reset: KeyReset; readonly standing: KeyResetStanding } | null> => {
    const reset = await stores.keyResets.findByLink(link, secret);
    return reset && { reset, standing: standingOf(reset, now) };
  },
);

/** What a device needs to make the new passkey; `null` where the link binds none. */
export const wishForReset = act(
  ['keyResets', ...beginPasskey.needs],
  async (
    context,
    { secret, language }: { readonly secret: KeyResetSecret; readonly language: Language },
  ): Promise<PasskeyWish | null> => {
    const { stores, now } = context;
    const reset = await stores.keyResets.findByLink('bind', secret);
    if (reset === null || standingOf(reset, now) !== 'open') return null;
    const wish = await beginPasskey(context, { by: { person: reset.person, authority, language } });
    // A device that holds a lost one makes another: the old one ends.
    return wish.kind === 'ready' ? { ...wish, known: [] } : null;
  },
);

export type UseReset = Pick<BindPasskey, 'name' | 'challenge' | 'credential' | 'facts'> & {
  readonly secret: KeyResetSecret;
  readonly language: Language;
};

export type UsedReset =
  | Exclude<BoundPasskey, { readonly kind: 'too-weak' }>
  | { readonly kind: 'closed'; readonly standing: KeyResetStanding | 'unknown' };

/**
 * Binds the new passkey, and ends every key that was there with all that rests on it; proven addresses stay, for they tell their holder what
 * happens. In one unit of work with the use of the link, so that it serves once.
 */
export const useReset = act(
  ['keyResets', 'register', ...bindPasskey.needs],
  async (context, asked: UseReset): Promise<UsedReset> => {
    const { stores, now } = context;
    const reset = await stores.keyResets.holdByLink('bind', asked.secret);
    if (reset === null) return { kind: 'closed', standing: 'unknown' };
    const standing = standingOf(reset, now);
    if (standing !== 'open') return { kind: 'closed', standing };
    const { id, person } = reset;
    if (!(await isStillThere(context, person))) {
      await stores.keyResets.end(id, { at: now, ending: 'person-gone', by: null });
      return { kind: 'closed', standing: 'person-gone' };
    }
    const former = (await stores.accountKeys.listOf(person)).filter(({ kind }) => kind !== 'email');
    const { language, ...making } = asked;
    const bound = await bindPasskey(context, { ...making, by: { person, authority, language } });
    if (bound.kind === 'too-weak') throw new Error('two members of staff bind no key');
    if (bound.kind !== 'bound') return bound;
    await stores.accountKeys.end(
      former.map((each) => each.id),
      now,
      'reset',
    );
    await stores.keyResets.end(id, { at: now, ending: 'used', by: person });
    const details = { reset: id, ended: former.length };
    await recordOn(context, [person], actorOneself(person), { kind: 'key-reset.used', details });
    return bound;
  },
);
