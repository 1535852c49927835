/** The embedded database cannot start; the message says why and what to do next. */
export class EmbeddedPostgresFailure extends Error {
  override readonly name = 'EmbeddedPostgresFailure';
}
