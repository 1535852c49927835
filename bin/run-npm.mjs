// Runs `npm ci`, and turns what npm says of its failures into a sentence.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { Refusal, Stopped } from './refusal.mjs';
import { shareTurn } from './turn.mjs';

const TELL_MILLISECONDS = 20_000;
/** Failed fetches without a single good one, after which there is no network: npm begins with some fifteen side by side. */
const MOST_FAILED = 15;
/** Characters. */
const MOST_HEARD = 200_000;
const choices = ['--ignore-scripts', '--engine-strict=false', '--include=optional'];
// Only at such a level npm tells that it could not write a file, after which it ends well, and that nothing answers, on which it may
// say nothing else ("Exit handler never called").
const manner = ['--loglevel=http', '--no-audit', '--no-fund', '--no-progress'];
// Without network it would wait for more than a minute.
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=3000'];

/** Installs what the lock file asks for; `development` says to npm whether with the packages for development. Throws `Refusal`; `Stopped` when somebody stopped us, and with us npm. */
export async function runNpm(root, development) {
  const modules = join(root, 'node_modules');
  // npm must not run on the Node inside the folder that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules));
  const began = performance.now();
  const tell = setInterval(
    () => process.stderr.write(`… still fetching, ${Math.round((performance.now() - began) / 1000)} s\n`),
    TELL_MILLISECONDS,
  );
  const { code, error, said, asked } = await hear(() => {
    const child = spawn('npm', ['ci', development, ...choices, ...manner, ...patience], {
      cwd: root,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) shareTurn(root, child.pid);
    return child;
  });
  clearInterval(tell);
  if (asked !== null) throw new Stopped(asked);
  if (error)
    throw new Refusal(`npm could not be started (${error.message}).`, 'Install npm, then try again.');
  const why = explain(said, root);
  if (code !== 0 || why?.isSure) throw why?.refusal ?? unknown(said);
}

/** Starts a program and hears what it says. Signals go to it first: whoever stops us stops it, and nothing works on behind their back. */
async function hear(start) {
  let [said, asked, child] = ['', null, null];
  const stop = (signal) => {
    asked = signal;
    child?.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  child = start();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-MOST_HEARD);
      if (isOffline(said)) child.kill('SIGTERM');
    });
  const outcome = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, error }));
    child.once('close', (code) => resolve({ code, error: null }));
  });
  for (const signal of signals) process.off(signal, stop);
  return { ...outcome, said, asked };
}

function isOffline(said) {
  const failed = said.match(/attempt \d+ failed with E/g) ?? [];
  return failed.length >= MOST_FAILED && !/fetch GET 200 /.test(said);
}

/** The codes that npm tells, each with what it means here. `isSure`: it failed, whatever npm's exit code says. */
function explain(said, root) {
  const sure = (what, next) => ({ isSure: true, refusal: new Refusal(what, next) });
  const likely = (what, next) => ({ isSure: false, refusal: new Refusal(what, next) });
  if (/ENOSPC|EDQUOT|no space left/i.test(said))
    return sure(
      `The disk became full while the packages were installed in ${root} or fetched into the cache of npm.`,
      'Make room, then try again: nothing else needs to be mended.',
    );
  if (/TAR_ENTRY_ERROR/.test(said))
    return sure(
      'npm could not write all files of the packages.',
      `Look at the disk of ${root}, then try again.`,
    );
  const network =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|FETCH_ERROR)\b/.exec(
      said,
    );
  if (network)
    return likely(
      `The registry of packages cannot be reached (${network[1]}).`,
      'Look at the network, and at the proxy of npm (npm config get https-proxy; HTTPS_PROXY), then try again.',
    );
  const certificate =
    /\b(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT)\b/.exec(said);
  if (certificate)
    return likely(
      `The certificate of the registry of packages is not trusted (${certificate[1]}).`,
      'Name the authority of your network with npm config set cafile FILE, then try again.',
    );
  const rights = /\b(EACCES|EPERM|EROFS)\b/.exec(said);
  if (rights) {
    const [, place = root] = /(?:path|dest) (\/\S+)/.exec(said) ?? [];
    return likely(
      `npm may not write (${rights[1]}): ${place}.`,
      'Start as the user who owns that folder, or choose another cache with npm_config_cache, then try again.',
    );
  }
  return null;
}

function unknown(said) {
  const errors = said.split('\n').filter((line) => /^npm (?:error|ERR!)/.test(line));
  process.stderr.write(`${errors.join('\n')}\n`);
  return new Refusal('The packages could not be installed.', 'Mend what npm says above, then try again.');
}
