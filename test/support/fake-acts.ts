import type { ActingPerson } from '../../src/domain/acting/index.ts';

type Asked = Readonly<Record<string, unknown>>;

/** What reached a fake: which act, and what was asked of it, without who acts; the reason that they gave stands beside it. */
export type Call<Name extends string = string> = { readonly name: Name; readonly given: Asked };

/** Acts of the domain by name, each told to `remember` before it is done. `answerOf`: what the test wants to hear now. */
export function recordActs<Face>(
  names: readonly (keyof Face & string)[],
  remember: (call: Call<keyof Face & string>) => void,
  answerOf: (name: keyof Face & string) => unknown,
): Face {
  const recording = (name: keyof Face & string) => (asked: Asked) => {
    remember({ name, given: withoutActor(asked) });
    return (answerOf(name) as (given: Asked) => unknown)(asked);
  };
  return Object.fromEntries(names.map((name) => [name, recording(name)])) as Face;
}

function withoutActor({ by, ...given }: Asked): Asked {
  const reason = (by as ActingPerson | undefined)?.reason ?? null;
  return reason === null ? given : { ...given, reason };
}
