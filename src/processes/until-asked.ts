/** Waits until the process is asked to stop. A second Ctrl-C while it is stopping changes nothing. */
export async function untilAsked(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
