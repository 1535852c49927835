import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { type Tool, type ToolName, tools } from './tools.ts';

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs with apt-get what tests need and this machine lacks, when it may: as root, on a Debian. Says what is then still
 * missing. Services that come along (PostgreSQL, Apache) are not started.
 */
export function installTools(say: (line: string) => void): readonly ToolName[] {
  const missing = missingTools();
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = missing.flatMap((name) => offered(tools[name].packages));
    if (packages.length < missing.length) {
      run('apt-get', ['update']);
    }
    const wanted = missing.flatMap((name) => offered(tools[name].packages));
    say(`Installing ${wanted.join(' ')} …`);
    withoutStartingServices(() => install(wanted, say));
  }
  if (missing.length > 0 || process.env.CI === 'true') installSpares();
  const still = missingTools();
  for (const name of still) {
    say(
      `Tests that need ${name} are skipped: it is not installed (Debian: apt-get install ${tools[name].packages[0]}).`,
    );
  }
  return still;
}

/** What only saves time is taken where the package lists offer it, and not waited for. */
function installSpares(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const wanted = Object.values(tools)
    .filter(({ isSpare, find }) => isSpare && find() === null)
    .flatMap(({ packages }) => offered(packages));
  if (wanted.length > 0)
    run('apt-get', ['install', '-y', '--no-install-recommends', '--no-upgrade', ...wanted]);
}

function missingTools(): ToolName[] {
  const isMissing = ([, tool]: [string, Tool]) => !tool.isSpare && tool.find() === null;
  return Object.entries(tools)
    .filter(isMissing)
    .map(([name]) => name as ToolName);
}

/** The first of these packages that the package lists offer, as a list of one; empty when none is. */
function offered(packages: readonly string[]): readonly string[] {
  const isOffered = (name: string) => /Candidate: \d/.test(run('apt-cache', ['policy', name]).stdout);
  return packages.filter(isOffered).slice(0, 1);
}

function install(packages: readonly string[], say: (line: string) => void): void {
  const choices = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...packages];
  let result = run('apt-get', choices);
  if (result.status !== 0) {
    // Package lists that are too old name files that are gone.
    run('apt-get', ['update']);
    result = run('apt-get', choices);
  }
  if (result.status !== 0) say(`apt-get did not succeed:\n${result.stderr.trim()}`);
}

/** invoke-rc.d asks this file whether it may start a service (Debian Policy 9.3.3.2); 101 says no. */
function withoutStartingServices(work: () => void): void {
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    if (isOurs) rmSync(POLICY, { force: true });
  }
}

function run(program: string, args: readonly string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  return spawnSync(program, [...args], { encoding: 'utf8', env, maxBuffer: 100_000_000 });
}
