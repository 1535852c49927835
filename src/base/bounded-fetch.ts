/** One request to a server of somebody else; the answer is read whole, within these bounds. */
export type OutgoingRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Of the answer, in bytes. */
  readonly longest: number;
  /** For the whole answer, in milliseconds. */
  readonly patience: number;
};

export type FetchFailure =
  /** No address of the web, or one that leads to where the server may not be. */
  'address' | 'redirect' | 'too-large' | 'encoding' | 'late' | 'unreachable';

export type FetchedAnswer =
  | {
      readonly kind: 'fetched';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
    }
  | { readonly kind: 'failed'; readonly reason: FetchFailure };

/** Asks a server of somebody else: never led elsewhere by a redirect, bounded in size and time. */
export type BoundedFetch = (request: OutgoingRequest) => Promise<FetchedAnswer>;
