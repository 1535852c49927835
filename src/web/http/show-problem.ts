import { randomBytes } from 'node:crypto';
import { correlationCode } from '../../base/correlation.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import { type ProblemProps, problemPage } from '../ui/problem-page.ts';
import type { PageProblem } from '../ui/problem-words.ts';
import { pageLanguage } from './page-language.ts';
import type { Web, WebContext } from './web-context.ts';

const statuses = {
  expired: 410,
  'other-browser': 403,
  'already-finished': 409,
  'link-ended': 403,
  'changed-elsewhere': 409,
  'unknown-attempt': 404,
  'not-found': 404,
  internal: 500,
  form: 403,
  'too-large': 413,
  method: 405,
} as const satisfies Partial<Record<PageProblem['kind'], number>>;

/** A fresh code for a problem that no attempt stands behind. */
export function newCorrelation(): string {
  return correlationCode(randomBytes(8));
}

/** Answers with a problem page: 4xx or 5xx, with a correlation code that the log line carries too. */
export function showProblem(
  { world, frames, languages, pageOf }: Web,
  context: WebContext,
  shown: Pick<ProblemProps, 'problem'> &
    Partial<Pick<ProblemProps, 'application' | 'correlation' | 'again'>> & {
      readonly language?: SpokenLanguage;
      /** Where the same is told in another language: the address itself when that is a page. */
      readonly path?: string;
      readonly formToken?: string;
      readonly status?: 405 | 503;
    },
): Response | Promise<Response> {
  const { problem } = shown;
  const correlation = shown.correlation ?? newCorrelation();
  context.set('correlation', correlation);
  // What a form was sent to need not be a page: then the one that it stood on.
  const path = shown.path ?? pageOf(context.req.path);
  const frame = frames({
    language: shown.language ?? pageLanguage(context.req.raw, languages),
    isOnPath: true,
    path,
    formToken: shown.formToken ?? '',
  });
  const page = problemPage(frame, {
    problem,
    application: shown.application ?? null,
    again: shown.again ?? null,
    reload: context.req.method === 'GET' ? '' : path,
    correlation,
    at: world.clock(),
    alive: false,
    contact: world.settings.contact,
  });
  const usual = Object.hasOwn(statuses, problem.kind) ? statuses[problem.kind as keyof typeof statuses] : 400;
  return context.html(page, shown.status ?? usual);
}
