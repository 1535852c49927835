import { findPerson, groupedNumber } from '../../simulators/europe/people/index.ts';
import { memberStates } from '../../simulators/europe/states.ts';
import { demoBelgians } from './people.ts';
import { type InLanguages, saidOf } from './persona-texts.ts';
import { demoLinks } from './ties.ts';

/** Where a login ends: in the application, or on a page that says why not and what next. */
export type PersonaEnd = 'in' | 'no-capacity' | 'no-match' | 'asked-for-a-number' | 'country-closed';

/** Somebody to try, as `npm start` and the home page show it. */
export type Persona = {
  readonly name: string;
  /** As eIDAS names it; `BE` for the demo's eID and itsme. */
  readonly code: string;
  /** Of simulated Europe, or of the Belgians. */
  readonly id: string;
  /** `Germany`, or `Belgium` for the demo's eID and itsme. */
  readonly country: string;
  readonly application: 'KLIP' | 'GIPOD' | 'GEOPUNT';
  /** The Belgian number to type when asked, grouped; `null` when there is none to type. */
  readonly number: string | null;
  readonly ends: PersonaEnd;
  readonly happens: InLanguages;
};

type Row = readonly [id: string, application: Persona['application'], ends: PersonaEnd];

const abroad: readonly (readonly [country: string, ...Row])[] = [
  ['DE', 'anna-mueller', 'KLIP', 'in'],
  ['DE', 'anna-mueller', 'GIPOD', 'in'],
  ['DE', 'anna-mueller', 'GEOPUNT', 'in'],
  ['DE', 'lukas-schaefer', 'KLIP', 'in'],
  ['DE', 'katharina-vogel', 'KLIP', 'no-match'],
  ['DE', 'felix-braun', 'KLIP', 'no-capacity'],
  ['DE', 'sophie-hartmann', 'KLIP', 'no-capacity'],
  ['DE', 'maren-koester', 'KLIP', 'in'],
  ['DE', 'jens-vogt', 'KLIP', 'asked-for-a-number'],
  ['NL', 'willem-van-der-berg', 'KLIP', 'in'],
  ['NL', 'suharto', 'KLIP', 'asked-for-a-number'],
  ['FI', 'aino-maekinen', 'KLIP', 'no-capacity'],
  ['EL', 'georgios-papadopoulos', 'KLIP', 'in'],
  ['BG', 'georgi-petrov', 'KLIP', 'in'],
  ['SE', 'asa-lindstroem', 'KLIP', 'in'],
  ['HR', 'marko-kovacevic', 'KLIP', 'no-match'],
  ['PT', 'maria-long-name', 'KLIP', 'asked-for-a-number'],
  ['EL', 'maria-nikolaou', 'KLIP', 'asked-for-a-number'],
  ['IT', 'luca-ferrari', 'KLIP', 'asked-for-a-number'],
  ['ES', 'javier-ruiz-molina', 'KLIP', 'asked-for-a-number'],
  ['AT', 'thomas-huber', 'KLIP', 'asked-for-a-number'],
  ['FR', 'hugo-martin', 'KLIP', 'country-closed'],
  ['MT', 'joseph-borg', 'KLIP', 'country-closed'],
];

const home: readonly Row[] = [
  ['pieter-janssens', 'KLIP', 'in'],
  ['noor-el-amrani', 'GEOPUNT', 'in'],
  ['lien-maes', 'GEOPUNT', 'in'],
  ['jef-goossens', 'KLIP', 'no-capacity'],
];

/** Everybody worth trying, the main story first. */
export const personas: readonly Persona[] = [
  ...abroad.map(([code, id, application, ends]) => {
    const person = findPerson(code, id);
    const state = memberStates.find((each) => each.code === code);
    if (!person || !state) throw new Error(`no ${id} in ${code}`);
    const happens = saidOf(id, application);
    const isLinked = (demoLinks as readonly string[]).includes(id);
    return {
      ...{ id, code, application, ends, happens },
      name: `${person.givenNames === '-' ? '' : person.givenNames} ${person.familyName}`.trim(),
      country: state.name,
      number: person.belgianNumber && !isLinked ? groupedNumber(person.belgianNumber) : null,
    };
  }),
  ...home.map(([id, application, ends]) => {
    const name = demoBelgians.find((each) => each.id === id)?.name;
    if (!name) throw new Error(`no ${id}`);
    const happens = saidOf(id, application);
    return { id, code: 'BE', name, country: 'Belgium', application, number: null, ends, happens };
  }),
];

/** Somebody who works with Sluis: where to go in the platform, and log in by the eID tile. */
export type StaffPersona = {
  readonly name: string;
  readonly path: '/cases' | '/office';
  readonly happens: InLanguages;
};

/** The staff worth trying; two agents, because a new number needs both; two leads, because joining two persons does. */
export const staffPersonas: readonly StaffPersona[] = (
  [
    ['lotte-verhaegen', '/cases'],
    ['bruno-lemaire', '/cases'],
    ['ingrid-vandeput', '/cases'],
    ['yasmine-haddad', '/office'],
    ['geert-bogaert', '/office'],
  ] as const
).map(([id, path]) => {
  const name = demoBelgians.find((each) => each.id === id)?.name;
  if (!name) throw new Error(`no ${id}`);
  return { name, path, happens: saidOf(id) };
});
