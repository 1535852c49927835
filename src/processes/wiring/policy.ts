/** The Service Desk of the Flemish Government, as on the page for foreign companies. */
export const contact = { telephone: '+32 2 553 17 00' } as const;

/** Numbers of the demo have counters above 900, which the real register hardly reaches: nobody is given the number of somebody real. */
export const demoNumbersAfter = 900;

/** Files that cannot be taken, of one request or network. */
export const REFUSED_UPLOADS_PER_HOUR = 30;

/** Organisations that one person looks for to ask them for access, in one process: nobody reads the register in this way. */
export const ORGANISATION_SEARCHES_PER_HOUR = 60;

/** A login may be lengthened ten times by somebody who asks for more time (WCAG 2.2.1). */
export const LONGEST_ATTEMPT = 11;
