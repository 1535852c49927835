import type { Organisation } from '../../../domain/organisation/index.ts';

/** The code of an organisation as people write it: a Belgian enterprise number in groups, any other as it is. */
export function codeInWords({ code, country }: Pick<Organisation, 'code' | 'country'>): string {
  const parts = /^(\d{4})(\d{3})(\d{3})$/.exec(code);
  return parts && country === 'BE' ? parts.slice(1).join('.') : code;
}
