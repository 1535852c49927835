import type { ApplicationDescription } from '../application/model.ts';
import { hasRight } from '../application/read-claims.ts';
import { picture } from './picture.ts';
import { fieldTexts, klipTexts } from './texts.ts';

const RIGHT = 'KLIPgebruiker';

/** KLIP: whoever digs asks here where cables and pipes lie. A Planaanvrager asks, a Raadpleger looks. */
export const klip: ApplicationDescription = {
  clientId: '6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e11',
  name: 'KLIP',
  theme: 'klip',
  scopes: ['openid', 'profile', 'vo', 'rrn', 'klip'],
  roleClaim: 'klip_rol_3d',
  usePkce: true,
  texts: klipTexts,
  picture,
  work: {
    mayDo: (visitor) => hasRight(visitor, RIGHT, 'Planaanvrager'),
    maySee: (visitor) => hasRight(visitor, RIGHT),
    fields: (language) => [
      {
        name: 'place',
        type: 'text',
        label: fieldTexts[language].place,
        hint: fieldTexts[language].placeHint,
      },
      { name: 'work', type: 'text', label: fieldTexts[language].work },
      { name: 'from', type: 'date', label: fieldTexts[language].from },
    ],
    line: (values) => `${values.place} – ${values.work} (${values.from})`,
  },
};
