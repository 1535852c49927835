import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanFileName } from './index.ts';

test('an ordinary name stays as it is, in any script', () => {
  for (const name of [
    'paspoort.jpg',
    'Ταυτότητα μπροστά.png',
    'akte (2).pdf',
    'جواز سفر.jpg',
    'Übersicht v1.2.pdf',
  ])
    assert.equal(cleanFileName(name), name);
});

test('folders, marks that turn the reading direction and control characters go', () => {
  assert.equal(cleanFileName('../../etc/passwd'), 'passwd');
  assert.equal(cleanFileName('C:\\Users\\anna\\pas.jpg'), 'pas.jpg');
  assert.equal(cleanFileName('foto\u202Egpj.exe'), 'fotogpj.exe');
  assert.equal(cleanFileName('a\r\nSet-Cookie: x\0.jpg'), 'aSet-Cookie_ x.jpg');
});

test('a name of nothing is called document', () => {
  for (const name of ['', '   ', '..', '../', '\u200B', '/', '\u202E.'])
    assert.equal(cleanFileName(name), 'document');
});

test('a long name keeps its ending', () => {
  assert.equal(cleanFileName(`${'x'.repeat(300)}.pdf`), `${'x'.repeat(96)}.pdf`);
  assert.equal([...cleanFileName('👩'.repeat(300))].length, 100);
});

test('whatever comes in, what goes out is one visible name, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 })),
      (name) => {
        const clean = cleanFileName(name);
        assert.ok(clean.length > 0 && [...clean].length <= 100);
        assert.doesNotMatch(clean, /[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$/u);
        assert.equal(cleanFileName(clean), clean);
      },
    ),
  );
});
