import { z } from 'zod';
import type { MailSender } from '../base/mail-sender.ts';
import { Redacted } from '../base/redacted.ts';
import { type CertificateSettings, certificateVariables } from './certificate-settings.ts';
import { origin, someText, wholeNumber } from './values.ts';

const HIGHEST_PORT_BASE = 65_000;

/** A URL with one of these schemes, kept out of sight: it may hold a password. */
function secretUrl(...schemes: readonly string[]) {
  const isRight = (text: string) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1));
  const text = z
    .string()
    .max(2000)
    .refine(isRight, `must be a URL that begins with ${schemes.map((each) => `${each}://`).join(' or ')}`);
  return text.transform((url) => new Redacted(url));
}

/**
 * Where a database is. As libpq writes a socket (`postgres://sluis@/sluis?host=/var/run/postgresql`) it is no URL (WHATWG) for want of a host:
 * it gets one, which counts for nothing beside the parameter.
 */
const databaseUrl = z
  .string()
  .transform((text) => text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=[:/?]|$)/, '$1localhost'))
  .pipe(secretUrl('postgres', 'postgresql'));

const clamdAddress = z
  .string()
  .max(300)
  .regex(
    /^(tcp:\/\/([a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}|unix:\/[^?#%\s]+)$/,
    'must be tcp://host:port or unix:/path',
  );

const listenAddress = z
  .string()
  .refine(
    (text) =>
      text === 'localhost' || /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || URL.canParse(`http://[${text}]`),
    'must be localhost or an IP address',
  );

/** A mailbox or a page. */
const contactUri = z
  .string()
  .max(300)
  .refine(
    (text) => (/^https:\/\//.test(text) ? URL.canParse(text) : z.email().safeParse(text).success),
    'must be an e-mail address or an https address',
  )
  .transform((text) => (text.startsWith('https:') ? text : `mailto:${text}`));

const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
const oneLine = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(1000)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line');

/** The same words in all languages, or those of each: `nl=…|fr=…|de=…|en=…`. */
const localText = oneLine.transform((text, context) => {
  if (!/^(nl|fr|de|en)=/.test(text)) return { nl: text, fr: text, de: text, en: text };
  const parts = new Map(
    text
      .split('|')
      .map((part): [string, string] => [
        part.slice(0, part.indexOf('=')).trim(),
        part.slice(part.indexOf('=') + 1).trim(),
      ]),
  );
  const [nl, fr, de, en] = LANGUAGES.map((language) => parts.get(language));
  if (nl && fr && de && en && text.split('|').length === LANGUAGES.length) return { nl, fr, de, en };
  context.addIssue({
    code: 'custom',
    message: 'must be one text, or one for each language: nl=…|fr=…|de=…|en=…',
  });
  return z.NEVER;
});

/** Codes of languages, parted by commas. */
const languageCodes = z
  .string()
  .regex(/^[a-z]{2}(,[a-z]{2}){0,30}$/, 'must be codes of two letters, parted by commas')
  .transform((text) => [...new Set(text.split(','))]);

const yesOrNo = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');

/**
 * Every setting there is: the environment variable, what it may be, and what it says in docs/reference/settings.md.
 * `fallback` says in words what holds when it is absent. Names carry their unit.
 */
export const environmentSchema = z.object({
  SLUIS_PORT: wholeNumber(1, HIGHEST_PORT_BASE).optional().meta({
    description:
      'TCP port of the platform, and base of those of the demo: applications at +1 to +3, member states at +10, login providers at +11, client certificates at +12, eID cards at +16, inbox at +20.',
    fallback: '`4000`',
  }),
  SLUIS_LISTEN: listenAddress.optional().meta({
    description:
      'Where the platform listens: `localhost` (both loopback addresses), or one address such as `10.0.0.5`, `0.0.0.0` or `::`. Let only a proxy reach it.',
    fallback: '`localhost`',
  }),
  SLUIS_ORIGIN: origin.optional().meta({
    description:
      'Where browsers and applications reach the platform: https, or http on localhost. The issuer is this with `/op` behind it.',
    fallback: '`http://localhost:` and the port',
  }),
  SLUIS_DATA: someText.optional().meta({
    description: 'Folder for what this machine keeps: the embedded database and the demo keys.',
    fallback: '`data` in the working folder',
  }),
  SLUIS_DATABASE_URL: databaseUrl.optional().meta({
    description:
      'A PostgreSQL server, version 15 or later, to use instead of the embedded one. `serve` and `work` with an https origin want it. On this machine its socket, as libpq writes it: `postgres://user@/sluis?host=/var/run/postgresql`. May hold a password: keep it out of sight.',
    fallback: 'the embedded PostgreSQL, in the data folder; a server install (`npm ci --omit=dev`) has none',
  }),
  SLUIS_DATABASE_OWNER_URL: databaseUrl.optional().meta({
    description:
      'The same database as its owner, for `bin/sluis migrate`: who makes and changes tables. Then SLUIS_DATABASE_URL is of a role that only reads and writes rows.',
    fallback: 'the role of SLUIS_DATABASE_URL does everything, and `doctor` warns',
  }),
  SLUIS_DATABASE_UPKEEP_URL: databaseUrl.optional().meta({
    description:
      'The same database as the role that makes and drops windows of time, for `bin/sluis work` (one connection) and `bin/sluis migrate`.',
    fallback: 'the role of SLUIS_DATABASE_URL',
  }),
  SLUIS_DATABASE_POOLER_URL: databaseUrl.optional().meta({
    description:
      'The same database, as the role of SLUIS_DATABASE_URL, through a pooler that lends sessions for one transaction each, such as PgBouncer: `serve` and `work` send what needs no session of its own through it. SLUIS_DATABASE_URL stays the address of the server itself.',
    fallback: 'everything goes to the server itself',
  }),
  SLUIS_DATABASE_CONNECTIONS: wholeNumber(3, 1000).optional().meta({
    description: 'How many connections one `serve` has to the database, at most, all of them counted.',
    fallback: '`10`',
  }),
  SLUIS_KEYS: someText.optional().meta({
    description:
      'File with the keys: signing, encryption of national numbers, keyed hash, cookies. Only the demo makes it itself.',
    fallback: '`keys.json` in the data folder',
  }),
  SLUIS_MAIL_URL: secretUrl('smtp', 'smtps').optional().meta({
    description: 'Where mail is handed over. May hold a password: keep it out of sight.',
    fallback: 'mail waits in the outbox; in the demo it goes to the inbox',
  }),
  SLUIS_MAIL_FROM: z.email('must be an e-mail address').optional().meta({
    description: 'The sender of all mail.',
    fallback: '`no-reply@` and the host of the origin',
  }),
  SLUIS_MAIL_REPLY_TO: z.email('must be an e-mail address').optional().meta({
    description: 'Where answers to our mails go. Somebody has to read them.',
    fallback: 'each mail says that nobody reads answers',
  }),
  SLUIS_SERVICE_NAME: localText.optional().meta({
    description: 'The name of the service, as the sender of mails: one text, or `nl=…|fr=…|de=…|en=…`.',
    fallback: '`Sluis`',
  }),
  SLUIS_AUTHORITY: localText.optional().meta({
    description: 'The authority that offers the service, in every mail: one text, or `nl=…|fr=…|de=…|en=…`.',
    fallback: 'mails do not say it, and `doctor` warns; the demo has an invented one',
  }),
  SLUIS_AUTHORITY_ADDRESS: localText.optional().meta({
    description: 'Its postal address, on one line: one text, or `nl=…|fr=…|de=…|en=…`.',
    fallback: 'mails do not say it, and `doctor` warns; the demo has an invented one',
  }),
  SLUIS_CONTACT_TELEPHONE: oneLine
    .max(60)
    .regex(/^\+?[\d\s./()-]{3,}$/, 'must be a telephone number')
    .optional()
    .meta({
      description: 'The telephone number for people with questions, as it is to be shown.',
      fallback: 'mails do not say it, and `doctor` warns; the demo has one that nobody answers',
    }),
  SLUIS_CONTACT_HOURS: localText.optional().meta({
    description: 'When the telephone is answered: one text, or `nl=…|fr=…|de=…|en=…`.',
    fallback: 'mails do not say it',
  }),
  SLUIS_CONTACT_PAGE: z
    .string()
    .max(300)
    .refine((text) => /^https:\/\/[^\s"'<>\\]+$/.test(text) && URL.canParse(text), 'must be an https address')
    .optional()
    .meta({
      description: 'The page on which people find help.',
      fallback: '`/help` of the origin',
    }),
  SLUIS_CLAMD: clamdAddress.optional().meta({
    description:
      'The daemon of ClamAV that looks at every uploaded document: `tcp://host:port` or `unix:/path`. When it does not answer, no document is taken.',
    fallback: 'nobody looks, and agents read at every document that it was not scanned',
  }),
  SLUIS_CASE_TARGET_WORKING_DAYS: wholeNumber(1, 250).optional().meta({
    description:
      'In how many working days a request for a number should be decided: the target that agents see.',
    fallback: '`5`',
  }),
  SLUIS_STAFF_ORGANISATION: z
    .string()
    .regex(/^OVO\d{6}$/, 'must be an OVO code, such as OVO002949')
    .optional()
    .meta({
      description:
        'The OVO code of the organisation that runs the platform: whoever is invited as staff without another organisation works for it. The first invitation makes it, under the name of `SLUIS_AUTHORITY`.',
      fallback: '`OVO000000`, which no authority has',
    }),
  SLUIS_NUMBER_IN_MAIL: yesOrNo.optional().meta({
    description:
      'Whether the mail that tells a person that the number is ready holds the national number itself. Mail is not a safe place for it.',
    fallback: '`false`: the mail leads to the number, which shows after a login; `npm start` sets `true`',
  }),
  SLUIS_DEMO: yesOrNo.optional().meta({
    description:
      'Whether this is a demo: the demo login means work and every page says so. Never `true` with real people.',
    fallback: '`false`; `npm start` sets it',
  }),
  SLUIS_TEST_COUNTRIES: yesOrNo.optional().meta({
    description:
      'Whether people may choose test countries, those with a code from `XA` to `XZ`. Only for an installation that is connected to a test network.',
    fallback: '`false`; in the demo `true`',
  }),
  SLUIS_PRIVATE_PROVIDERS: yesOrNo.optional().meta({
    description:
      'Whether providers of login means may be at addresses of private networks, by https as ever. Elsewhere what a provider says of itself leads nobody into the network that Sluis is in.',
    fallback: '`false`; `true` where the origin is on localhost, and then by http too',
  }),
  SLUIS_UNREAD_LANGUAGES: languageCodes.optional().meta({
    description:
      'Languages besides Dutch, French, German and English in which the way from the choice of a login to the application is offered, although nobody who speaks them from childhood has read the texts yet: `pl`. Everything that exists in four languages is in English then.',
    fallback: 'none',
  }),
  SLUIS_LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    )
    .optional()
    .meta({
      description:
        'How much is logged: `fatal`, `error`, `warn`, `info`, `debug` or `silent`. Personal data at no level.',
      fallback: '`info`',
    }),
  SLUIS_TRUSTED_PROXIES: wholeNumber(0, 10).optional().meta({
    description:
      'How many reverse proxies stand before the platform: that many last addresses of `X-Forwarded-For` are believed. An https origin must say it, `0` too.',
    fallback: '`0` on localhost: the header is ignored',
  }),
  SLUIS_REQUESTS_PER_MINUTE: wholeNumber(60, 1_000_000).optional().meta({
    description:
      'How many requests of people one process answers per network address (IPv6: per first 64 bits) and minute, before it asks to wait. From this machine itself twenty times as many.',
    fallback: '`3000`',
  }),
  SLUIS_SECURITY_CONTACT: contactUri.optional().meta({
    description:
      'Whom to tell about a weakness: an e-mail address or an https page, in `/.well-known/security.txt` (RFC 9116).',
    fallback: '`security@` and the host of the origin',
  }),
  SLUIS_EIDAS_ENTITY_ID: z.url('must be a URL').optional().meta({
    description: 'The entityID of the eIDAS connector: the URL of its metadata.',
    fallback: 'the origin and `/eidas/metadata`',
  }),
  SLUIS_EIDAS_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two capitals')
    .optional()
    .meta({
      description: 'The member state of the connector.',
      fallback: '`BE`',
    }),
  ...certificateVariables,
  SLUIS_LOGIN_ATTEMPT_TTL_SECONDS: wholeNumber(60, 86_400).optional().meta({
    description: 'How long a login that was begun may be finished.',
    fallback: '`3600`',
  }),
  SLUIS_NEW_DEVICE_ASSURANCE: z
    .enum(['none', 'low', 'substantial', 'high'], 'must be none, low, substantial or high')
    .optional()
    .meta({
      description:
        'A login below this assurance level, in a browser in which the person never logged in, asks for a stronger means that they used before. Whoever has none goes on, and is told by mail. `none`: nobody is asked.',
      fallback: '`substantial`',
    }),
  SLUIS_SESSION_TTL_SECONDS: wholeNumber(60, 7200).optional().meta({
    description: 'How long one login serves several applications, at most 7200 (two hours).',
    fallback: '`7200`',
  }),
});

/** What processes know about how they were set up. Built by `loadSettings`; everything else is handed what it needs of it. */
export type Settings = {
  /** TCP port of the platform and base of the demo's ports. */
  readonly port: number;
  /** `localhost`, or an IP address. */
  readonly listen: string;
  /** `https://login.example.org`, never with a slash at the end. */
  readonly origin: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** `null`: the embedded PostgreSQL. */
  readonly databaseUrl: Redacted<string> | null;
  /** `null`: the role of `databaseUrl`. */
  readonly databaseOwnerUrl: Redacted<string> | null;
  readonly databaseUpkeepUrl: Redacted<string> | null;
  /** `null`: nothing goes through a pooler. */
  readonly databasePoolerUrl: Redacted<string> | null;
  readonly databaseConnections: number;
  /** Absolute path. */
  readonly keyFile: string;
  readonly mail: {
    readonly url: Redacted<string> | null;
    readonly from: string;
    /** Whether mails may hold the national number itself. */
    readonly holdsNumber: boolean;
    /** Who writes, and how to reach them. */
    readonly sender: MailSender;
  };
  /** `tcp://host:port` or `unix:/path`; `null`: documents are not scanned. */
  readonly clamd: string | null;
  /** An OVO code. */
  readonly staffOrganisation: string;
  readonly caseTargetWorkingDays: number;
  readonly isDemo: boolean;
  /** Whether this is a test installation, where people may choose test countries. */
  readonly testCountries: boolean;
  /** Where providers of login means may be besides public addresses: this machine by plain http too, private networks, or nowhere. */
  readonly providersAt: 'this-machine' | 'private-networks' | 'public-addresses';
  /** Languages of the path whose texts no native has read, and that are offered all the same. */
  readonly unreadLanguages: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** `null`: not said. An https origin must say it, or all people would come from the address of a proxy. */
  readonly trustedProxies: number | null;
  readonly requestsPerMinute: number;
  /** `mailto:…` or `https://…`. */
  readonly securityContact: string;
  readonly eidas: { readonly entityId: string; readonly country: string };
  readonly certificates: CertificateSettings;
  readonly loginAttemptTtlSeconds: number;
  readonly sessionTtlSeconds: number;
  /** Below it a login in a new browser asks for a stronger means; `null` asks nobody. */
  readonly newDeviceAssurance: 'low' | 'substantial' | 'high' | null;
};
