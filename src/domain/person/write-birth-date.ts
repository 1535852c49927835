import type { RegisteredPerson } from './model.ts';

/** A birth date of the register as dates are written, `1985-07-30`, with question marks for what it does not know. */
export function writeBirthDate({ year, month, day }: RegisteredPerson['birthDate']): string {
  const part = (value: number | null, length: number) =>
    value === null ? '?'.repeat(length) : String(value).padStart(length, '0');
  return `${part(year, 4)}-${part(month, 2)}-${part(day, 2)}`;
}
