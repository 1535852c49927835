import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';

/** One transaction at one moment, with the stores that were named and no other. */
export type Moment<World, Stores, Needs extends readonly (keyof Stores)[]> = {
  readonly world: World;
  readonly stores: Pick<Stores, Needs[number]>;
  readonly now: Date;
};

/**
 * A use case: a function of a moment and of what is asked, which names the stores that it needs. It is the one signature of what it does;
 * what pages get is made of it by binding it to a world (`actsIn`).
 */
export type Act<World, Stores, Needs extends readonly (keyof Stores)[], Asked, Answer> = ((
  moment: Moment<World, Stores, Needs>,
  asked: Asked,
) => Promise<Answer>) & { readonly needs: Needs };

/** How the acts of one part of the domain are declared: each with its needs, of which the compiler lets it use no more. */
export function declaringActs<World, Stores>() {
  return <const Needs extends readonly (keyof Stores)[], Asked, Answer>(
    needs: Needs,
    run: (moment: Moment<World, Stores, Needs>, asked: Asked) => Promise<Answer>,
  ): Act<World, Stores, Needs, Asked, Answer> => Object.assign(run, { needs });
}

/** Binds acts to a world: each call is one transaction at one moment, with the stores that the act names. */
export function actsIn<World, Stores>(
  world: World & { readonly clock: Clock; readonly inTransaction: UnitOfWork<Stores> },
) {
  return <Needs extends readonly (keyof Stores)[], Asked, Answer>(
    act: Act<World, Stores, Needs, Asked, Answer>,
  ) =>
    (asked: Asked): Promise<Answer> =>
      world.inTransaction(act.needs, (stores) => act({ world, stores, now: world.clock() }, asked));
}
