import { correlationCode, parseCorrelationCode } from '../../base/correlation.ts';
import type { RegistrationReference } from './model.ts';

/** Makes a reference from 8 random bytes: `SLU-2M9D-K7PX`, without letters that are mistaken for one another. */
export function newReference(random: Uint8Array): RegistrationReference {
  if (random.length < 8) throw new RangeError('A reference needs 8 random bytes.');
  return `SLU-${correlationCode(random)}` as RegistrationReference;
}

/** Reads a reference as people type it, with or without `SLU`; `null` when it is not one. */
export function parseReference(text: string): RegistrationReference | null {
  const code = parseCorrelationCode(text.slice(0, 40).replace(/^\s*SLU(?=[\s-])/i, ''));
  return code === null ? null : (`SLU-${code}` as RegistrationReference);
}
