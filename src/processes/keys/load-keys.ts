import type { Settings } from '../../config/settings.ts';
import { readKeyFile } from '../../files/keys/key-file.ts';
import { ServeFailure } from '../serving/serve-failure.ts';
import { type OpenKeys, openKeys } from './open-keys.ts';

/** Reads and opens the key file. Throws `ServeFailure`: a process never makes keys, because its twin would make others. */
export async function loadKeys(settings: Settings): Promise<OpenKeys> {
  const read = await readKeyFile(settings.keyFile);
  if (read.kind === 'missing') {
    throw new ServeFailure(
      `${settings.keyFile} is not there.`,
      'Make keys once with: bin/sluis key rotate. Give every process the same file (SLUIS_KEYS).',
    );
  }
  if (read.kind === 'refused')
    throw new ServeFailure(`${settings.keyFile}: ${read.problem}.`, 'Put back the copy that you keep of it.');
  if (read.openTo === 'everybody') {
    throw new ServeFailure(
      `${settings.keyFile} can be read by everybody on this machine.`,
      `chmod 600 ${settings.keyFile}`,
    );
  }
  return openKeys(read.set);
}
