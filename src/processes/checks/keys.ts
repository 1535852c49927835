import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Settings } from '../../config/settings.ts';
import { type Finding, fail, ok, warn } from './check.ts';

const OTHERS = 0o077;

/** The key file: there, for our eyes only, and readable. */
export function checkKeyFile(settings: Settings): Finding {
  const file = settings.keyFile;
  if (!existsSync(file)) {
    if (settings.isDemo)
      return warn('keys', `${file} is not there yet.`, 'npm start makes keys for the demo.');
    return fail(
      'keys',
      `${file} is not there.`,
      'Make keys once with sluis key rotate, and give every process the same file (SLUIS_KEYS).',
    );
  }
  if ((statSync(file).mode & OTHERS) !== 0)
    return fail('keys', `${file} can be read by others.`, `chmod 600 ${file}`);
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return ok('keys', file);
  } catch {
    return fail('keys', `${file} cannot be read as JSON.`, 'Put back the copy that you keep of it.');
  }
}
