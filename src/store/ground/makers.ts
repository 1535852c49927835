import type { StoreContext } from './context.ts';

/** How each store of a subject is made, by the name under which a use case asks for it. */
export type Makers = Readonly<Record<string, (context: StoreContext) => unknown>>;

/** The stores that these makers make. */
export type MadeBy<Made extends Makers> = { readonly [Name in keyof Made]: ReturnType<Made[Name]> };

/** Makes the named stores on one connection, each once, and no other. */
export function makeNamed<Made extends Makers, Name extends keyof Made>(
  makers: Made,
  names: readonly Name[],
  context: StoreContext,
): Pick<MadeBy<Made>, Name> {
  const made = [...new Set(names)].map((name) => [name, makers[name]?.(context)]);
  return Object.fromEntries(made) as Pick<MadeBy<Made>, Name>;
}
