import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { tries } from '../../../test/support/tries.ts';
import {
  countryOfCode,
  parseEnterpriseNumber,
  parseOrganisationCode,
  parseTargetGroup,
  type TargetGroup,
} from './index.ts';

describe('an enterprise number', () => {
  test('is ten digits with the right check digits', () => {
    for (const text of ['0403019261', '0428759497', '0206731645'])
      assert.equal(parseEnterpriseNumber(text), text);
    for (const text of ['0431150351', '1000000033', '2000021323', '', '04030192611', '040301926x']) {
      assert.equal(parseEnterpriseNumber(text), null, text);
    }
  });

  test('may be written with dots, as a VAT number, or in the old form of nine digits', () => {
    for (const text of ['0403.019.261', 'BE 0403.019.261', 'be0403019261', '403019261']) {
      assert.equal(parseEnterpriseNumber(text), '0403019261', text);
    }
  });

  test('is accepted exactly when an independent parser accepts it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 19_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        (eight, any, honest) => {
          const check = honest ? 97 - (eight % 97) : any;
          // The other parser takes 0000000097 too, which nobody has.
          if (eight === 0) return;
          const digits = String(eight).padStart(8, '0') + String(check).padStart(2, '0');
          assert.equal(
            parseEnterpriseNumber(digits) !== null,
            stdnum.BE?.vat?.validate(digits).isValid,
            digits,
          );
        },
      ),
      { numRuns: tries(1000) },
    );
  });
});

describe('the code of an organisation', () => {
  const accepted: readonly (readonly [TargetGroup, string, string])[] = [
    ['EA', '0403.019.261', '0403019261'],
    ['EA', 'de:hrb 12345', 'DE:HRB 12345'],
    ['EA', 'NL:24111222', 'NL:24111222'],
    ['LB', 'BE0206731645', '0206731645'],
    ['LB', 'OVO001234', 'OVO001234'],
    ['LB', '44021', '44021'],
    ['GID', 'ovo002949', 'OVO002949'],
    ['GID', 'OVO000000', 'OVO000000'],
    ['OV', '038182', '038182'],
    ['OV', '38182', '038182'],
    ['VER', 'V0001001', 'V0001001'],
  ];
  for (const [group, text, code] of accepted) {
    test(`${text} is one in ${group}`, () => assert.equal(parseOrganisationCode(group, text), code));
  }

  test('belongs to its target group and to no other', () => {
    for (const [group, text] of [
      ['EA', 'OVO002949'],
      ['EA', 'BE:0403019261'],
      ['EA', 'DE:'],
      ['EA', 'D:123'],
      ['EA', `DE:${'9'.repeat(100)}`],
      ['EA', 'DE:<script>'],
      ['LB', 'OVO12'],
      ['GID', '0403019261'],
      ['OV', 'OV38182'],
      ['OV', '0381820'],
      ['OV', '000000'],
      ['VER', '0001001'],
      ['VER', 'V1001'],
      ['VER', 'V00010010'],
      ['VER', 'V0000000'],
      ['LB', '00000'],
      ['LB', '04021'],
      ['LB', 'OVO000000'],
      ['EA', '0000000097'],
      ['BUR', '0403019261'],
    ] as const) {
      assert.equal(parseOrganisationCode(group, text), null, `${group} ${text}`);
    }
  });

  test('reads its own result again as the same code', () => {
    for (const [group, , code] of accepted) assert.equal(parseOrganisationCode(group, code), code);
  });

  test('tells the country', () => {
    const code = parseOrganisationCode('EA', 'DE:HRB 12345');
    assert.ok(code);
    assert.equal(countryOfCode(code), 'DE');
    const belgian = parseEnterpriseNumber('0403019261');
    assert.ok(belgian);
    assert.equal(countryOfCode(belgian), 'BE');
  });
});

test('a target group is known by its code in any case', () => {
  assert.equal(parseTargetGroup(' ea '), 'EA');
  assert.equal(parseTargetGroup('XX'), null);
  assert.equal(parseTargetGroup(''), null);
});
