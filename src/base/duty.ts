/** Something to do every so often. It may be cut off and done again: it must not mind. */
export type Duty = {
  readonly name: string;
  /** From one beginning to the next, in milliseconds. */
  readonly every: number;
  run(now: Date): Promise<void>;
};

/** What does not get done. */
export type DutyTroubles = {
  /** Duties that failed when they were last due. */
  readonly failing: readonly { readonly name: string; readonly failures: number }[];
  /** Cases that could not be read or handled when their time had come; 1000 stands for more. */
  readonly casesAside: number;
  readonly jobsAside: number;
};
