import type { Application } from '../domain/application/index.ts';
import type { Capacity, CapacityKey, UnusableCapacity } from '../domain/capacity/index.ts';
import type { CaseId } from '../domain/casework/index.ts';
import type { PresentedIdentity } from '../domain/identity-matching/index.ts';
import type { TileCode, TileOffer } from '../domain/login-means/index.ts';
import type { OrganisationId } from '../domain/organisation/index.ts';
import type { NationalNumber, PersonId } from '../domain/person/index.ts';
import type { Attempt, AttemptId, LoginOutcome, Notice } from './attempt.ts';
import type { EidasChoice, EidasInputError, EidasPage, LastOffer, WayThere } from './means/eidas/said.ts';
import type { Problem } from './problem.ts';

/** What a person may say to a page of the login. Everything in it is text from a form or a link, not yet believed. */
export type Answer =
  | EidasChoice
  | {
      readonly kind: 'give-number';
      readonly knows: string;
      readonly number: string;
      readonly address: string;
    }
  | { readonly kind: 'choose-capacity'; readonly key: string }
  /** On to what follows: after the page that tells of the link, and from the page about a missing capacity to try again. */
  | { readonly kind: 'continue' }
  | { readonly kind: 'confirm-sharing' }
  | { readonly kind: 'go-back' }
  /** "Not you?": forgets who logged in and begins again with the choice of means. */
  | { readonly kind: 'not-me' }
  | { readonly kind: 'give-up' };

/** What was wrong with an answer, per field; the page says it in words. */
export type InputError =
  | { readonly field: 'tile'; readonly code: 'not-usable' }
  | EidasInputError
  | { readonly field: 'knows'; readonly code: 'choose' }
  | { readonly field: 'number'; readonly code: 'empty' | 'letters' | 'length' | 'not-a-number' }
  | { readonly field: 'capacity'; readonly code: 'choose' | 'not-usable' };

/** One item of "what KLIP will receive": a claim, its value and where it comes from. */
export type SharedItem = {
  readonly claim: string;
  readonly value: string;
  readonly source: 'register' | 'organisation' | 'login' | 'sluis';
};

/**
 * How the link came to be, which a person must be told (Implementing Regulation (EU) 2025/846 article 3): matched exactly, found in the
 * register by an agent, or newly registered.
 */
export type LinkHow = 'exact' | 'agent' | 'new-number';

/**
 * Where the request for a number stands, as the login sees it: not sent yet; with the agents; a number is there and the login can go
 * on; refused; or ended without a number.
 */
export type RequestStage = 'draft' | 'sent' | 'number' | 'refused' | 'closed';

/** By which means somebody logged in the last time in this browser; of eIDAS with how that stands now. */
export type LastUsed = { readonly tile: TileCode; readonly offer: LastOffer | null };

/** A page to show, with all that its words need. */
export type Page =
  | {
      readonly kind: 'means';
      readonly tiles: readonly TileOffer[];
      readonly lastUsed: LastUsed | null;
      readonly notice: Notice | null;
    }
  /** The one tile there is, whose page is elsewhere. */
  | { readonly kind: 'tile'; readonly offer: TileOffer }
  /** The person is (supposed to be) at a provider; shown on reload or back. `mark`: of the way there. */
  | { readonly kind: 'at-provider'; readonly offer: TileOffer; readonly mark: string }
  | EidasPage<Notice>
  /** Somebody else logged in than is logged in in this browser. */
  | { readonly kind: 'other-person' }
  | {
      readonly kind: 'number';
      readonly identity: PresentedIdentity;
      readonly notice: Notice | null;
    }
  | {
      readonly kind: 'registered';
      readonly identity: PresentedIdentity;
      readonly reference: string;
      readonly case: CaseId;
      readonly stage: RequestStage;
    }
  | { readonly kind: 'linked'; readonly how: LinkHow }
  /** An account at an organisation's provider that may become the person's. */
  | { readonly kind: 'account'; readonly email: string; readonly organisation: string }
  | {
      readonly kind: 'capacity';
      readonly capacities: readonly { readonly key: CapacityKey; readonly capacity: Capacity }[];
      readonly unusable: readonly UnusableCapacity[];
      readonly lastUsed: CapacityKey | null;
      readonly justLinked: LinkHow | null;
    }
  | {
      readonly kind: 'no-capacity';
      readonly person: PersonId;
      /** Whether they may act for somebody by now: the login goes on. */
      readonly mayGoOn: boolean;
      /** The organisations that they represent by law: there they decide themselves. */
      readonly represented: readonly OrganisationId[];
      readonly unusable: readonly UnusableCapacity[];
      /** How many other people manage each of these organisations. */
      readonly administrators: ReadonlyMap<OrganisationId, number>;
      /** The person's own number, to hand to somebody who can give access. */
      readonly number: NationalNumber | null;
      readonly justLinked: LinkHow | null;
    }
  | {
      readonly kind: 'sharing';
      readonly capacity: Capacity;
      readonly items: readonly SharedItem[];
      readonly justLinked: LinkHow | null;
    }
  /** `wayOn`: what its protocol made of it, where that was asked. */
  | { readonly kind: 'finished'; readonly outcome: LoginOutcome; readonly wayOn?: WayOn }
  | { readonly kind: 'stopped'; readonly problem: Problem };

/** How a browser goes on from a login that is over; `cookies` are `Set-Cookie` lines that go along. */
export type WayOn =
  | { readonly kind: 'address'; readonly url: string; readonly cookies: readonly string[] }
  /** By a page of the protocol, as it stands. */
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly cookies: readonly string[];
    }
  /** Nobody waits for the end any more. `told`: the application heard of it while it waited. */
  | { readonly kind: 'over'; readonly told: boolean };

/** The answer to "show me this login". */
export type View =
  | {
      readonly kind: 'page';
      readonly attempt: Attempt;
      readonly application: Application;
      readonly page: Page;
    }
  /** No page of this login can be shown in this browser: unknown, of another browser, expired. */
  | {
      readonly kind: 'problem';
      readonly problem: Problem;
      readonly application: Application | null;
      readonly correlation: string | null;
      /** The login that can be begun once more, for the same application and with the same wishes. */
      readonly again?: AttemptId | null;
    };

/** What follows from an answer. */
export type Reply =
  /** Go and look: redirect to the login's own address. */
  | { readonly kind: 'moved'; readonly attempt: Attempt }
  /** The login is over: its last page, which leads back to the application. */
  | { readonly kind: 'ended'; readonly view: Extract<View, { kind: 'page' }> }
  | {
      readonly kind: 'invalid';
      readonly view: Extract<View, { kind: 'page' }>;
      readonly errors: readonly InputError[];
    }
  | (WayThere & {
      readonly kind: 'leave';
      readonly attempt: Attempt;
      readonly application: Application;
    })
  | { readonly kind: 'problem'; readonly view: Extract<View, { kind: 'problem' }> };

/** What follows from what came back: it is never wrong in a way that the same page could tell. */
export type Arrival =
  | Extract<Reply, { readonly kind: 'moved' | 'ended' | 'problem' }>
  /** It led on: the page of where the login stands by it, which may be its last. */
  | { readonly kind: 'shown'; readonly view: Extract<View, { kind: 'page' }> };
