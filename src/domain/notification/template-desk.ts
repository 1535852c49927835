import type { Language } from '../../base/language.ts';
import type { StaffMember } from '../staff/index.ts';
import type { TemplateError } from './check-template.ts';
import type { TemplateVersion } from './ports.ts';
import type { TemplateKey } from './template.ts';

/** A text as somebody typed it. `basedOn` is the newest version that they saw, 0 where there was none. */
export type TypedTemplate = {
  readonly key: TemplateKey;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly basedOn: number;
};

/** The texts of mails and wordings, for the people who look after them. Every call is one transaction. */
export type TemplateDesk = {
  /** The live version and the open draft of every text that was ever changed. */
  all(): Promise<readonly TemplateVersion[]>;
  /** Every version of one text, newest first, with the names of those who wrote them by id. */
  versions(
    key: TemplateKey,
    language: Language,
  ): Promise<{ readonly versions: readonly TemplateVersion[]; readonly names: ReadonlyMap<string, string> }>;
  saveDraft(
    member: StaffMember,
    typed: TypedTemplate,
  ): Promise<
    | { readonly kind: 'saved'; readonly version: number }
    /** Somebody saved another version meanwhile. */
    | { readonly kind: 'changed'; readonly newest: number }
    | { readonly kind: 'wrong'; readonly errors: readonly TemplateError[] }
    | { readonly kind: 'not-allowed' }
  >;
  /** Puts the newest draft to use, when its text passes every check. */
  makeLive(
    member: StaffMember,
    key: TemplateKey,
    language: Language,
    version: number,
  ): Promise<{ readonly kind: 'live' | 'not-a-draft' | 'not-allowed' }>;
};
