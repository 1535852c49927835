import type { AttemptState } from '../../login/index.ts';
import { path, transitions } from '../../login/path.ts';
import type { Step } from '../../login/step.ts';

type Kind = AttemptState['kind'];

const meanings: Readonly<Record<Kind, string>> = {
  'choosing-means': 'The tiles are shown.',
  'at-tile':
    'The page of one tile is shown: there is no other, or the answer led back there. Of eIDAS: the flags.',
  waiting:
    'The person is at a member state or another provider of login means, or should be; a reload offers to go again.',
  'asking-number': 'The identity is proved, no link is known: the national number is asked.',
  'other-person':
    'Somebody is logged in in this browser, and somebody else proved who they are: which of them goes on is asked.',
  'telling-link': 'The match succeeded; the person is told of the link that is kept.',
  'binding-account':
    'The person came with an account of their organisation that leads to nobody yet, and is asked whether it is theirs.',
  registering: 'A request for a number is kept, and the person has its reference. No access.',
  'choosing-capacity': 'The person may act in more than one capacity and chooses.',
  'without-capacity': 'The person may act in none: the page says who can help.',
  'confirming-sharing': 'The application wants the person to see what it will receive first.',
  finished: 'Done: the protocol gives the application its answer.',
  stopped: 'The login cannot go on as it is; the person can begin again with another means.',
  abandoned: 'The person gave up; the application is told `access_denied`.',
};

const steps: readonly Step[] = path;
const number = (step: Step) => steps.indexOf(step) + 1;
const ownerOf = (kind: Kind): Step => {
  const step = steps.find((each) => each.states.includes(kind));
  if (!step) throw new Error(`no step has the state ${kind}`);
  return step;
};

/** The reference page of the login path, from the table of steps and the table of transitions. */
export function loginPathPage(): string {
  return `# The login path

A login is one row, one address and one state machine: [decision 0005](../decisions/0005-a-login-is-a-row.md). Its steps stand in
\`src/login/path.ts\`, in this order; each is a file in \`src/login/steps\`, and the knowledge behind it is the folder of the same name in
\`src/domain\`.

| step | what it asks |
|---|---|
${steps.map((step) => `| ${number(step)} ${step.name} | ${step.asks} |`).join('\n')}

## From step to step

A box is a step with its states. An arrow between boxes: a state of the one may be followed by a state of the other.

\`\`\`mermaid
${diagram()}
\`\`\`

Not drawn, because it holds nearly everywhere: "not me" and "go back" lead to an earlier step; a login that cannot go on becomes
\`stopped\`; one that the person gives up becomes \`abandoned\`. The first state is \`choosing-means\`, or \`at-tile\` when there is one tile
only, with a page of ours; a person who is known from a login shortly before begins at \`capacity\`.

## Every state

A change that is not in this table is a bug, and throws.

| state | step | what it means | may be followed by |
|---|---|---|---|
${Object.keys(transitions)
  .map((kind) => row(kind as Kind))
  .join('\n')}

This page is written by \`bin/sluis docs\` from \`src/login/path.ts\`; a test fails when it is stale.
`;
}

function row(kind: Kind): string {
  const next = transitions[kind].map((each) => `\`${each}\``).join(', ');
  return `| \`${kind}\` | ${ownerOf(kind).name} | ${meanings[kind]} | ${next === '' ? 'nothing: an end' : next} |`;
}

function diagram(): string {
  const drawn = steps.filter((step) => number(step) > 1);
  return ['flowchart LR', ...drawn.flatMap(box), ...drawn.flatMap(arrows)].join('\n');
}

function box(step: Step): readonly string[] {
  const inside = step.states.flatMap((from) =>
    transitions[from]
      .filter((to) => to !== from && step.states.indexOf(to) > step.states.indexOf(from))
      .map((to) => `    ${idOf(from)} --> ${idOf(to)}`),
  );
  const states = step.states.map((state) => `    ${idOf(state)}("${state}")`);
  return [`  subgraph s${number(step)}["${number(step)} ${step.name}"]`, ...states, ...inside, '  end'];
}

function arrows(step: Step): readonly string[] {
  const reached = new Set(step.states.flatMap((state) => transitions[state].map(ownerOf)));
  return steps
    .filter((each) => reached.has(each) && number(each) > number(step))
    .map((each) => `  s${number(step)} --> s${number(each)}`);
}

/** A hyphen can be read as the beginning of an arrow. */
function idOf(kind: Kind): string {
  return kind.replaceAll('-', '_');
}
