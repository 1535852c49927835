import { keyResetsIn } from './key-resets.ts';

export { keyResetUpkeep } from './key-reset-upkeep.ts';

/** Resets of keys, by the name under which a use case asks for them. */
export const keyResetStores = { keyResets: keyResetsIn };
