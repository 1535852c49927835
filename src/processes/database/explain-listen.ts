/** Why nothing can listen at a port, and what to do. */
export type ListenTrouble = { readonly what: string; readonly next: string };

/** In a sentence, by the code that the system gives. `whose` names what would listen there, where that is not Sluis itself. */
export function explainListen(
  code: string,
  { host, port, whose }: { readonly host: string; readonly port: number; readonly whose?: string },
): ListenTrouble {
  const named = whose === undefined ? `Port ${port}` : `Port ${port} (${whose})`;
  switch (code) {
    case 'EADDRINUSE':
      return {
        what: `${named} is taken.`,
        next: 'End what runs there, or choose another port with SLUIS_PORT.',
      };
    case 'EACCES':
      return {
        what: `${named} may not be used by this user.`,
        next: 'Choose a port above 1023 with SLUIS_PORT.',
      };
    case 'EADDRNOTAVAIL':
      return {
        what: `${host} is not an address of this machine.`,
        next: 'Set SLUIS_LISTEN to one of its addresses.',
      };
    default:
      return {
        what: `Sluis cannot listen at ${host}, port ${port} (${code}).`,
        next: 'Look at SLUIS_LISTEN and SLUIS_PORT.',
      };
  }
}
