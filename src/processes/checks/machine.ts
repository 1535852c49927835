import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import { senderName } from '../../domain/notification/index.ts';
import { type Finding, fail, ok, warn } from './check.ts';

const OLDEST_NODE = 24;

/** The Node that runs this: 24 or later. */
export function checkNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return ok('node', version);
  return fail(
    'node',
    `${version} is too old.`,
    `Start with bin/sluis or npm start, or install Node ${OLDEST_NODE}.`,
  );
}

/** Where browsers find us. */
export function checkOrigin(settings: Settings): Finding {
  if (settings.origin.startsWith('https:')) return ok('origin', settings.origin);
  if (settings.isDemo) return ok('origin', `${settings.origin} (demo)`);
  return warn(
    'origin',
    `${settings.origin} is not https, so that cookies go without Secure.`,
    'Set SLUIS_ORIGIN to the https address.',
  );
}

/** Where mail goes. */
export function checkMail(settings: Settings): Finding {
  if (settings.mail.url !== null) return ok('mail', `from ${settings.mail.from}`);
  if (settings.isDemo)
    return ok('mail', 'to the inbox of npm start; a worker beside it leaves it in the outbox');
  return warn('mail', 'is not set up: it waits in the outbox.', 'Set SLUIS_MAIL_URL.');
}

/** Who writes the mails: people trust a mail that says whose it is, and how to ask. */
export function checkSender({ mail: { sender } }: Settings): Finding {
  const missing = [
    ...(sender.authority === null ? ['SLUIS_AUTHORITY'] : []),
    ...(sender.postalAddress === null ? ['SLUIS_AUTHORITY_ADDRESS'] : []),
    ...(sender.telephone === null ? ['SLUIS_CONTACT_TELEPHONE'] : []),
  ];
  if (missing.length === 0) return ok('sender of mail', senderName(sender).en);
  return warn(
    'sender of mail',
    'mails do not say whose they are, or how to ask whether they are real.',
    `Set ${missing.join(', ')}.`,
  );
}

/** The folder that this machine keeps things in; nothing needs it with a database server and a key file elsewhere. */
export function checkDataFolder(settings: Settings): Finding {
  const canWrite = [settings.dataFolder, dirname(settings.dataFolder)].some(isWritable);
  if (canWrite) return ok('data folder', settings.dataFolder);
  return warn(
    'data folder',
    `${settings.dataFolder} cannot be written.`,
    'Set SLUIS_DATA to a folder of the user who runs Sluis.',
  );
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
