import type { ApplicationId } from '../domain/application/index.ts';
import type { CapacityKey } from '../domain/capacity/index.ts';
import type { EidasLink } from '../domain/identity-matching/index.ts';
import type { Person, PersonId } from '../domain/person/index.ts';
import type { PersonTies } from '../domain/rights/index.ts';
import type { Attempt } from './attempt.ts';
import type { LoginStores } from './ports.ts';

/** What one look-up brings of all that a step may ask for: each as it stood at that moment, and `null` where there is none. */
export type ReadAhead = {
  readonly attempt: Attempt | null;
  /** The live link of the identity that a country told of. */
  readonly link: EidasLink | null;
  readonly person: PersonAhead | null;
};

/** A person, and how they stand in the application of the attempt. */
export type PersonAhead = {
  /** By which they were looked up: who was joined into another is that one by now. */
  readonly id: PersonId;
  readonly person: Person;
  readonly ties: PersonTies;
  /** The lists of claims that they agreed to share. */
  readonly shared: readonly string[];
  readonly lastCapacity: CapacityKey | null;
};

/**
 * The same stores, which answer these look-ups from what was read ahead. What it does not know is asked of the store, and so is whatever
 * this unit of work has changed since.
 */
export function answeringFrom<Stores extends Partial<LoginStores>>(
  stores: Stores,
  { attempt, link, person }: ReadAhead,
): Stores {
  const { attempts, links } = stores;
  const known: Partial<LoginStores> = {
    ...(attempts && {
      attempts: untilChanged(attempts, ['add', 'save'], (isFresh) => ({
        find: async (id) => (isFresh() && id === attempt?.id ? attempt : attempts.find(id)),
      })),
    }),
    ...(links && {
      links: untilChanged(links, ['add', 'end'], (isFresh) => ({
        async findLive(country, identifier) {
          const isAsked = link?.country === country && link.identifier.reveal() === identifier;
          return isFresh() && isAsked ? link : links.findLive(country, identifier);
        },
      })),
    }),
    ...(attempt && person && answeringAbout(stores, person, attempt.application)),
  };
  return { ...stores, ...known };
}

function answeringAbout(
  { persons, rights, sharing, lastUsed }: Partial<LoginStores>,
  known: PersonAhead,
  application: ApplicationId,
): Partial<LoginStores> {
  const isAbout = (person: string, of: string) => person === known.id && of === application;
  return {
    ...(persons && {
      persons: untilChanged(persons, ['add', 'replaceNumber'], (isFresh) => ({
        find: async (id) => (isFresh() && id === known.id ? known.person : persons.find(id)),
      })),
    }),
    ...(rights && {
      rights: {
        tiesOf: async (person, of) => (isAbout(person, of) ? known.ties : rights.tiesOf(person, of)),
      },
    }),
    ...(sharing && {
      sharing: untilChanged(sharing, ['confirm'], (isFresh) => ({
        wasConfirmed: async (person, of, claims) =>
          isFresh() && isAbout(person, of)
            ? known.shared.includes(claims)
            : sharing.wasConfirmed(person, of, claims),
      })),
    }),
    ...(lastUsed && {
      lastUsed: untilChanged(lastUsed, ['rememberCapacity'], (isFresh) => ({
        capacityOf: async (person, of) =>
          isFresh() && isAbout(person, of) ? known.lastCapacity : lastUsed.capacityOf(person, of),
      })),
    }),
  };
}

/** A store with look-ups of its own, which are told whether one of these changes was asked of it. */
function untilChanged<Store extends object>(
  store: Store,
  changes: readonly (keyof Store)[],
  lookUps: (isFresh: () => boolean) => Partial<Store>,
): Store {
  let isFresh = true;
  const changing = changes.map((name) => {
    const change = store[name] as (...asked: readonly unknown[]) => unknown;
    const noted = (...asked: readonly unknown[]) => {
      isFresh = false;
      return change(...asked);
    };
    return [name, noted];
  });
  return { ...store, ...lookUps(() => isFresh), ...Object.fromEntries(changing) };
}
