import { isAtLeast } from '../assurance/index.ts';
import { type LoginMeansCode, loginMeans, meansOfApplications } from '../login-means/index.ts';
import { endElsewhere, endingNeeds } from './end-logins.ts';
import { act, type ByOwner, decidingNeeds, tellDecision } from './world.ts';

/** The levels of an eID are two means of one thing: nobody blocks one of them alone. */
const together: readonly (readonly LoginMeansCode[])[] = [['eidashigh', 'eidassubstantial']];

/** The means that are blocked with this one. */
function wholeOf(means: LoginMeansCode): readonly LoginMeansCode[] {
  return together.find((each) => each.includes(means)) ?? [means];
}

export type UnlinkedEid = {
  /** `in-use`: it is what this login rests on. Whoever logs in by another way first has shown that they have one. */
  readonly kind: 'unlinked' | 'unknown-link' | 'in-use';
};

/** Unlinks an eID from the own account: who comes with it again is asked for their number as on the first day. */
export const unlinkEid = act(
  ['links', ...decidingNeeds],
  async (context, { link: id, ...by }: ByOwner & { readonly link: string }): Promise<UnlinkedEid> => {
    const { stores, now } = context;
    const { person, authentication } = by.owner;
    const live = await stores.links.lockLiveOf(person);
    const isLive = (each: string) => live.some((link) => link.id === each);
    if (!isLive(id)) return { kind: 'unknown-link' };
    const own = authentication.link ?? null;
    // The own one ended a moment ago, in another window: then this may be the last.
    if (own === id || (own !== null && !isLive(own))) return { kind: 'in-use' };
    await stores.links.end(id, now, 'unlinked-by-owner');
    await tellDecision(context, by, {
      kind: 'account.eid-unlinked',
      details: { link: id },
      template: 'key-removed',
    });
    return { kind: 'unlinked' };
  },
);

export type BlockedMeans = { readonly kind: 'blocked' | 'unknown-means' | 'in-use' };

/**
 * Blocks a means for oneself: nobody logs in by it as this person any more. Not the one of this login, so that whoever blocks has another;
 * and every login elsewhere ends, for one by that means may be among them.
 */
export const blockMeans = act(
  ['ownLogins', ...endingNeeds, ...decidingNeeds],
  async (context, { means, ...by }: ByOwner & { readonly means: LoginMeansCode }): Promise<BlockedMeans> => {
    const { stores, now } = context;
    const { person, authentication } = by.owner;
    if (!meansOfApplications.some((each) => each === means)) return { kind: 'unknown-means' };
    if (wholeOf(means).includes(authentication.means)) return { kind: 'in-use' };
    for (const each of wholeOf(means)) await stores.ownLogins.block(person, each, now);
    await endElsewhere(context, by.owner);
    await tellDecision(context, by, {
      kind: 'account.means-blocked',
      details: { means },
      template: 'key-removed',
    });
    return { kind: 'blocked' };
  },
);

export type UnblockedMeans = {
  /** `too-weak`: whoever has a weaker means could open by it what was closed. */
  readonly kind: 'unblocked' | 'unknown-means' | 'too-weak';
};

/** Lets a means be used again: only by whoever proved as strongly who they are as it would. */
export const unblockMeans = act(
  ['ownLogins', ...decidingNeeds],
  async (
    context,
    { means, ...by }: ByOwner & { readonly means: LoginMeansCode },
  ): Promise<UnblockedMeans> => {
    const { person, authentication } = by.owner;
    const held = (await context.stores.ownLogins.of(person)).means;
    if (!held.some(({ code, blockedAt }) => code === means && blockedAt !== null))
      return { kind: 'unknown-means' };
    const all = wholeOf(means);
    if (!all.every((each) => isAtLeast(authentication.assurance, loginMeans[each].assurance)))
      return { kind: 'too-weak' };
    for (const each of all) await context.stores.ownLogins.unblock(person, each);
    await tellDecision(context, by, {
      kind: 'account.means-unblocked',
      details: { means },
      template: 'key-added',
    });
    return { kind: 'unblocked' };
  },
);
