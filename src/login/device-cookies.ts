import type { Device } from '../domain/account/index.ts';

/** How a browser is known again: by a cookie of its own that only we can make, kept for a year from its last login. */
export type DeviceCookies = {
  /**
   * The browser that sent this value along, or a new one where there was none or it is not of our making. `cookie` is what it keeps from now
   * on; `userAgent` gives the family, for words alone.
   */
  deviceOf(
    value: string | null,
    userAgent: string | undefined,
  ): { readonly device: Device; readonly cookie: string };
};
