import type { ApplicationId } from '../../domain/application/index.ts';
import type { NationalNumber } from '../../domain/person/index.ts';
import type { LoginStores } from '../ports.ts';
import type { PersonAhead, ReadAhead } from './person-ahead.ts';

/**
 * The same stores, which answer these look-ups from what was read ahead. What it does not know is asked of the store, and so is whatever
 * this unit of work has changed since.
 */
export function answeringFrom<Stores extends Partial<LoginStores>>(
  stores: Stores,
  { attempt, link, person, number = null }: ReadAhead,
): Stores {
  const { attempts, links, register } = stores;
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
  };
  const answering = { ...stores, ...known, ...(number && register && registerAnswering(register, number)) };
  if (!attempt || !person) return answering;
  const about = answeringAbout(answering, person, attempt.application);
  return number ? answeringByNumber(about, person, number) : about;
}

function registerAnswering(
  register: LoginStores['register'],
  { asked, registered }: NumberAhead,
): Pick<LoginStores, 'register'> {
  return {
    register: {
      ...register,
      findByNumber: async (number) => (isSame(number, asked) ? registered : register.findByNumber(number)),
    },
  };
}

/** The same stores, which know whom this number leads to. Of somebody who was joined into another only the store knows that. */
function answeringByNumber<Stores extends Partial<LoginStores>>(
  stores: Stores,
  { id, person }: PersonAhead,
  { asked }: NumberAhead,
): Stores {
  const { persons } = stores;
  if (persons === undefined || person.id !== id) return stores;
  return {
    ...stores,
    persons: untilChanged(persons, ['add', 'replaceNumber'], (isFresh) => ({
      findByNumber: async (number) =>
        isFresh() && isSame(number, asked) ? person : persons.findByNumber(number),
    })),
  };
}

type NumberAhead = NonNullable<ReadAhead['number']>;

function isSame(one: NationalNumber, other: NationalNumber): boolean {
  return one.digits.reveal() === other.digits.reveal();
}

/** The same stores, which answer about a person and an application from what was read ahead. */
export function answeringAbout<Stores extends Partial<LoginStores>>(
  stores: Stores,
  known: PersonAhead,
  application: ApplicationId,
): Stores {
  const { persons, rights, sharing, lastUsed, knownLogins } = stores;
  const isAbout = (person: string, of: string) => person === known.id && of === application;
  const about: Partial<LoginStores> = {
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
    ...(knownLogins && {
      knownLogins: untilChanged(knownLogins, ['note'], (isFresh) => ({
        of: async (person) => (isFresh() && person === known.id ? known.knownLogins : knownLogins.of(person)),
      })),
    }),
    ...(lastUsed && {
      lastUsed: untilChanged(lastUsed, ['rememberCapacity'], (isFresh) => ({
        capacityOf: async (person, of) =>
          isFresh() && isAbout(person, of) ? known.lastCapacity : lastUsed.capacityOf(person, of),
      })),
    }),
  };
  return { ...stores, ...about };
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
