import { environmentSchema } from './settings.ts';

/** The text of docs/reference/settings.md, from the schema. */
export function settingsPage(): string {
  const rows = Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const { description = '', fallback } = schema.meta() ?? {};
    return `| \`${name}\` | ${description} | ${fallback} |`;
  });
  return [
    '# Settings',
    '',
    'Sluis is set up by environment variables. A value that cannot be used stops every command with the name of the variable',
    'and what it must be; so does a variable that begins with `SLUIS_` and is not in this table. An empty one counts as absent.',
    '',
    '| variable | what | when absent |',
    '|---|---|---|',
    ...rows,
    '',
    'This page is written by `bin/sluis docs` from `src/config/settings.ts`; a test fails when it is stale.',
    '',
  ].join('\n');
}
