import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';

const world = await openCommandWorld({ after });
const docs = join(import.meta.dirname, '../../../../docs');
const kinds = { national_number: 'register', target_group: 'organisation' } as const;

/** The tables that a page prints, by the kind of file that their header tells, in the order of the page. */
function tablesIn(page: string): readonly { readonly kind: string; readonly text: string }[] {
  const text = readFileSync(join(docs, page), 'utf8');
  const blocks = [...text.matchAll(/^( *)```\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
  return blocks.flatMap((block) => {
    const header = block.split('\n')[0] ?? '';
    const first = header.split(',')[0] ?? '';
    if (!Object.hasOwn(kinds, first)) return [];
    const ofRights = header.includes('contexts') ? 'right' : 'staff';
    const isAboutRights = first === 'national_number' && header.includes('target_group');
    return [{ kind: isAboutRights ? ofRights : kinds[first as keyof typeof kinds], text: block }];
  });
}

describe('the tables of the documentation', () => {
  for (const [page, ...kindsOfPage] of [
    ['how-to/set-up-casework.md', 'register', 'organisation', 'staff'],
    ['reference/file-formats.md', 'register', 'organisation', 'right', 'staff'],
  ] as const)
    test(`${page} go into an installation as they are printed, one after the other`, async () => {
      const tables = tablesIn(page);
      // The application whose right the table gives.
      const klip = JSON.parse(readFileSync(join(docs, '../seed/applications/klip.json'), 'utf8'));
      const described = await world.put('klip.json', JSON.stringify({ ...klip, secret: 's'.repeat(40) }));
      assert.equal((await world.type(`application apply ${described}`)).code, 0);
      assert.deepEqual(
        tables.map(({ kind }) => kind),
        kindsOfPage,
      );
      for (const { kind, text } of tables) {
        const file = await world.put(`${kind}.csv`, text);
        const { code, out, error } = await world.type(`${kind} import ${file} --strict`);
        assert.deepEqual([code, error], [0, ''], text);
        assert.match(out, /refused 0/);
      }
    });
});
