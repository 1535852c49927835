import type { Brand } from '../base/brand.ts';
import type { CorrelationCode } from '../base/correlation.ts';
import {
  type Language,
  nearestLanguage,
  type PathLanguage,
  parsePathLanguage,
  type SpokenLanguage,
} from '../base/language.ts';
import type { Device } from '../domain/account/index.ts';
import type { ApplicationId } from '../domain/application/index.ts';
import type { AssuranceLevel } from '../domain/assurance/index.ts';
import type { Capacity, CapacityKey, CapacityWish } from '../domain/capacity/index.ts';
import type { CaseId } from '../domain/casework/index.ts';
import type { PresentedIdentity } from '../domain/identity-matching/index.ts';
import type { Authentication, LoginMeansCode, TileCode } from '../domain/login-means/index.ts';
import type { OrganisationId } from '../domain/organisation/index.ts';
import type { PersonId } from '../domain/person/index.ts';
import type { RegistrationReference } from '../domain/registration/index.ts';
import type { EidasNotice } from './means/eidas/said.ts';
import type { MeansFailure } from './means/failure.ts';
import type { Problem } from './problem.ts';

/** Unguessable (256 bits, URL-safe): it stands in the address of every page of the login. */
export type AttemptId = Brand<string, 'AttemptId'>;

/** Reads the id of an attempt from an address; `null` when it cannot be one. */
export function parseAttemptId(text: string): AttemptId | null {
  return /^[A-Za-z0-9_-]{43,86}$/.test(text) ? (text as AttemptId) : null;
}

/** Keyed hash of the secret in the browser's cookie: an attempt answers to the browser that began it and to no other. */
export type BrowserBinding = Brand<string, 'BrowserBinding'>;

/** What the application asked for, verified by the protocol that carried it. */
export type AuthorizationRequest = {
  readonly protocol: 'oidc' | 'own';
  /** Of a login to a page of our own: its address. */
  readonly interaction?: string;
  readonly scopes: readonly string[];
  /** The means that are enough: those of the application, narrowed by `acr_values`. */
  readonly means: readonly LoginMeansCode[];
  /** Whether `acr_values` were sent: only then is `acr` told (ACM "authenticatiemiddelen"). */
  readonly acrAsked: boolean;
  readonly wish: CapacityWish | null;
  /** How long ago the proof may be when the login is finished, in seconds; the application sets no bound of its own without it. */
  readonly maxAgeSeconds?: number | null;
  /** The application wants it proved anew, whatever is known (`prompt=login`). */
  readonly isForced?: boolean;
  /** Somebody is logged in in this browser, and that is not enough for this login: who, and by what. */
  readonly stepUp?: Recognised | null;
  /** The person already proved who they are in this browser, recently and strongly enough; `null` asks for a login. */
  readonly known: { readonly person: PersonId; readonly authentication: Authentication } | null;
};

/** Where one login stands. Going on is only possible along `transitions` in `path.ts`. */
export type AttemptState =
  | { readonly kind: 'choosing-means'; readonly notice: Notice | null }
  /** At the page of one tile: because there is no other, or because the answer led back there. */
  | { readonly kind: 'at-tile'; readonly tile: TileCode; readonly notice: Notice | null }
  /** The person is at a provider of means, or should be. `kept` is what the adapter needs to know its answer by. */
  | {
      readonly kind: 'waiting';
      readonly tile: TileCode;
      /** Of this way there: what comes back must carry it. */
      readonly mark: string;
      readonly sentAt: Date;
      readonly kept: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'asking-number';
      readonly identity: PresentedIdentity;
      readonly authentication: Authentication;
      readonly notice: Notice | null;
    }
  | {
      readonly kind: 'registering';
      readonly identity: PresentedIdentity;
      readonly authentication: Authentication;
      readonly case: CaseId;
      readonly reference: RegistrationReference;
    }
  /** Somebody else than the person who is logged in in this browser. */
  | (Recognised & { readonly kind: 'other-person' })
  | (Recognised & { readonly kind: 'telling-link' })
  /** The person came with an account of their organisation that nobody bound yet, and proved who they are otherwise: shall it be theirs? */
  | (Recognised & { readonly kind: 'binding-account'; readonly justLinked: boolean })
  | (Recognised & { readonly kind: 'choosing-capacity'; readonly justLinked: boolean })
  | (Recognised & { readonly kind: 'without-capacity'; readonly justLinked: boolean })
  | (Recognised & {
      readonly kind: 'confirming-sharing';
      readonly capacity: CapacityKey;
      /** The link is new, and no page told of it yet. */
      readonly justLinked?: boolean;
    })
  | (Recognised & { readonly kind: 'finished'; readonly capacity: CapacityKey; readonly at: Date })
  | { readonly kind: 'stopped'; readonly problem: Problem }
  | { readonly kind: 'abandoned'; readonly at: Date };

/** The person is known and has proved it. */
export type Recognised = { readonly person: PersonId; readonly authentication: Authentication };

/** What to tell on a page besides its question: how the last answer ended. */
export type Notice =
  | EidasNotice
  /** Nothing was proved by the means of this tile; `mark`: of the way there that failed. */
  | {
      readonly kind: 'means';
      readonly tile: TileCode;
      readonly failure: MeansFailure;
      readonly mark?: string;
    }
  /** What was proved is too long ago by now: it is asked once more. */
  | { readonly kind: 'prove-again'; readonly wish: CapacityWish | null }
  /** Unusual for this person, who has a means of this level or higher. */
  | { readonly kind: 'stronger-means'; readonly below: AssuranceLevel }
  | { readonly kind: 'number-did-not-match'; readonly triesLeft: number }
  | { readonly kind: 'number-tries-used-up'; readonly until: Date };

/** What a protocol keeps with a login, for itself alone: JSON, without personal data besides the subject. */
export type ProtocolHalf = {
  /** What the application asked for. It goes along when the login begins once more. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** What the protocol made of the end of the login: told again, it comes to the same. */
  readonly came?: Readonly<Record<string, unknown>>;
};

/** An account at an organisation's provider that somebody proved, and that leads to nobody yet. */
export type UnboundAccount = {
  readonly issuer: string;
  readonly subject: string;
  /** The verified address of it, by which the person knows it again. */
  readonly email: string;
  readonly organisation: OrganisationId;
};

/** One login: one row, one URL, one state machine. */
export type Attempt = {
  readonly id: AttemptId;
  readonly correlation: CorrelationCode;
  readonly browser: BrowserBinding;
  /** By which the same browser is known again later; absent without its cookie, and in what the program before began. */
  readonly device?: Device | null;
  readonly application: ApplicationId;
  readonly request: AuthorizationRequest;
  /** The half of the protocol; a login to a page of our own has none. */
  readonly half?: ProtocolHalf;
  /** In which the person is written to, and in which what they ask for is kept. */
  readonly language: Language;
  /** In which the pages of the login are, where it is none of the four. */
  readonly spoken?: PathLanguage | null;
  readonly state: AttemptState;
  /** Until the person said whether it is theirs. */
  readonly unbound?: UnboundAccount | null;
  /** Counts changes: saving an attempt that changed meanwhile is refused (two tabs, double click). */
  readonly version: number;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** What the login rests on has ended: told by the store when it finds the attempt. */
  readonly isOver?: boolean;
};

/** The language of the pages of a login. */
export function spokenIn({ language, spoken }: Pick<Attempt, 'language' | 'spoken'>): SpokenLanguage {
  return spoken ?? language;
}

/** What is kept of the language that somebody chose. */
export function keptLanguage(chosen: SpokenLanguage): Required<Pick<Attempt, 'language' | 'spoken'>> {
  return { language: nearestLanguage(chosen), spoken: parsePathLanguage(chosen) };
}

export type StateOf<Kind extends AttemptState['kind']> = Extract<AttemptState, { readonly kind: Kind }>;

/** What a finished login hands to the protocol, and nothing more. */
export type LoginOutcome =
  | {
      readonly kind: 'granted';
      readonly person: PersonId;
      readonly authentication: Authentication;
      readonly capacity: Capacity;
    }
  | {
      readonly kind: 'denied';
      readonly error: 'access_denied' | 'login_required' | 'temporarily_unavailable';
      readonly description: string;
    };
