import { findPerson, groupedNumber } from '../../simulators/europe/people/index.ts';
import { memberStates } from '../../simulators/europe/states.ts';
import { demoBelgians } from './people.ts';

/** Somebody to try, as `npm start` prints it. */
export type Persona = {
  readonly name: string;
  /** `Germany`, or `Belgium` for the demo's eID and itsme. */
  readonly country: string;
  readonly application: 'KLIP' | 'GIPOD' | 'GEOPUNT';
  /** The Belgian number to type when asked, grouped; `null` when there is none to type. */
  readonly number: string | null;
  readonly happens: string;
};

const abroad: readonly (readonly [
  country: string,
  id: string,
  application: Persona['application'],
  happens: string,
])[] = [
  [
    'DE',
    'anna-mueller',
    'KLIP',
    'The main story: type her number, choose one of two companies. Next time: no form.',
  ],
  ['DE', 'anna-mueller', 'GIPOD', 'Acts for exactly one company, sees once what will be shared.'],
  ['DE', 'anna-mueller', 'GEOPUNT', 'Straight in, as a citizen.'],
  ['DE', 'lukas-schaefer', 'KLIP', 'Linked already: no number asked, one company, straight in.'],
  ['DE', 'katharina-vogel', 'KLIP', 'One detail differs in the register: no match. An agent can link her.'],
  ['DE', 'felix-braun', 'KLIP', 'Matches, but works for nobody: the page says whom to turn to.'],
  ['DE', 'sophie-hartmann', 'KLIP', 'Her right ended: the page says when.'],
  ['DE', 'maren-koester', 'KLIP', 'Works for a company without a Belgian number.'],
  ['DE', 'jens-vogt', 'KLIP', 'Has no number: asks for one, and follows his request.'],
  ['NL', 'willem-van-der-berg', 'KLIP', 'Legal representative: may act without a granted right.'],
  ['NL', 'suharto', 'KLIP', 'Has one name only, and no number: asks for one.'],
  ['FI', 'aino-maekinen', 'KLIP', 'Her right lacks the context that it needs.'],
  ['EL', 'georgios-papadopoulos', 'KLIP', 'Greek script as well as Latin; matches.'],
  ['BG', 'georgi-petrov', 'KLIP', 'Bulgarian script as well as Latin; matches.'],
  ['SE', 'asa-lindstroem', 'KLIP', 'Å and ö here, aa and oe in the register: matches.'],
  ['HR', 'marko-kovacevic', 'KLIP', 'The register knows only his month of birth: no match.'],
  ['PT', 'maria-long-name', 'KLIP', 'A family name of more than 90 characters.'],
  ['EL', 'maria-nikolaou', 'KLIP', 'The register spells her otherwise and swapped day and month: link her.'],
  ['IT', 'luca-ferrari', 'KLIP', 'Asked for a number; an agent asked him something: answer it.'],
  ['ES', 'javier-ruiz-molina', 'KLIP', 'Asked for a number; an agent is at work on it.'],
  ['AT', 'thomas-huber', 'KLIP', 'Asked for a number and was refused; he can ask again.'],
  ['FR', 'hugo-martin', 'KLIP', 'French eIDs do not work here: a registration office opens his case.'],
  ['MT', 'joseph-borg', 'KLIP', 'Malta’s metadata have expired: the country cannot be chosen.'],
];

const home: readonly (readonly [id: string, application: Persona['application'], happens: string])[] = [
  ['pieter-janssens', 'KLIP', 'Head local administrator; straight in for his company.'],
  ['noor-el-amrani', 'GEOPUNT', 'Citizen or both her municipalities at once: a choice of target group.'],
  ['jef-goossens', 'KLIP', 'His right begins later: the page says when.'],
];

/** Everybody worth trying, the main story first. */
export const personas: readonly Persona[] = [
  ...abroad.map(([code, id, application, happens]) => {
    const person = findPerson(code, id);
    const state = memberStates.find((each) => each.code === code);
    if (!person || !state) throw new Error(`no ${id} in ${code}`);
    const linked = happens.startsWith('Linked');
    return {
      name: `${person.givenNames === '-' ? '' : person.givenNames} ${person.familyName}`.trim(),
      country: state.name,
      application,
      number: person.belgianNumber && !linked ? groupedNumber(person.belgianNumber) : null,
      happens,
    };
  }),
  ...home.map(([id, application, happens]) => {
    const name = demoBelgians.find((each) => each.id === id)?.name;
    if (!name) throw new Error(`no ${id}`);
    return { name, country: 'Belgium', application, number: null, happens };
  }),
];

/** Somebody who works with Sluis: where to go in the platform, and log in by the eID tile. */
export type StaffPersona = {
  readonly name: string;
  readonly path: '/cases' | '/office';
  readonly happens: string;
};

/** The staff worth trying; two agents, because a new number needs both; two leads, because joining two persons does. */
export const staffPersonas: readonly StaffPersona[] = [
  { id: 'lotte-verhaegen', path: '/cases', happens: 'Case agent: compares, asks, decides.' },
  {
    id: 'bruno-lemaire',
    path: '/cases',
    happens: 'Confirms what Lotte decided; leads as well, with Ingrid.',
  },
  { id: 'ingrid-vandeput', path: '/cases', happens: 'Leads the agents: assigns, templates, reports.' },
  { id: 'yasmine-haddad', path: '/office', happens: 'Officer of the registration office of Lindeberg.' },
  { id: 'geert-bogaert', path: '/office', happens: 'Officer, her colleague.' },
].map(({ id, path, happens }) => {
  const name = demoBelgians.find((each) => each.id === id)?.name;
  if (!name || (path !== '/cases' && path !== '/office')) throw new Error(`no ${id}`);
  return { name, path, happens };
});
