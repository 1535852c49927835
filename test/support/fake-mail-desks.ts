import { DAY, HOUR, later, MINUTE } from '../../src/base/time.ts';
import { mayActIn } from '../../src/domain/acting/index.ts';
import type { CaseworkSettings } from '../../src/domain/casework/index.ts';
import {
  checkTemplate,
  type MailDesk,
  type TemplateDesk,
  type TemplateVersion,
  type TroubledMail,
} from '../../src/domain/notification/index.ts';
import { caseId, dubois, lead } from './casework-fixtures.ts';
import { mailSender } from './mail-sender.ts';
import { NOW } from './web-fixtures.ts';

/** How casework is set in the tests of pages. */
export const caseworkSettings: CaseworkSettings = {
  origin: 'http://localhost:4000',
  sender: { ...mailSender, origin: 'http://localhost:4000' },
  numberInMail: false,
  targetWorkingDays: 5,
  remindBeforeDays: 3,
  draftDays: 30,
  linkDays: 1,
  lockMilliseconds: 15 * MINUTE,
  replyDays: 30,
  documentMilliseconds: 90 * DAY,
};

export const troubledMails: readonly TroubledMail[] = [
  {
    id: '1',
    template: 'question-asked',
    language: 'de',
    createdAt: later(NOW, -3 * HOUR),
    sentAt: null,
    attempts: 1,
    lastError: null,
    bounced: { at: later(NOW, -2 * HOUR), code: '550' },
    about: { case: caseId(1), reference: 'SLU-2M9D-K7PX' },
  },
  {
    id: '2',
    template: null,
    language: 'nl',
    createdAt: later(NOW, -30 * HOUR),
    sentAt: null,
    attempts: 9,
    lastError: 'ECONNREFUSED',
    bounced: null,
    about: null,
  },
];

/** The outgoing mail as the tests of pages see it. `retried` fills with what was put back. */
export function openFakeMailDesk(
  mails: readonly TroubledMail[] = troubledMails,
): MailDesk & { readonly retried: string[] } {
  const retried: string[] = [];
  return {
    retried,
    countMails: async () => ({ waiting: 4, stuck: 1, bounced: 1, sent: 1204 }),
    listTroubled: async () => mails,
    async retryMail({ id }) {
      retried.push(id);
      return { kind: mails.some((mail) => mail.id === id) ? 'retried' : 'not-now' };
    },
  };
}

/** A version of the German text that tells that a request came in. */
export function templateVersion(version: number, over: Partial<TemplateVersion> = {}): TemplateVersion {
  return {
    key: 'request-received',
    language: 'de',
    version,
    subject: `Ihr Antrag {reference}, Fassung ${version}`,
    body: 'Guten Tag {name},\n\nWir haben Ihren Antrag {reference} erhalten.\n\n- <b>Eins</b>\n- Zwei\n\n[Antrag ansehen]({link})',
    state: 'retired',
    editedBy: lead.person,
    editedAt: later(NOW, -10 * DAY + version * HOUR),
    madeLiveAt: later(NOW, -9 * DAY + version * HOUR),
    ...over,
  };
}

/** Texts kept in memory, with the rules of the real ones. */
export function openFakeTemplateDesk(kept: readonly TemplateVersion[] = []): TemplateDesk {
  let versions = kept;
  const of = (key: string, language: string) =>
    versions
      .filter((each) => each.key === key && each.language === language)
      .sort((one, other) => other.version - one.version);
  return {
    listTemplates: async () => versions.filter(({ state }) => state !== 'retired'),
    listVersions: async ({ key, language }) => ({
      versions: of(key, language),
      names: new Map<string, string>([lead, dubois].map(({ person, name }) => [person, name])),
    }),
    async saveTemplate({ by, basedOn, ...typed }) {
      if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
      const errors = checkTemplate(typed);
      if (errors.length > 0) return { kind: 'wrong', errors };
      const newest = of(typed.key, typed.language)[0]?.version ?? 0;
      if (newest !== basedOn) return { kind: 'changed', newest };
      const version = newest + 1;
      const draft = {
        ...typed,
        version,
        state: 'draft',
        editedBy: by.person,
        editedAt: NOW,
        madeLiveAt: null,
      } as const;
      versions = [
        ...versions.map((each) => (each.state === 'draft' ? { ...each, state: 'retired' as const } : each)),
        draft,
      ];
      return { kind: 'saved', version };
    },
    async makeLive({ by, key, language, version }) {
      if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
      const draft = of(key, language).find((each) => each.version === version && each.state === 'draft');
      if (!draft) return { kind: 'not-a-draft' };
      versions = versions.map((each) => {
        if (each === draft) return { ...each, state: 'live', madeLiveAt: NOW };
        return each.state === 'live' ? { ...each, state: 'retired' } : each;
      });
      return { kind: 'live' };
    },
  };
}
