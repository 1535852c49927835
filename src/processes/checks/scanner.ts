import type { Settings } from '../../config/settings.ts';
import { openClamav } from '../../outside/documents/clamav.ts';
import { type Finding, fail, ok, warn } from './check.ts';

/** Whether somebody looks for harmful content in documents: hands an honest text to the scanner. */
export async function checkScanner({ clamd, isDemo }: Settings): Promise<Finding> {
  const point = 'scanner';
  if (clamd === null) {
    if (isDemo) return ok(point, 'none: a demo');
    return warn(point, 'is not set up: documents are not scanned for viruses.', 'Set SLUIS_CLAMD.');
  }
  if ((await openClamav(clamd).scan(Buffer.from('Sluis asks'))) === 'clean') return ok(point, clamd);
  return fail(
    point,
    `${clamd} does not answer as ClamAV does, so that no document is taken.`,
    'See docs/how-to/scan-documents-for-viruses.md.',
  );
}
