import type { SpokenLanguage } from '../../../base/language.ts';
import type { Resend } from '../../ui/problem-page.ts';

/** The pages of problems as the door shows them: whole documents, and the headers to send with them. */
export type ProblemPages = {
  protocolProblem(shown: {
    readonly problem: 'too-many-requests' | 'request-refused' | 'too-large' | 'server-error';
    readonly language: SpokenLanguage;
    readonly correlation: string;
    /** The page to load again; the address that was asked for when not given. */
    readonly reload?: string;
    readonly resend?: Resend | null;
  }): string;
  headers(formAction: null): Readonly<Record<string, string>>;
};
