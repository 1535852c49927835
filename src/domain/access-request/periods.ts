/** What time does to a request that nobody decides: in working days since it waits on those who decide. */
export const requestPeriods = {
  /** Those who decide are reminded. */
  remindAfter: 3,
  /** The head administrators and the legal representatives are told. */
  escalateAfter: 5,
  /** The administrators of the platform are told. */
  toPlatformAfter: 10,
} as const;

/** Calendar days after which a request ends that waits on its decision, or on an answer of its asker. */
export const EXPIRES_AFTER_DAYS = { waiting: 90, questioned: 30 } as const;

/** What is said of the time a decision takes while none was ever taken: working days. */
export const USUAL_DAYS = 3;

/** How many of the last decisions tell what is usual. */
export const LAST_DECISIONS = 20;

/** Open requests that one person may have, and requests that one person may make in a day. */
export const MOST_OPEN = 20;
export const MOST_A_DAY = 30;

/** Questions and answers about one request. */
export const MOST_MESSAGES = 20;

/** How long a text may be, in characters: why somebody asks, and what is written about it. */
export const REASON_LENGTH = { least: 10, most: 500 } as const;
export const LONGEST_MESSAGE = 1000;
