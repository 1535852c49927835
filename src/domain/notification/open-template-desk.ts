import { correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { AuditTrail } from '../audit/index.ts';
import { type PersonId, parsePersonId } from '../person/index.ts';
import { mayOpen, type StaffMember } from '../staff/index.ts';
import { checkTemplate } from './check-template.ts';
import type { MailTemplateStore } from './ports.ts';
import type { TemplateDesk } from './template-desk.ts';

export type TemplateDeskStores = {
  readonly templates: MailTemplateStore;
  /** What people are called, to say who wrote a text. */
  readonly caseLists: { namesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<string, string>> };
  readonly audit: AuditTrail;
};

/** Opens the texts of mails and wordings. Everybody at work reads them; a lead changes them, and every change is recorded. */
export function openTemplateDesk(ports: {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly inTransaction: UnitOfWork<TemplateDeskStores>;
}): TemplateDesk {
  const { clock, randomness, inTransaction } = ports;
  const mayEdit = (member: StaffMember) => mayOpen('case-lead', member);
  return {
    all: () => inTransaction(['templates'], ({ templates }) => templates.all()),
    versions: (key, language) =>
      inTransaction(['templates', 'caseLists'], async ({ templates, caseLists }) => {
        const versions = await templates.versions(key, language);
        const writers = versions.map(({ editedBy }) => parsePersonId(editedBy)).filter((id) => id !== null);
        return { versions, names: await caseLists.namesOf([...new Set<PersonId>(writers)]) };
      }),
    async saveDraft(member, typed) {
      if (!mayEdit(member)) return { kind: 'not-allowed' };
      const errors = checkTemplate({ ...typed });
      if (errors.length > 0) return { kind: 'wrong', errors };
      return inTransaction(['templates', 'audit'], async ({ templates, audit }) => {
        const saved = await templates.saveDraft({ ...typed, by: member.person, at: clock() });
        if (saved.kind === 'saved')
          await audit.record(templateEvent('template.drafted', member, { ...typed, ...saved }, randomness));
        return saved;
      });
    },
    async makeLive(member, key, language, version) {
      if (!mayEdit(member)) return { kind: 'not-allowed' };
      return inTransaction(['templates', 'audit'], async ({ templates, audit }) => {
        const made = await templates.makeLive(key, language, version, { by: member.person, at: clock() });
        if (made.kind === 'live')
          await audit.record(
            templateEvent('template.made-live', member, { key, language, version }, randomness),
          );
        return made;
      });
    },
  };
}

function templateEvent(
  kind: 'template.drafted' | 'template.made-live',
  member: StaffMember,
  { key, language, version }: { readonly key: string; readonly language: string; readonly version: number },
  randomness: Randomness,
) {
  return {
    kind,
    actor: { kind: 'person', id: member.person },
    subject: { kind: 'organisation', id: member.organisation },
    purpose: 'casework',
    details: { key, language, version },
    correlation: correlationCode(randomness.bytes(8)),
  } as const;
}
