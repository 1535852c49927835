import { channel } from 'node:diagnostics_channel';

/**
 * How much work XML and certificates from outside cause, in units that follow its cost. Nothing decides by it: tests and the search for
 * dear inputs (`npm run bench -- --only hostile --search 10m`) listen, and without a listener it costs nothing.
 */
export type Work = {
  /** Elements, attributes and declarations that were copied out of the parser. */
  copied: number;
  /** Characters that were copied out of the parser. */
  characters: number;
  /** Prefixes that canonicalisation looked up. */
  lookups: number;
  /** Characters of canonical text. */
  canonical: number;
  /** Certificates that were read. */
  certificates: number;
  /** Public and private key operations. */
  keyOperations: number;
};

type Done = { readonly kind: keyof Work; readonly amount: number };

const works = channel('sluis.xml-work');

/** Says that work of one kind was done. */
export function countWork(kind: keyof Work, amount = 1): void {
  if (works.hasSubscribers) works.publish({ kind, amount } satisfies Done);
}

/** Counts the work that `during` causes. */
export async function workOf(during: () => unknown): Promise<Readonly<Work>> {
  const work: Work = {
    copied: 0,
    characters: 0,
    lookups: 0,
    canonical: 0,
    certificates: 0,
    keyOperations: 0,
  };
  const count = (done: unknown) => {
    const { kind, amount } = done as Done;
    work[kind] += amount;
  };
  works.subscribe(count);
  try {
    await during();
  } finally {
    works.unsubscribe(count);
  }
  return work;
}
