/** What an agent must have done before a new number is proposed. */
export const checks = ['identity', 'duplicates', 'data'] as const;
