import { plainTyping } from '../../base/visible-text.ts';
import { type OrganisationCode, type TargetGroup, targetGroups } from './model.ts';
import { parseEnterpriseNumber } from './parse-enterprise-number.ts';

/** A code of the register of Flemish organisations. */
const OVO = /^OVO(?!0{6})\d{6}$/;

/** Reads a target group by its code, in any case; `null` when there is no such group. */
export function parseTargetGroup(text: string): TargetGroup | null {
  const code = plainTyping(text.slice(0, 100)).toUpperCase();
  return targetGroups.find((each) => each === code) ?? null;
}

/**
 * Reads the code of an organisation as its target group writes it (ACM "doelgroepen"): a KBO number for EA and LB (LB also OVO, or
 * NIS of five digits), an OVO code of six digits for GID, an institution number of six digits for OV, a V-code of seven digits for VER.
 * Nobody has one of zeros alone, but for `OVO000000`: by that the organisation that runs a platform is known until it says its own.
 * An organisation from abroad is `CC:register number`, for EA only. `null` when it is none of these; citizens (BUR) have no organisation.
 */
export function parseOrganisationCode(targetGroup: TargetGroup, text: string): OrganisationCode | null {
  const written = plainTyping(text.slice(0, 200)).toUpperCase();
  if (written.length > 60) return null;
  switch (targetGroup) {
    case 'EA':
      return (
        parseEnterpriseNumber(written) ??
        matching(/^(?!BE:)[A-Z]{2}:[\p{L}\p{N}][\p{L}\p{N} ./-]{0,48}$/u, written)
      );
    case 'LB':
      return parseEnterpriseNumber(written) ?? matching(OVO, written) ?? matching(/^[1-9]\d{4}$/, written);
    case 'GID':
      return matching(/^OVO\d{6}$/, written);
    case 'OV':
      // A spreadsheet takes zeros in front away.
      return /^\d{1,6}$/.test(written) ? matching(/[1-9]/, written.padStart(6, '0')) : null;
    case 'VER':
      return matching(/^V(?!0{7})\d{7}$/, written);
    case 'BUR':
      return null;
  }
}

/** The country that an organisation's code belongs to: `DE` of `DE:HRB 12345`, otherwise `BE`. */
export function countryOfCode(code: OrganisationCode): string {
  return /^([A-Z]{2}):/.exec(code)?.[1] ?? 'BE';
}

function matching(pattern: RegExp, text: string): OrganisationCode | null {
  return pattern.test(text) ? (text as OrganisationCode) : null;
}
