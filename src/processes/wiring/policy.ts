/** The Service Desk of the Flemish Government, as on the page for foreign companies. */
export const contact = { telephone: '+32 2 553 17 00' } as const;

/** Numbers of the demo have counters above 900, which the real register hardly reaches: nobody is given the number of somebody real. */
export const demoNumbersAfter = 900;
