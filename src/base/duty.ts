/** Something to do every so often. It may be cut off and done again: it must not mind. */
export type Duty = {
  readonly name: string;
  /** From one beginning to the next, in milliseconds. */
  readonly every: number;
  run(now: Date): Promise<void>;
};
