import { codeOf } from '../../base/error-code.ts';
import { explainListen, type ListenTrouble } from './explain-listen.ts';

/** What the system of this machine refuses: a port, room on a disk, rights on a file; `null` when the error tells of something else. */
export function explainSystem(error: unknown): ListenTrouble | null {
  const code = codeOf(error);
  if (code === null || !(error instanceof Error)) return null;
  if ('syscall' in error && error.syscall === 'listen') {
    const { port = 0, address = 'localhost' } = error as { port?: number; address?: string };
    return explainListen(code, { host: address, port });
  }
  const path = 'path' in error && typeof error.path === 'string' ? error.path : null;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { what: `The disk is full${of(path)}.`, next: 'Make room, then start again.' };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      if (path === null) return null;
      return {
        what: `${path} may not be used by this user (${code}).`,
        next: 'Start as the user who owns it, or choose another place: SLUIS_DATA, SLUIS_KEYS.',
      };
    default:
      return null;
  }
}

function of(path: string | null): string {
  return path === null ? '' : `: ${path} could not be written`;
}
