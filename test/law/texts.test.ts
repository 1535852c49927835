import test from 'node:test';
import { faultsOfTexts } from '../../src/processes/reference/texts.ts';
import { expectNone } from './law.ts';

test('the texts of pages and mails have the same keys and placeholders in every language, and can be read', () => {
  expectNone('texts', faultsOfTexts());
});
