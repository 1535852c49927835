/** Seconds. */
export const ACCESS_TOKEN_SECONDS = 3600;
/** ACM: a code must be redeemed within 30 seconds. */
export const CODE_SECONDS = 30;
