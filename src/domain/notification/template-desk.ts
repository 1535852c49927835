import { correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { type ActingPerson, actorOf, actsIn, declaringActs, mayActIn } from '../acting/index.ts';
import type { AuditEvent, AuditTrail } from '../audit/index.ts';
import { type PersonId, parsePersonId } from '../person/index.ts';
import { checkTemplate, type TemplateError } from './check-template.ts';
import type { MailTemplateStore, TemplateVersion } from './ports.ts';
import type { TemplateKey } from './template.ts';

export type TemplateDeskStores = {
  readonly templates: MailTemplateStore;
  /** What people are called, to say who wrote a text. */
  readonly caseLists: { namesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<string, string>> };
  readonly audit: AuditTrail;
};

const act = declaringActs<Surroundings, TemplateDeskStores>();

type WhichTemplate = { readonly key: TemplateKey; readonly language: Language };

/** The live version and the open draft of every text that was ever changed. */
export const listTemplates = act(
  ['templates'],
  ({ stores }, _asked: object): Promise<readonly TemplateVersion[]> => stores.templates.all(),
);

/** Every version of one text, newest first, with the names of those who wrote them by id. */
export const listVersions = act(['templates', 'caseLists'], async ({ stores }, which: WhichTemplate) => {
  const versions = await stores.templates.versions(which.key, which.language);
  const writers = versions.map(({ editedBy }) => parsePersonId(editedBy)).filter((id) => id !== null);
  return { versions, names: await stores.caseLists.namesOf([...new Set<PersonId>(writers)]) };
});

/** A text as somebody typed it. `basedOn` is the newest version that they saw, 0 where there was none. */
export type SaveTemplate = WhichTemplate & {
  readonly by: ActingPerson;
  readonly subject: string;
  readonly body: string;
  readonly basedOn: number;
};

export type SavedTemplate =
  | { readonly kind: 'saved'; readonly version: number }
  /** Somebody saved another version meanwhile. */
  | { readonly kind: 'changed'; readonly newest: number }
  | { readonly kind: 'wrong'; readonly errors: readonly TemplateError[] }
  | { readonly kind: 'not-allowed' };

/** Keeps a text as a draft, when it passes every check. */
export const saveTemplate = act(
  ['templates', 'audit'],
  async ({ stores, world, now }, { by, ...typed }: SaveTemplate): Promise<SavedTemplate> => {
    if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
    const errors = checkTemplate({ ...typed });
    if (errors.length > 0) return { kind: 'wrong', errors };
    const saved = await stores.templates.saveDraft({ ...typed, by: by.person, at: now });
    if (saved.kind === 'saved')
      await stores.audit.record(templateEvent('template.drafted', by, { ...typed, ...saved }, world));
    return saved;
  },
);

export type MakeLive = WhichTemplate & { readonly by: ActingPerson; readonly version: number };

/** Puts the newest draft to use. */
export const makeLive = act(
  ['templates', 'audit'],
  async (
    { stores, world, now },
    { by, key, language, version }: MakeLive,
  ): Promise<{ readonly kind: 'live' | 'not-a-draft' | 'not-allowed' }> => {
    if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
    const made = await stores.templates.makeLive(key, language, version, { by: by.person, at: now });
    if (made.kind === 'live')
      await stores.audit.record(templateEvent('template.made-live', by, { key, language, version }, world));
    return made;
  },
);

function templateEvent(
  kind: 'template.drafted' | 'template.made-live',
  by: ActingPerson,
  { key, language, version }: WhichTemplate & { readonly version: number },
  { randomness }: Surroundings,
): AuditEvent {
  return {
    kind,
    actor: actorOf(by),
    subject: { kind: 'organisation', id: by.authority.organisation },
    purpose: 'casework',
    details: { key, language, version },
    correlation: correlationCode(randomness.bytes(8)),
  };
}

/** The texts of mails and wordings, for the people who look after them: every call is one transaction. */
export type TemplateDesk = ReturnType<typeof openTemplateDesk>;

/** Opens the texts of mails and wordings. Everybody at work reads them; a lead changes them, and every change is recorded. */
export function openTemplateDesk(world: World<TemplateDeskStores>) {
  const run = actsIn<Surroundings, TemplateDeskStores>(world);
  return {
    listTemplates: run(listTemplates),
    listVersions: run(listVersions),
    saveTemplate: run(saveTemplate),
    makeLive: run(makeLive),
  };
}
