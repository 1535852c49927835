/**
 * Runs `work` all or nothing, with the stores that are named and no other: a signature says what a use case reads and changes.
 * What `work` throws is thrown on after the rollback.
 */
export type UnitOfWork<Stores> = <Name extends keyof Stores, Answer>(
  names: readonly Name[],
  work: (stores: Pick<Stores, Name>) => Promise<Answer>,
) => Promise<Answer>;
