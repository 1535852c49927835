import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { faultsOfTexts } from '../../src/processes/reference/texts.ts';
import { holesOf, parseText } from '../../src/web/texts/holes.ts';
import { textFilesIn } from '../../src/web/texts/read-texts.ts';
import { expectNone } from './law.ts';
import { root } from './read-tree.ts';

type Described = {
  readonly path: string;
  readonly key: string;
  readonly text: string;
  readonly description: string;
};

test('the texts of pages and mails have the same keys and placeholders in every language, and can be read', () => {
  expectNone('texts', faultsOfTexts());
});

test('the description of an English text is its own, and tells the translator what each placeholder is', () => {
  const all = englishTexts();
  expectNone(
    'descriptions',
    all.flatMap(({ path, key, text, description }) => {
      const twins = all.filter((other) => other.description === description && other.key !== key);
      const holes = [...holesOf(parseText(text))].map(([name, kind]) =>
        kind === 'mark' ? `<${name}>` : `{${name}}`,
      );
      return [
        ...twins.map((twin) => `${key} has the description of ${twin.key}`),
        ...holes
          .filter((hole) => !description.includes(hole))
          .map((hole) => `${key} does not say what ${hole} is`),
      ].map((what) => ({ path, what }));
    }),
  );
});

function englishTexts(): readonly Described[] {
  return ['src/web/texts', 'src/domain/notification/texts'].flatMap((folder) =>
    textFilesIn(join(root, folder), 'en').flatMap(({ path }) =>
      Object.entries<{ readonly defaultMessage: string; readonly description: string }>(
        JSON.parse(readFileSync(path, 'utf8')),
      ).map(([key, { defaultMessage: text, description }]) => ({
        path: relative(root, path),
        key,
        text,
        description,
      })),
    ),
  );
}
