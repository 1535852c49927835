import type { ApplicationDescription } from '../application/model.ts';
import { hasRight } from '../application/read-claims.ts';
import { picture } from './picture.ts';
import { fieldTexts, gipodTexts } from './texts.ts';

/** GIPOD: works in the public domain. A GipodBijdrager registers, a GipodRaadpleger looks. */
export const gipod: ApplicationDescription = {
  clientId: 'b6a0c0de-52f4-4d6c-8a49-2f6d4a5b9c22',
  name: 'GIPOD',
  theme: 'gipod',
  scopes: ['openid', 'profile', 'vo', 'gipod'],
  roleClaim: 'gipod_rol_2d',
  usePkce: false,
  texts: gipodTexts,
  picture,
  work: {
    mayDo: (visitor) => hasRight(visitor, 'GipodBijdrager'),
    maySee: (visitor) => hasRight(visitor, 'GipodBijdrager') || hasRight(visitor, 'GipodRaadpleger'),
    fields: (language) => [
      {
        name: 'street',
        type: 'text',
        label: fieldTexts[language].street,
        hint: fieldTexts[language].streetHint,
      },
      { name: 'from', type: 'date', label: fieldTexts[language].from },
      { name: 'until', type: 'date', label: fieldTexts[language].until },
    ],
    line: (values) => `${values.street} (${values.from} – ${values.until})`,
  },
};
