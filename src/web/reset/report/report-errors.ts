import type { ErrorTable } from '../../ui/form/error-words.ts';

type ReportError = { readonly field: string; readonly code: string };

/** What is kept of a report: what was wrong with it, or what it led to. */
export type ReportTold = { readonly errors: readonly ReportError[]; readonly reference?: string };

/** What can be wrong with the address. */
export const reportErrors: ErrorTable<ReportError> = {
  texts: {
    'address empty': 'lostKey.error.empty',
    'address not-an-email': 'lostKey.error.not-an-email',
    'address too-many': 'lostKey.error.too-many',
  },
  otherwise: 'lostKey.error.not-an-email',
};
