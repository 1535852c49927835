import type { SpokenLanguage } from '../../../base/language.ts';
import type { ApplicationId } from '../../../domain/application/index.ts';

/** A response to an application, as it went through the browser and can go once more. */
export type KeptResponse = {
  readonly redirectUri: string;
  readonly mode: 'query' | 'fragment' | 'form_post';
  readonly fields: Readonly<Record<string, string>>;
  readonly application: ApplicationId | null;
  readonly language: SpokenLanguage;
};

/** What came of resuming an interaction: kept with it, so that resuming it again comes to the same. */
export type Resumption =
  | { readonly kind: 'response'; readonly response: KeptResponse; readonly session: string | null }
  /** There was more to ask. */
  | { readonly kind: 'location'; readonly location: string };
