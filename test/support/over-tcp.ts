/** The same server at its port instead of its socket: there a proxy can stand between. */
export function overTcp(url: string): string {
  const changed = new URL(url);
  changed.searchParams.delete('host');
  return changed.href;
}
