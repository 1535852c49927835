/**
 * Waits until the process is asked to stop, or until what it cannot do without is lost: answers with what tells why, `null` when it was
 * asked. A second Ctrl-C while it is stopping changes nothing.
 */
export async function untilAsked<Loss extends Error>(lost: Promise<Loss>): Promise<Loss | null> {
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
  });
  return Promise.race([asked, lost]);
}
