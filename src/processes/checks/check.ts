/** What `sluis doctor` found on one point. `next` says what to do; there is one whenever the verdict is not `ok`. */
export type Finding =
  | { readonly verdict: 'ok'; readonly point: string; readonly what: string }
  | {
      readonly verdict: 'warn' | 'fail';
      readonly point: string;
      readonly what: string;
      readonly next: string;
    };

/** All is well on this point. */
export function ok(point: string, what: string): Finding {
  return { verdict: 'ok', point, what };
}

/** It works, but somebody should know. */
export function warn(point: string, what: string, next: string): Finding {
  return { verdict: 'warn', point, what, next };
}

/** Sluis cannot serve like this. */
export function fail(point: string, what: string, next: string): Finding {
  return { verdict: 'fail', point, what, next };
}
