import { resolve } from 'node:path';
import type { z } from 'zod';
import type { MailSender } from '../base/mail-sender.ts';
import { certificatesFrom } from './certificate-settings.ts';
import { demoSender } from './demo-sender.ts';
import { environmentSchema, type Settings } from './settings.ts';

/** Some settings cannot be used. `problems` has one line each, which names the variable and never shows its value. */
export class SettingsFailure extends Error {
  override readonly name = 'SettingsFailure';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** The settings out of environment variables (this function is their only reader). Throws `SettingsFailure`. */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.entries(environment).filter(
    ([name, value]) => name.startsWith('SLUIS_') && value !== '',
  );
  const unknown = given.filter(
    ([name]) => !(name in environmentSchema.shape) && !name.startsWith('SLUIS_TEST_'),
  );
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  const problems = unknown.map(([name]) => `${name} is not a setting.`);
  if (!parsed.success)
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  if (!parsed.success || problems.length > 0) throw new SettingsFailure(problems);
  return settingsFrom(parsed.data);
}

function settingsFrom(given: z.output<typeof environmentSchema>): Settings {
  const port = given.SLUIS_PORT ?? 4000;
  const origin = given.SLUIS_ORIGIN ?? `http://localhost:${port}`;
  const dataFolder = resolve(given.SLUIS_DATA ?? 'data');
  return {
    port,
    listen: given.SLUIS_LISTEN ?? 'localhost',
    origin,
    dataFolder,
    databaseUrl: given.SLUIS_DATABASE_URL ?? null,
    databaseOwnerUrl: given.SLUIS_DATABASE_OWNER_URL ?? null,
    databaseUpkeepUrl: given.SLUIS_DATABASE_UPKEEP_URL ?? null,
    databasePoolerUrl: given.SLUIS_DATABASE_POOLER_URL ?? null,
    databaseConnections: given.SLUIS_DATABASE_CONNECTIONS ?? 10,
    keyFile: resolve(given.SLUIS_KEYS ?? `${dataFolder}/keys.json`),
    mail: {
      url: given.SLUIS_MAIL_URL ?? null,
      from: given.SLUIS_MAIL_FROM ?? `no-reply@${new URL(origin).hostname}`,
      holdsNumber: given.SLUIS_NUMBER_IN_MAIL ?? false,
      sender: senderFrom(given, origin),
    },
    clamd: given.SLUIS_CLAMD ?? null,
    staffOrganisation: given.SLUIS_STAFF_ORGANISATION ?? 'OVO000000',
    caseTargetWorkingDays: given.SLUIS_CASE_TARGET_WORKING_DAYS ?? 5,
    isDemo: given.SLUIS_DEMO ?? false,
    testCountries: given.SLUIS_TEST_COUNTRIES ?? given.SLUIS_DEMO ?? false,
    providersAt: origin.startsWith('http:')
      ? 'this-machine'
      : given.SLUIS_PRIVATE_PROVIDERS
        ? 'private-networks'
        : 'public-addresses',
    unreadLanguages: given.SLUIS_UNREAD_LANGUAGES ?? [],
    logLevel: given.SLUIS_LOG_LEVEL ?? 'info',
    trustedProxies: given.SLUIS_TRUSTED_PROXIES ?? null,
    requestsPerMinute: given.SLUIS_REQUESTS_PER_MINUTE ?? 3000,
    securityContact: given.SLUIS_SECURITY_CONTACT ?? `mailto:security@${new URL(origin).hostname}`,
    eidas: {
      entityId: given.SLUIS_EIDAS_ENTITY_ID ?? `${origin}/eidas/metadata`,
      country: given.SLUIS_EIDAS_COUNTRY ?? 'BE',
    },
    certificates: certificatesFrom(given, { port, origin, isDemo: given.SLUIS_DEMO ?? false }),
    loginAttemptTtlSeconds: given.SLUIS_LOGIN_ATTEMPT_TTL_SECONDS ?? 3600,
    sessionTtlSeconds: given.SLUIS_SESSION_TTL_SECONDS ?? 7200,
    newDeviceAssurance: assuranceOf(given.SLUIS_NEW_DEVICE_ASSURANCE ?? 'substantial'),
  };
}

function senderFrom(given: z.output<typeof environmentSchema>, origin: string): MailSender {
  const demo = given.SLUIS_DEMO === true ? demoSender : null;
  return {
    service: given.SLUIS_SERVICE_NAME ?? { nl: 'Sluis', fr: 'Sluis', de: 'Sluis', en: 'Sluis' },
    authority: given.SLUIS_AUTHORITY ?? demo?.authority ?? null,
    postalAddress: given.SLUIS_AUTHORITY_ADDRESS ?? demo?.postalAddress ?? null,
    telephone: given.SLUIS_CONTACT_TELEPHONE ?? demo?.telephone ?? null,
    hours: given.SLUIS_CONTACT_HOURS ?? demo?.hours ?? null,
    helpPage: given.SLUIS_CONTACT_PAGE ?? `${origin}/help`,
    replyTo: given.SLUIS_MAIL_REPLY_TO ?? null,
    origin,
  };
}

function assuranceOf(said: 'none' | 'low' | 'substantial' | 'high'): Settings['newDeviceAssurance'] {
  return said === 'none' ? null : said;
}
