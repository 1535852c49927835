import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caseExample } from '../../../../test/support/case-example.ts';
import { readCounterForm } from '../counter/counter-form.ts';
import type { QuestionPage } from './question-pages.ts';
import { readAnswers } from './read-answers.ts';
import type { TypedFields } from './request-answer.ts';

const now = new Date('2026-11-30T12:00:00Z');
const read = (page: QuestionPage, typed: TypedFields) => readAnswers(page, typed, caseExample(), now);

describe('the nationalities of a request', () => {
  const answered = (...typed: readonly string[]) =>
    read('nationality', Object.fromEntries(typed.map((text, index) => [`nationality-${index + 1}`, text])));

  test('are up to three, as they are called or coded, in the order in which they were given', () => {
    const answer = answered('Marokkaanse', 'DEU', 'Frankrijk');
    assert.deepEqual(answer, { kind: 'read', answers: { nationalities: ['MA', 'DE', 'FR'] } });
  });

  test('are none twice, and may stand in any of the fields', () => {
    assert.deepEqual(answered('', 'German', 'D'), { kind: 'read', answers: { nationalities: ['DE'] } });
  });

  test('may be none, or unknown', () => {
    assert.deepEqual(answered('XXA'), { kind: 'read', answers: { nationalities: ['QS'] } });
    assert.deepEqual(answered('unknown'), { kind: 'read', answers: { nationalities: ['QU'] } });
  });

  test('are asked for at the first field, and each that is none is told at its own', () => {
    assert.deepEqual(answered('', ' '), {
      kind: 'wrong',
      errors: [{ field: 'nationality-1', code: 'choose' }],
    });
    assert.deepEqual(answered('Atlantis', 'FR', 'Antarctica'), {
      kind: 'wrong',
      errors: [
        { field: 'nationality-1', code: 'not-a-country' },
        { field: 'nationality-3', code: 'not-a-country' },
      ],
    });
  });
});

const paper = { documentType: 'identity-card', documentNumber: 'L01X00T47', documentCountry: 'DE' };
const noEnd = { ...paper, documentNoEnd: 'yes' };
const ends = (day: string, month: string, year: string) => ({
  'documentExpires-day': day,
  'documentExpires-month': month,
  'documentExpires-year': year,
});

describe('a document', () => {
  const ended = (typed: TypedFields) => {
    const answer = read('document', typed);
    return answer.kind === 'wrong' ? answer.errors : answer.answers.document?.expiresOn;
  };

  test('that has no end date is taken without one', () => {
    assert.equal(ended(noEnd), null);
    assert.equal(ended({ ...noEnd, ...ends(' ', '', '') }), null);
  });

  test('of which neither was said is asked for its end', () => {
    assert.deepEqual(ended(paper), [{ field: 'documentExpires', code: 'empty' }]);
  });

  test('has an end date or none, not both', () => {
    const both = [{ field: 'documentExpires', code: 'both' }];
    assert.deepEqual(ended({ ...noEnd, ...ends('1', '5', '2031') }), both);
    assert.deepEqual(ended({ ...noEnd, ...ends('31', '', '') }), both, 'half a date is one');
  });

  test('is taken until the end of its last day', () => {
    assert.equal(ended({ ...paper, ...ends('30', '11', '2026') }), '2026-11-30');
    assert.deepEqual(ended({ ...paper, ...ends('29', '11', '2026') }), [
      { field: 'documentExpires', code: 'expired' },
    ]);
  });
});

test('the counter takes a document without an end date and somebody without nationality, and asks for the same', () => {
  const typed = {
    ...noEnd,
    familyName: 'Dupont',
    givenNames: 'Claire',
    'birthDate-year': '1985',
    birthPlace: 'Lille',
    birthCountry: 'FR',
    sex: 'female',
    'nationality-1': 'apatride',
    addressLines: 'Rue Haute 1',
    municipality: 'Lille',
    addressCountry: 'FR',
    language: 'fr',
    checked: 'yes',
  };
  const form = readCounterForm(typed, now);
  assert.ok(form.kind === 'read', JSON.stringify(form));
  assert.equal(form.answers.document?.expiresOn, null);
  assert.deepEqual(form.answers.nationalities, ['QS']);
  const wrong = readCounterForm({ ...typed, ...ends('1', '5', '2031'), 'nationality-2': 'Antarctica' }, now);
  assert.deepEqual(wrong, {
    kind: 'wrong',
    errors: [
      { field: 'nationality-2', code: 'not-a-country' },
      { field: 'documentExpires', code: 'both' },
    ],
  });
});
