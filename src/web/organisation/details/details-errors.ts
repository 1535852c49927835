import type { ErrorTable } from '../../ui/form/error-words.ts';

export const detailsErrors: ErrorTable = { texts: {}, otherwise: 'details.email.wrong' };
