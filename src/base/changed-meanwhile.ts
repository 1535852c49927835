/**
 * Two changes met, and only one of them can be kept: nothing of this one is. Thrown, because all of its work must be rolled back; whoever
 * began the work takes it as a value. Asked again, it comes second and sees what the first one left.
 */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  /** The change that came too late, by the name that the store gives it, where it is known. */
  readonly what: string | null;
  constructor({ what = null, ...options }: ErrorOptions & { readonly what?: string | null } = {}) {
    super(`another request changed the same thing first${what === null ? '' : `: ${what}`}`, options);
    this.what = what;
  }
}

/** How often a change that comes second may come second again before it is told so. */
const MOST_TRIES = 5;

/** Does the work again when another change was first, so that it is done as the one that came second. */
export async function afterOthers<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || tries === MOST_TRIES) throw error;
    }
  }
}
