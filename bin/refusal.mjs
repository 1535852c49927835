/** What keeps a command from starting: said in a sentence, with what to do next. */
export class Refusal extends Error {
  constructor(what, next) {
    super(what);
    this.next = next;
  }
}

/** Somebody asked us to end, and what was under way has ended. */
export class Stopped extends Error {
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}
