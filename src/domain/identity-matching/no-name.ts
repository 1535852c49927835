import { oneLine } from '../../base/visible-text.ts';

/**
 * What stands where a person has no such name: nothing but signs (`-`, `.`, `++`), crosses (`XXX`: British and other passports), `N/A`, `N.N.`, and the codes
 * of consulates and registers (`FNU`, `LNU`: 9 FAM 403.4-3; `SNP`, sans nom patronymique: Maghreb). ICAO 9303 part 3 knows names of one part.
 */
const NONE =
  /^(?:[\p{P}\p{S}\p{Z}]*|x{3,}|n\s?\/\s?a|n\.\s?a\.|n\.\s?n\.|[fl]\.?n\.?u\.?|n[fl]n|snp|s\.n\.p\.)$/iu;

/** Whether a field of a name says that the person has none, as people with one name alone are written. */
export function isNoName(text: string): boolean {
  return NONE.test(oneLine(text));
}
