import type { Case, RequestAnswers } from '../case/model.ts';

/** The pages of questions, in their order. Those that the eID answered already are left out, see `pagesFor`. */
export const questionPages = [
  'names',
  'birth',
  'sex',
  'nationality',
  'address',
  'document',
  'contact',
] as const;
export type QuestionPage = (typeof questionPages)[number];

/** The pages of questions of a request: what the eID told already is not asked again (WCAG 2.2, 3.3.7). */
export function pagesFor({ applicant: { identity } }: Pick<Case, 'applicant'>): readonly QuestionPage[] {
  return questionPages.filter((page) => {
    if (page === 'sex') return identity === null || identity.sex === null;
    if (page === 'nationality') return identity === null || identity.nationalities.length === 0;
    return true;
  });
}

/** The pages that still lack an answer, in their order. */
export function unansweredPages(one: Pick<Case, 'applicant' | 'answers'>): readonly QuestionPage[] {
  return pagesFor(one).filter((page) => !isAnswered[page](one.answers));
}

const isAnswered: Readonly<Record<QuestionPage, (answers: RequestAnswers) => boolean>> = {
  names: ({ previousNames }) => previousNames !== null,
  birth: ({ birthPlace, birthCountry }) => birthPlace !== null && birthCountry !== null,
  sex: ({ sex }) => sex !== null,
  nationality: ({ nationalities }) => nationalities !== null && nationalities.length > 0,
  address: ({ address }) => address !== null,
  document: ({ document }) => document !== null,
  contact: ({ email }) => email !== null,
};
