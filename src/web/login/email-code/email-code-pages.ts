import { pagesOfMailedCode } from '../mailed-code/mailed-code-pages.ts';

/** A code that is mailed: level low, and so enough for little. */
export const emailCodePages = pagesOfMailedCode({ kind: 'email-code', means: 'emailcode' });
