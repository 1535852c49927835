import type { ErrorTable } from '../../ui/form/error-words.ts';
import { answerTexts, contactTexts } from '../answer-texts.ts';

/** What can be wrong with the answers of a draft. */
export const questionsErrors: ErrorTable = {
  texts: {
    ...answerTexts,
    ...contactTexts,
    'previousName letters': 'error.previousName.letters',
    'previousName too-long': 'error.previousName.too-long',
    'remark too-long': 'error.remark.too-long',
    'birthPlace empty': 'error.birthPlace.empty',
    'birthPlace letters': 'error.birthPlace.letters',
    'birthPlace too-long': 'error.birthPlace.too-long',
    'birthCountry choose': 'error.birthCountry.choose',
    'sex choose': 'error.sex.choose',
    'nationality choose': 'error.nationality.choose',
    'nationality not-a-country': 'error.nationality.not-a-country',
    'addressLines empty': 'error.addressLines.empty',
    'addressLines too-long': 'error.addressLines.too-long',
    'postcode too-long': 'error.postcode.too-long',
    'municipality empty': 'error.municipality.empty',
    'municipality letters': 'error.municipality.letters',
    'municipality too-long': 'error.municipality.too-long',
    'addressCountry choose': 'error.addressCountry.choose',
    'documentType choose': 'error.documentType.choose',
    'documentNumber empty': 'error.documentNumber.empty',
    'documentNumber too-long': 'error.documentNumber.too-long',
    'documentNumber not-a-document-number': 'error.documentNumber.not-a-document-number',
    'documentCountry choose': 'error.documentCountry.choose',
    'documentExpires empty': 'error.documentExpires.empty',
    'documentExpires not-a-date': 'error.documentExpires.not-a-date',
    'documentExpires expired': 'error.documentExpires.expired',
  },
  otherwise: 'error.any.not-right',
  dates: ['documentExpires'],
  lists: ['previousName', 'nationality'],
};
