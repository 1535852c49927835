import type { SpokenLanguage, SpokenLanguages } from '../base/language.ts';
import type { Clock } from '../base/time.ts';
import type { ProtocolPages, ProtocolProblem } from '../login/index.ts';
import { openAssets } from './http/assets/assets.ts';
import { openFrames } from './http/frames.ts';
import { formTargets, securityHeaders } from './http/security-headers.ts';
import { askLogoutPage, signedOutPage } from './login/area.ts';
import { hopPage } from './ui/hop-page.ts';
import { type Contact, unbroken } from './ui/journey-page.ts';
import { nameOf } from './ui/parts.ts';
import { problemPage, type Resend } from './ui/problem-page.ts';
import type { PageProblem } from './ui/problem-words.ts';

/** Why nothing could be answered, by a protocol or before one was asked. */
type Reason = ProtocolProblem | 'too-many-requests' | 'too-large';

const problems: Readonly<Record<Reason, PageProblem>> = {
  'unknown-application': { kind: 'unknown-application' },
  'redirect-address-refused': { kind: 'redirect-address-refused' },
  'logout-address-refused': { kind: 'logout-address-refused' },
  'logout-hint-refused': { kind: 'logout-hint-refused' },
  'request-refused': { kind: 'request-refused' },
  'login-expired': { kind: 'expired' },
  'already-finished': { kind: 'already-finished' },
  'not-found': { kind: 'not-found' },
  'server-error': { kind: 'internal' },
  'too-many-requests': { kind: 'too-many-requests' },
  'too-large': { kind: 'too-large' },
};

type ShownProblem = Omit<Parameters<ProtocolPages['protocolProblem']>[0], 'problem' | 'correlation'> & {
  readonly problem: Reason;
  readonly correlation: string;
  /** The page to load again; the address that was asked for when not given. */
  readonly reload?: string;
  readonly resend?: Resend | null;
};

/** Pages that a protocol shows at its own addresses: whole documents, and the headers to send with them. */
export type Pages = Omit<ProtocolPages, 'protocolProblem'> & {
  protocolProblem(shown: ShownProblem): string;
};

/** Opens the pages of the protocols. Their language links lead to the same choice on the help page: these pages answer a request. */
export function openPages(options: {
  readonly origin: string;
  readonly demo: boolean;
  readonly contact: Contact;
  readonly clock: Clock;
  readonly languages?: SpokenLanguages;
}): Pages {
  const frames = openFrames(
    openAssets(),
    options.demo,
    options.languages && { languages: options.languages },
  );
  const contact = unbroken(options.contact);
  const secure = options.origin.startsWith('https:');
  const frameIn = (language: SpokenLanguage) => frames({ language, isOnPath: true, path: '/help' });
  return {
    protocolProblem: ({ problem, language, correlation, application = null, ...more }) =>
      problemPage(frameIn(language), {
        ...more,
        problem: problems[problem],
        application,
        correlation,
        at: options.clock(),
        alive: false,
        contact,
      }).toString(),
    signedOut: ({ language, application, others }) =>
      signedOutPage(frameIn(language), {
        application: application && nameOf(application, language),
        back: application?.homeUri ?? null,
        others: others.map((other) => nameOf(other, language)),
      }).toString(),
    askLogout: ({ language, application, action, fields }) =>
      askLogoutPage(frameIn(language), {
        application: nameOf(application, language),
        back: application.homeUri ?? '/',
        action,
        fields,
      }).toString(),
    submitForm({ language, application, action, fields }) {
      const frame = frameIn(language);
      const target = application ? nameOf(application, language) : new URL(action).host;
      const title = frame.words.say('hop.application', { application: target });
      return hopPage(frame, {
        title,
        text: '',
        target,
        departure: { kind: 'post', url: action, fields },
      }).toString();
    },
    headers: (formAction) => ({
      ...securityHeaders(secure, formAction === null ? [] : formTargets(formAction)),
      'content-type': 'text/html; charset=utf-8',
    }),
  };
}
