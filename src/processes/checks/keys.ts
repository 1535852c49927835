import { X509Certificate } from 'node:crypto';
import { dayOf } from '../../base/calendar.ts';
import { DAY } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { type KeyEntry, type KeySet, keyUses } from '../../domain/keys/index.ts';
import { readKeyFile } from '../../files/keys/key-file.ts';
import { openKeys } from '../keys/open-keys.ts';
import { type Finding, fail, ok, warn } from './check.ts';

const RENEW_WITHIN = 30 * DAY;

/** The key file: there, for its owner's eyes only, complete, usable, and with certificates that are valid now. */
export async function checkKeys(settings: Settings, now: Date): Promise<readonly Finding[]> {
  const file = settings.keyFile;
  const read = await readKeyFile(file);
  switch (read.kind) {
    case 'missing':
      return [missing(settings)];
    case 'refused':
      return [fail('keys', `${file}: ${read.problem}.`, 'Put back the copy that you keep of it.')];
    case 'read': {
      return [
        ...checkSecrecy(file, read.openTo),
        checkUse(file, read.set),
        ...checkCertificates(read.set, now),
      ];
    }
  }
}

/** The whole world is too many. A group may be how secrets are handed to a process: containers and service managers do so. */
function checkSecrecy(file: string, openTo: 'owner' | 'group' | 'everybody'): readonly Finding[] {
  if (openTo === 'owner') return [];
  if (openTo === 'group') return [warn('keys', `${file} can be read by its group.`, `chmod 600 ${file}`)];
  return [fail('keys', `${file} can be read by everybody on this machine.`, `chmod 600 ${file}`)];
}

function missing(settings: Settings): Finding {
  const { keyFile, isDemo } = settings;
  if (isDemo) return warn('keys', `${keyFile} is not there yet.`, 'npm start makes keys for the demo.');
  const next = 'Make keys once with bin/sluis key rotate, and give every process the same file (SLUIS_KEYS).';
  return fail('keys', `${keyFile} is not there.`, next);
}

function checkUse(file: string, set: KeySet): Finding {
  try {
    openKeys(set);
    return ok('keys', `${file}: ${set.keys.length} keys for ${keyUses.length} uses`);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown reason';
    return fail('keys', `${file} cannot be used: ${why}.`, 'bin/sluis key list shows what is there.');
  }
}

function checkCertificates(set: KeySet, now: Date): readonly Finding[] {
  return set.keys.flatMap((key) =>
    key.certificate === null ? [] : [checkCertificate(key, key.certificate, now)],
  );
}

function checkCertificate(key: KeyEntry, pem: string, now: Date): Finding {
  const point = 'certificate';
  const name = `${key.use} ${key.id}`;
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    return fail(point, `${name} cannot be read.`, 'Replace it: bin/sluis key rotate.');
  }
  const until = certificate.validToDate;
  const day = dayOf(until);
  const isStillUsed = key.stage !== 'previous';
  if (certificate.validFromDate > now)
    return fail(point, `${name} is not valid yet.`, 'Look at the clock of this machine.');
  if (until <= now && isStillUsed)
    return fail(point, `${name} expired on ${day}.`, 'Run bin/sluis key rotate.');
  if (until.getTime() - now.getTime() < RENEW_WITHIN && isStillUsed) {
    return warn(
      point,
      `${name} expires on ${day}.`,
      'Run bin/sluis key rotate in time: peers need a while to see the new one.',
    );
  }
  return ok(point, `${name}, until ${day}`);
}
