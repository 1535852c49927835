// `npm run bench`: how Sluis fares against bare things on the same machine in the same run. Ratios, and no test: a figure over its
// limit is said, and ends nothing.
import { parseArgs } from 'node:util';
import { searchDearInputs } from './dear-inputs.ts';
import { measureCandidates } from './measures/candidates.ts';
import { measureCaseLists } from './measures/case-lists.ts';
import { measureDuties } from './measures/duties.ts';
import { measureExactMatch } from './measures/exact-match.ts';
import { measureGrowth } from './measures/growth.ts';
import { measureHostile } from './measures/hostile.ts';
import { measureKnownLogin } from './measures/known-login.ts';
import { measureMeans } from './measures/means.ts';
import { measureNumberAssignment } from './measures/number-assignment.ts';
import { measurePeople } from './measures/people.ts';
import { measureLoad, measureStart } from './measures/serving.ts';
import { measureTokens } from './measures/tokens.ts';
import { profileLogins } from './profile-logins.ts';
import { printSection, type Section, sectionAsJson } from './report.ts';
import { type BareProvider, startBareProvider } from './world/bare-login.ts';
import { openWorld, type World } from './world/open-world.ts';
import { loadRival, type Rival } from './world/rival.ts';

const names = [
  'login',
  'tokens',
  'means',
  'growth',
  'match',
  'candidates',
  'numbers',
  'lists',
  'people',
  'duties',
  'hostile',
  'start',
  'load',
] as const;
type Name = (typeof names)[number];

const ROUNDS = 6;
/** What a process does better when it has done it often: so many rounds for each that counts. */
const WARMING_PER_ROUND = 4;

const help = `npm run bench -- [--only NAME]… [--against FOLDER] [--rounds N] [--large] [--soak] [--json] [--profile FILE]

  --only NAME       one of ${names.join(', ')}; may be given more than once
  --against FOLDER  another commit, checked out there with its packages: its logins and tokens take turns with ours
  --rounds N        as many rounds instead of ${ROUNDS}: with 1, whether everything still works
  --large           10 million persons instead of 1 million, and 10 million cases for the duties
  --search 10m      with --only hostile: search that long for XML that is dear to refuse, instead of measuring
  --soak            10 minutes of load instead of one
  --json            the figures as JSON
  --profile FILE    instead of measuring: a CPU profile of the platform while people log in, for Chrome's developer tools
`;

type Choices = {
  readonly large: boolean;
  readonly soak: boolean;
  readonly rounds: number;
  readonly rival: Rival | null;
  say(line: string): void;
};

const measures: Readonly<
  Record<Name, (world: World, bare: BareProvider, choices: Choices) => Promise<Section>>
> = {
  login: (world, bare, { rounds, rival }) =>
    measureKnownLogin(world, bare, { warming: rounds * WARMING_PER_ROUND, rounds, rival }),
  tokens: (world, bare, { rounds, rival }) => measureTokens(world, bare, { rounds, rival }),
  means: (_world, _bare, { rounds }) => measureMeans({ warming: rounds * WARMING_PER_ROUND, rounds }),
  growth: (_world, _bare, { large, say }) => measureGrowth({ persons: large ? 10_000_000 : 1_000_000, say }),
  match: (world, _bare, { large, rounds, say }) =>
    measureExactMatch(world, { persons: large ? 10_000_000 : 1_000_000, rounds: rounds * 2, say }),
  candidates: (world, _bare, { large, say }) => measureCandidates(world, { large, searches: 600, say }),
  numbers: (world) => measureNumberAssignment(world),
  lists: (world, _bare, { rounds, say }) => measureCaseLists(world, { cases: 200_000, rounds, say }),
  people: (world, _bare, { say }) => measurePeople(world, { people: 50_000, say }),
  duties: (world, _bare, { large, say }) => measureDuties(world, { rows: large ? 10_000_000 : 200_000, say }),
  hostile: (world, _bare, { rounds }) => measureHostile(world, rounds),
  start: (world) => measureStart(world),
  load: (world, _bare, { soak }) => measureLoad(world, soak ? 600 : 60),
};

async function run(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', multiple: true },
      large: { type: 'boolean', default: false },
      soak: { type: 'boolean', default: false },
      search: { type: 'string' },
      against: { type: 'string' },
      rounds: { type: 'string', default: String(ROUNDS) },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return tell(help);
  const unknown = values.only?.find((each) => !names.some((name) => name === each));
  if (unknown !== undefined) {
    process.stderr.write(`There is no measure ${unknown}.\n${help}`);
    return 2;
  }
  const chosen = names.filter((name) => values.only?.includes(name) ?? true);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  if (values.search !== undefined) {
    const minutes = Number(/^(\d{1,3})m$/.exec(values.search)?.[1] ?? 0);
    if (minutes === 0 || chosen.join() !== 'hostile') {
      process.stderr.write(`--search takes minutes, such as 10m, and goes with --only hostile.\n${help}`);
      return 2;
    }
    const section = await searchDearInputs(minutes, say);
    return tell(
      values.json ? `${JSON.stringify([sectionAsJson(section)], null, 2)}\n` : printSection(section),
    );
  }
  const rounds = /^[1-9]\d?$/.test(values.rounds) ? Number(values.rounds) : ROUNDS;
  const rival = values.against === undefined ? null : await loadRival(values.against);
  const world = await openWorld();
  const bare = await startBareProvider();
  try {
    if (values.profile !== undefined) return tell(await profileLogins(world, values.profile));
    const sections: Section[] = [];
    for (const name of chosen) {
      const section = await measures[name](world, bare, {
        large: values.large,
        soak: values.soak,
        rounds,
        rival,
        say,
      });
      sections.push(section);
      if (!values.json) tell(`${printSection(section)}\n`);
    }
    return values.json ? tell(`${JSON.stringify(sections.map(sectionAsJson), null, 2)}\n`) : 0;
  } finally {
    await bare.process.stop();
    await world.close();
  }
}

function tell(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
