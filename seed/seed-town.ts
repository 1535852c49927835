import { addDays, dayOf } from '../src/base/calendar.ts';
import type { CalendarDate } from '../src/base/time.ts';
import type { Application } from '../src/domain/application/index.ts';
import { parseOrganisationCode } from '../src/domain/organisation/index.ts';
import { type NationalNumber, parseNationalNumber } from '../src/domain/person/index.ts';
import { eventOfImportedRight, type ImportedRight } from '../src/domain/user-rights/index.ts';
import type { Store } from '../src/store/index.ts';
import { correlationFor } from './naming.ts';
import { demoOrganisations } from './world/organisations.ts';

/** So many that a list of all of them needs pages. */
const PEOPLE = 900;
/** Of every so many rights one ends within this month. */
const ENDING = 30;

const families = [
  'Achterbos',
  'Berkenveld',
  'Dorenkamp',
  'Eikelaar',
  'Geuzenbroek',
  'Heidestraat',
  'Iepers',
  'Kruisbeek',
  'Lindehof',
];
const given = ['Arne', 'Britt', 'Casper', 'Dorien', 'Emiel', 'Fien', 'Gust', 'Hanne', 'Ilse', 'Joppe'];
const units = ['town', 'works', 'counter'] as const;

/** Everybody who works for the town and its units: by the imports of the register and of rights, in bulk as an installation does it. */
export async function seedTown(store: Store, applications: readonly Application[], now: Date): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, place) => ({ place, number: numberAt(place, now) }));
  const register = await store.registerImport.begin();
  await register.addBatch(
    people.map(({ place, number }) => ({
      ...{ number, familyName: familyAt(place), givenNames: given[place % given.length] ?? '' },
      birthDate: { year: number.year, month: number.month, day: number.day },
      ...{ birthPlace: 'Lindeberg', sex: number.sex, nationality: 'BE' },
      address: { street: null, postcode: '9999', municipality: 'Lindeberg', country: 'BE' },
    })),
  );
  await register.commit();
  const rights = await store.rightImport.begin((change) => ({
    ...eventOfImportedRight(change),
    actor: { kind: 'system' },
    correlation: correlationFor('town'),
  }));
  await rights.addBatch(people.map(({ place, number }) => rightAt(place, number, applications, now)));
  await rights.commit();
}

/** Numbers of people born in the order of their place, every three weeks one, with a counter that nobody else in the demo has. */
function numberAt(place: number, now: Date): NationalNumber {
  const born = addDays('1950-01-03', place * 21);
  const nine = `${born.slice(2).replaceAll('-', '')}${place % 2 === 0 ? '991' : '992'}`;
  const century = born < '2000-01-01' ? '' : '2';
  const parsed = parseNationalNumber(nine + String(97 - (Number(century + nine) % 97)).padStart(2, '0'), now);
  if (parsed.kind === 'refused') throw new Error('a number of the town of the demo is none');
  return parsed.number;
}

function familyAt(place: number): string {
  const [one, other] = [
    families[place % families.length],
    families[Math.floor(place / 97) % families.length],
  ];
  return one === other ? `Van ${one}` : `${one}-${other}`;
}

function rightAt(
  place: number,
  number: NationalNumber,
  applications: readonly Application[],
  now: Date,
): ImportedRight {
  const unit = demoOrganisations[units[place % units.length] ?? 'town'];
  const code = parseOrganisationCode(unit.targetGroup, unit.code);
  const application = applications.find(({ name }) => name.en === 'GIPOD');
  if (code === null || application === undefined) throw new Error('the town of the demo has no work');
  const today = dayOf(now);
  const ends: CalendarDate | null =
    place % ENDING === 0 ? addDays(today, 3 + (place % 25)) : addDays(today, 300);
  const right = place % 4 === 0 ? 'GipodBijdrager' : 'GipodRaadpleger';
  return {
    ...{ number, targetGroup: unit.targetGroup, code, application: application.id, right, contexts: [] },
    ...{ from: addDays(today, -200), until: ends },
  };
}
