import { test } from 'node:test';
import { expectNone } from './law.ts';
import { readTree, type Source } from './read-tree.ts';

/** Where a person is matched, or the trail is told: an identity, a link and a proof have their country there, as a field and no more. */
const namesTheField = [
  'src/login/ahead/read-ahead.ts',
  'src/login/means/lead-on.ts',
  'src/login/steps/2-login-means.ts',
  'src/login/steps/4-identity-matching.ts',
  'src/login/steps/5-registration.ts',
  'src/login/steps/7-token.ts',
];

/** Each kind of login means has its own folder here. */
const FOLDER = /^src\/login\/means\/([a-z-]+)\//;

const ofTheLogin = (): readonly Source[] =>
  readTree().filter(({ path, isTest }) => path.startsWith('src/login/') && !isTest);

test('the login names a country in the step of eIDAS alone', () => {
  const others = ofTheLogin().filter(({ path }) => FOLDER.exec(path)?.[1] !== 'eidas');
  const breaches = others.flatMap(({ path, tree, imports }) => {
    const lines = tree.text.split('\n').map((text, index) => ({ text, line: index + 1 }));
    const named = lines.filter(({ text }) => {
      const left = namesTheField.includes(path) ? text.replace(/\bcountry\b/g, '') : text;
      return /countr/i.test(left);
    });
    const imported = imports.filter(({ target }) => target?.startsWith('src/domain/eidas-country/'));
    return [
      ...named.map(({ line }) => ({ path, line, what: 'names a country: that belongs to eIDAS' })),
      ...imported.map(({ line }) => ({ path, line, what: 'knows countries: that belongs to eIDAS' })),
    ];
  });
  expectNone('means-of-login', breaches);
});

test('a kind of login means knows no other', () => {
  const breaches = ofTheLogin().flatMap(({ path, imports }) => {
    const own = FOLDER.exec(path)?.[1];
    return imports.flatMap(({ target, line }) => {
      const other = target === null ? undefined : FOLDER.exec(target)?.[1];
      return own !== undefined && other !== undefined && own !== other
        ? [{ path, line, what: `${own} uses ${other}` }]
        : [];
    });
  });
  expectNone('means-apart', breaches);
});
