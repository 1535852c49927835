import { pagesOfMailedCode } from '../mailed-code/mailed-code-pages.ts';

/** A code of an authenticator app, beside one that is mailed: two things that only the person has. */
export const appCodePages = pagesOfMailedCode({ kind: 'app-code', means: 'appcode' });
