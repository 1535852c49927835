/** Assurance levels of Regulation (EU) 910/2014 article 8, weakest first. */
export const assuranceLevels = ['low', 'substantial', 'high'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];
