/** Why a process cannot begin to serve; `next` says what to do. */
export class ServeFailure extends Error {
  override readonly name = 'ServeFailure';
  readonly next: string;
  constructor(what: string, next: string) {
    super(what);
    this.next = next;
  }
}
