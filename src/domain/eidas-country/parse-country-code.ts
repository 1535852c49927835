import type { CountryCode } from './model.ts';

/** ISO 3166-1 alpha-2, officially assigned codes, with `EL` in the place of `GR` and with `EU` (eIDAS SAML attribute profile 2.2.3). */
const CODES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH EL ER ES ET EU FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
    'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** The codes that ISO 3166-1 leaves to users from XA to XZ: test countries of real networks have them, such as XA in Sweden's. */
const TEST_CODE = /^X[A-Z]$/;

/** Whether a code is that of a country that exists only to test with. */
export function isTestCountry(code: CountryCode): boolean {
  return TEST_CODE.test(code);
}

/**
 * Reads a country code as eIDAS writes it, upper case: Greece is `EL`, never `GR`; the United Kingdom `GB`, never `UK`. the codes XA to XZ are
 * those of test countries. `null` when it is not one. Other spellings are understood in the search alone.
 */
export function parseCountryCode(text: string): CountryCode | null {
  return CODES.has(text) || TEST_CODE.test(text) ? (text as CountryCode) : null;
}
