import { type StaffRight, staffRightCodes } from '../../src/domain/staff/index.ts';
import type { DemoOrganisationKey } from './organisations.ts';

/** Days from the moment of seeding; negative is past. */
type Days = number;

export type DemoRight = {
  readonly application: 'klip' | 'gipod' | 'geopunt' | 'casework';
  readonly right: string;
  readonly contexts?: readonly string[];
  readonly from?: Days;
  readonly until?: Days;
};

/** What ties somebody to an organisation: work, with user rights on it. */
export type DemoWork = {
  readonly person: string;
  readonly organisation: DemoOrganisationKey;
  readonly userType: 'civil-servant' | 'permanent' | 'external' | 'occasional';
  readonly rights: readonly DemoRight[];
};

const klip = (...contexts: readonly string[]): DemoRight => ({
  application: 'klip',
  right: 'KLIPgebruiker',
  contexts,
});
const gipod = (right: 'GipodBijdrager' | 'GipodRaadpleger'): DemoRight => ({ application: 'gipod', right });
const geopunt: DemoRight = { application: 'geopunt', right: 'GeopuntRedacteur' };

const staff = (right: StaffRight): DemoRight => ({ application: 'casework', right: staffRightCodes[right] });

const works = (
  person: string,
  organisation: DemoOrganisationKey,
  userType: DemoWork['userType'],
  ...rights: readonly DemoRight[]
): DemoWork => ({ person, organisation, userType, rights });

/** Who works where and may do what; some rights ended, some end this month, one begins later, one lacks its context. */
export const demoWork: readonly DemoWork[] = [
  works(
    'anna-mueller',
    'contractor',
    'external',
    klip('Planaanvrager', 'Raadpleger'),
    gipod('GipodBijdrager'),
  ),
  works('anna-mueller', 'utility', 'external', klip('Raadpleger')),
  works('anna-mueller', 'digger', 'occasional', { ...klip('Planaanvrager'), from: -700, until: -45 }),
  works('lukas-schaefer', 'contractor', 'permanent', klip('Planaanvrager')),
  works('katharina-vogel', 'contractor', 'external', klip('Raadpleger')),
  works('sophie-hartmann', 'contractor', 'external', { ...klip('Planaanvrager'), from: -400, until: -20 }),
  works('maren-koester', 'foreigner', 'permanent', klip('Planaanvrager'), gipod('GipodBijdrager')),
  works('aino-maekinen', 'utility', 'external', klip()),
  works('mari-tamm', 'utility', 'external', klip('Planaanvrager'), gipod('GipodRaadpleger')),
  works('bjorn-hansen', 'contractor', 'permanent', gipod('GipodBijdrager')),
  works('giulia-dangelo', 'utility', 'permanent', klip('Raadpleger')),
  works('georgios-papadopoulos', 'contractor', 'permanent', klip('Planaanvrager')),
  works('georgi-petrov', 'contractor', 'permanent', klip('Raadpleger'), {
    ...gipod('GipodRaadpleger'),
    until: 19,
  }),
  works('soren-oestergaard', 'utility', 'permanent', { ...klip('Planaanvrager'), until: 9 }),
  works('asa-lindstroem', 'contractor', 'external', klip('Planaanvrager')),
  works('jean-marc-weber', 'utility', 'external', klip('Raadpleger'), gipod('GipodBijdrager')),
  works('niamh-obrien', 'contractor', 'permanent', { ...klip('Planaanvrager'), until: 12 }),
  works(
    'pieter-janssens',
    'contractor',
    'permanent',
    klip('Planaanvrager', 'Raadpleger'),
    gipod('GipodBijdrager'),
  ),
  works('els-de-smet', 'contractor', 'permanent', klip('Raadpleger')),
  works('karim-benali', 'utility', 'permanent', klip('Planaanvrager'), gipod('GipodBijdrager')),
  works('noor-el-amrani', 'town', 'civil-servant', klip('Raadpleger'), gipod('GipodBijdrager'), geopunt),
  works('noor-el-amrani', 'village', 'civil-servant', gipod('GipodRaadpleger'), geopunt),
  works('tom-willems', 'agency', 'civil-servant', klip('Raadpleger')),
  works('an-claes', 'school', 'permanent'),
  works('jef-goossens', 'contractor', 'permanent', { ...klip('Planaanvrager'), from: 21 }),
  works('lotte-verhaegen', 'identification', 'civil-servant', staff('case-agent')),
  works('bruno-lemaire', 'identification', 'civil-servant', staff('case-agent'), staff('case-lead')),
  works(
    'ingrid-vandeput',
    'identification',
    'civil-servant',
    staff('case-agent'),
    staff('case-lead'),
    staff('platform-administrator'),
  ),
  works('yasmine-haddad', 'town', 'civil-servant', staff('registration-officer')),
  works('geert-bogaert', 'town', 'civil-servant', staff('registration-officer')),
];

/** Who works with Sluis itself: agents, their leads, and officers of a registration office. */
export const demoStaff: readonly string[] = demoWork
  .filter((work) => work.rights.some(({ application }) => application === 'casework'))
  .map(({ person }) => person);

/** Whom the law makes represent an organisation. */
export const demoRepresentatives: readonly (readonly [person: string, organisation: DemoOrganisationKey])[] =
  [
    ['willem-van-der-berg', 'digger'],
    ['greet-peeters', 'digger'],
    ['luc-dubois', 'utility'],
  ];

/** Who manages the people of an organisation. */
export const demoAdministrators: readonly (readonly [person: string, organisation: DemoOrganisationKey])[] = [
  ['pieter-janssens', 'contractor'],
  ['karim-benali', 'utility'],
  ['noor-el-amrani', 'town'],
  ['tom-willems', 'agency'],
  ['an-claes', 'school'],
  ['an-claes', 'schools'],
];

/** Who manages the people of one unit, and nobody else's. */
export const demoUnitAdministrator: readonly [unit: DemoOrganisationKey, person: string] = [
  'counter',
  'yasmine-haddad',
];

/** Who stands in for a head administrator who is away. */
export const demoDeputy: readonly [organisation: DemoOrganisationKey, deputy: string, absent: string] = [
  'contractor',
  'jef-goossens',
  'pieter-janssens',
];

/** Who logged in by eIDAS before, so that the identifier is linked. */
export const demoLinks: readonly string[] = ['lukas-schaefer', 'mari-tamm', 'bjorn-hansen'];
