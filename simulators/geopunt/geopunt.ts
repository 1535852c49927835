import type { ApplicationDescription } from '../application/model.ts';
import { picture } from './picture.ts';
import { fieldTexts, geopuntTexts } from './texts.ts';

/** GEOPUNT: maps for everybody. Whoever is logged in may save a map layer, as a citizen or for an organisation. */
export const geopunt: ApplicationDescription = {
  clientId: 'd3c1a7b4-9e0f-4c38-b1d5-7a4e6f8c0d33',
  name: 'GEOPUNT',
  theme: 'geopunt',
  scopes: ['openid', 'profile', 'vo', 'geopunt'],
  roleClaim: 'geopunt_rol_2d',
  usePkce: true,
  texts: geopuntTexts,
  picture,
  work: {
    mayDo: () => true,
    maySee: () => true,
    fields: (language) => [
      { name: 'title', type: 'text', label: fieldTexts[language].title },
      {
        name: 'theme',
        type: 'text',
        label: fieldTexts[language].theme,
        hint: fieldTexts[language].themeHint,
      },
    ],
    line: (values) => `${values.title} – ${values.theme}`,
  },
};
