import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseCountryCode } from '../eidas-country/index.ts';
import { parseNationalNumber, type RegisteredPerson } from '../person/index.ts';
import { allowanceFrom, match, mayTry, type PresentedIdentity, parsePersonIdentifier } from './index.ts';

const read = parseNationalNumber('85473500193', new Date('2026-11-22'));
assert.equal(read.kind, 'parsed');
const number = (read as Extract<typeof read, { kind: 'parsed' }>).number;
const country = parseCountryCode('DE');
const identifier = parsePersonIdentifier('DE/BE/1234567890');
assert.ok(country && identifier);

const presented: PresentedIdentity = {
  country,
  identifier,
  familyName: { latin: 'Müller', original: null },
  givenNames: { latin: 'Anna Maria', original: null },
  birthDate: '1985-07-30',
  birthName: null,
  birthPlace: null,
  sex: null,
  nationalities: ['DE'],
  assurance: 'high',
  notified: true,
};

const registered: RegisteredPerson = {
  number,
  familyName: 'MUELLER',
  givenNames: 'ANNA MARIA',
  birthDate: { year: 1985, month: 7, day: 30 },
  birthPlace: 'Köln',
  sex: 'female',
  nationality: 'DE',
  address: { street: null, postcode: null, municipality: null, country: null },
};

function outcome(
  one: Partial<PresentedIdentity>,
  other: Partial<RegisteredPerson> = {},
  firstGivenName = true,
): string {
  return match({ ...presented, ...one }, number, { ...registered, ...other }, { firstGivenName }).kind;
}

const latin = (name: string) => ({ latin: name, original: null });

describe('a presented identity', () => {
  test('matches the person in the register when all data are the same', () => {
    assert.equal(outcome({}), 'matched');
    assert.equal(outcome({ sex: 'female', birthPlace: 'KOELN' }), 'matched');
  });

  test('does not match when one of the mandatory data differs', () => {
    assert.equal(outcome({}), 'matched');
    assert.equal(outcome({ familyName: latin('Miller') }), 'unmatched');
    assert.equal(outcome({ givenNames: latin('Anna Marie') }), 'unmatched');
    assert.equal(outcome({ birthDate: '1985-07-31' }), 'unmatched');
  });

  test('does not match when sex or birth place differ, if both sides hold them', () => {
    assert.equal(outcome({ sex: 'male' }), 'unmatched');
    assert.equal(outcome({ sex: 'male' }, { sex: null }), 'matched');
    assert.equal(outcome({ birthPlace: 'Bonn' }), 'unmatched');
    for (const birthPlace of ['Cologne', 'Keulen', 'KEULEN', 'Colonia'])
      assert.equal(outcome({ birthPlace }), 'matched', 'another language');
    assert.equal(outcome({ birthPlace: 'Athen' }, { birthPlace: 'Αθήνα' }), 'matched');
    assert.equal(outcome({ birthPlace: 'Keulen' }, { birthPlace: 'Aachen' }), 'unmatched');
    assert.equal(outcome({ birthPlace: 'Kuln' }), 'unmatched', 'a likeness is nothing');
    assert.equal(outcome({ birthPlace: 'Bonn' }, { birthPlace: null }), 'matched');
  });

  test('never matches an incomplete date of birth', () => {
    assert.equal(outcome({}), 'matched');
    assert.equal(outcome({}, { birthDate: { year: 1985, month: 7, day: null } }), 'unmatched');
    assert.equal(outcome({}, { birthDate: { year: null, month: null, day: null } }), 'unmatched');
  });

  test('never matches a record without a name', () => {
    assert.equal(outcome({ familyName: latin('') }, { familyName: '' }), 'unmatched');
    assert.equal(
      outcome({ familyName: latin('-'), givenNames: latin('-') }, { familyName: '-' }),
      'unmatched',
    );
    assert.equal(
      outcome({ familyName: latin('-'), givenNames: latin('-') }, { familyName: '-', givenNames: '' }),
      'unmatched',
    );
  });

  test('matches people with one name by it, however each side writes that there is no other', () => {
    for (const none of ['-', '--', '.', '+++', 'XXX', 'N/A', 'FNU', '\u2013'])
      for (const held of ['', '-', 'XXX', 'LNU']) {
        const one = { familyName: 'Sukarno', givenNames: held };
        const asFamily = { familyName: latin('Sukarno'), givenNames: latin(none) };
        const asGiven = { familyName: latin(none), givenNames: latin('SUKARNO') };
        assert.equal(outcome(asFamily, one), 'matched', `${none} and ${held}`);
        assert.equal(outcome(asGiven, one), 'matched', `${none} and ${held}, the other way round`);
        assert.equal(outcome({ ...asFamily, familyName: latin('Suharto') }, one), 'unmatched');
        // Whoever has another name is somebody else.
        assert.equal(outcome({ familyName: latin('Sukarno') }, one), 'unmatched');
        assert.equal(outcome(asFamily, { familyName: 'Sukarno' }), 'unmatched');
      }
  });

  test('matches by the first given name where the register holds one alone, unless the rule is off', () => {
    assert.equal(outcome({}, { givenNames: 'Anna' }), 'matched');
    assert.equal(outcome({}, { givenNames: 'Anna' }, false), 'unmatched');
    assert.equal(outcome({}, { givenNames: 'Maria' }), 'unmatched');
    assert.equal(outcome({ givenNames: latin('Anna') }), 'unmatched');
    assert.equal(
      outcome({ givenNames: latin('Jean-Pierre Luc') }, { givenNames: 'Jean Pierre' }),
      'unmatched',
    );
    assert.equal(outcome({ givenNames: latin('Jean-Pierre Luc') }, { givenNames: 'Jean-Pierre' }), 'matched');
  });

  test('matches by the family name at birth when the member state delivers it', () => {
    const married = { familyName: latin('Schmidt') };
    assert.equal(outcome(married), 'unmatched');
    assert.equal(outcome({ ...married, birthName: latin('Müller') }), 'matched');
    assert.equal(outcome({ ...married, birthName: latin('Anna Maria Müller') }), 'matched');
    assert.equal(outcome({ ...married, birthName: latin('Anna Müller') }), 'matched');
    assert.equal(outcome({ ...married, birthName: latin('Eva Müller') }), 'unmatched');
  });

  test('matches by the transliteration that the law of its country makes', () => {
    const greek = {
      familyName: { latin: 'Pappadopoulos', original: 'Παπαδόπουλος' },
      givenNames: { latin: 'Yiorgos', original: 'Γιώργος' },
    };
    assert.equal(outcome(greek, { familyName: 'PAPADOPOULOS', givenNames: 'GIORGOS' }), 'matched');
    assert.equal(outcome(greek, { familyName: 'PAPADOPOULOS', givenNames: 'GEORGIOS' }), 'unmatched');
  });

  test('does not match a number that nobody has', () => {
    assert.deepEqual(match(presented, number, null), {
      kind: 'unmatched',
      comparisons: [{ field: 'number', verdict: 'missing' }],
    });
  });
});

describe('whoever is matched', () => {
  const word = fc.stringMatching(/^[A-Za-zäöüßéøå]{2,12}$/);
  const date = fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  const dayOf = (each: Date) => each.toISOString().slice(0, 10) as PresentedIdentity['birthDate'];
  const partsOf = (each: Date) => ({
    year: each.getUTCFullYear(),
    month: each.getUTCMonth() + 1,
    day: each.getUTCDate(),
  });
  const upper = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

  test('is matched however the register writes the name', () => {
    fc.assert(
      fc.property(word, word, date, (family, given, born) => {
        const record = { familyName: upper(family), givenNames: upper(given), birthDate: partsOf(born) };
        const shown = { familyName: latin(family), givenNames: latin(given), birthDate: dayOf(born) };
        assert.equal(outcome(shown, record), 'matched');
      }),
    );
  });

  test('differs in none of the mandatory data', () => {
    const plain = fc.stringMatching(/^[a-z]{2,12}$/);
    const field = fc.constantFrom('familyName', 'givenNames', 'birthDate');
    fc.assert(
      fc.property(
        plain,
        plain,
        date,
        field,
        plain,
        date,
        (family, given, born, different, otherName, otherBorn) => {
          const honest = { familyName: latin(family), givenNames: latin(given), birthDate: dayOf(born) };
          const record = { familyName: family, givenNames: given, birthDate: partsOf(born) };
          assert.equal(outcome(honest, record), 'matched');
          if (otherName === family || otherName === given || dayOf(otherBorn) === dayOf(born)) return;
          const changed = different === 'birthDate' ? dayOf(otherBorn) : latin(otherName);
          assert.equal(outcome({ ...honest, [different]: changed }, record), 'unmatched');
        },
      ),
    );
  });
});

describe('tries to name a number', () => {
  const bounds = {
    perIdentifier: 5,
    perAddress: 50,
    windowMilliseconds: 86_400_000,
    restMilliseconds: 900_000,
  };
  const at = new Date('2026-11-22T12:00:00Z');
  const oldest = new Date('2026-11-22T10:14:00Z');

  test('are open while both bounds leave some', () => {
    assert.deepEqual(allowanceFrom({ identifier: 0, address: 0, oldest: null, latest: null }, bounds, at), {
      kind: 'open',
      triesLeft: 5,
    });
    assert.deepEqual(allowanceFrom({ identifier: 3, address: 49, oldest, latest: at }, bounds, at), {
      kind: 'open',
      triesLeft: 2,
    });
  });

  test('are blocked until the oldest leaves the window', () => {
    const until = new Date('2026-11-23T10:14:00Z');
    assert.deepEqual(allowanceFrom({ identifier: 5, address: 5, oldest, latest: oldest }, bounds, at), {
      kind: 'blocked',
      until,
    });
  });

  test('wait a while between two from an address with too many, and are never blocked there for what others did', () => {
    const allowed = (identifier: number, latest: Date | null) =>
      allowanceFrom({ identifier, address: 400, oldest: latest, latest }, bounds, at);
    assert.deepEqual(allowed(0, null), { kind: 'open', triesLeft: 5 });
    const until = new Date('2026-11-22T12:10:00Z');
    assert.deepEqual(allowed(1, new Date('2026-11-22T11:55:00Z')), { kind: 'blocked', until });
    assert.deepEqual(allowed(1, new Date('2026-11-22T11:45:00Z')), { kind: 'open', triesLeft: 4 });
  });

  test('count the one that is being made: the fifth may go on, the sixth not', () => {
    assert.equal(mayTry({ identifier: 5, address: 5, oldest, latest: oldest }, bounds, at), true);
    assert.equal(mayTry({ identifier: 6, address: 6, oldest, latest: oldest }, bounds, at), false);
  });
});

test('a person identifier is split at its first two slashes only, and kept as it is', () => {
  for (const text of ['ES/AT/02635542Y', 'AT/BE/Zk2ME2/jx+zQ=', 'EL/BE/Ωmega'])
    assert.equal(parsePersonIdentifier(text), text);
  for (const text of [
    'ES/AT/',
    'ES/AT',
    'es/AT/1',
    'ES/AT/1 2',
    'ES/AT/1\n',
    'ES/AT/\u0000',
    `ES/AT/${'1'.repeat(251)}`,
  ]) {
    assert.equal(parsePersonIdentifier(text), null, text);
  }
});
