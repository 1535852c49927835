/** How a command ended: done, refused (the world is not as it must be), or used wrongly. */
export const exitCodes = { done: 0, refused: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
