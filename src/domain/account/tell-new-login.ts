import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { tellHolder, tellingNeeds } from '../account-keys/index.ts';
import type { PersonId } from '../person/index.ts';
import type { BrowserFamily } from './browser-family.ts';
import { act } from './world.ts';

/** The job that a login leaves when its browser or its means is new to the person: JSON. */
export const newLoginJob = 'new-login';
export type NewLogin = {
  readonly person: PersonId;
  /** ISO 8601. */
  readonly at: string;
  /** `null` where the browser has no cookie that is known again. */
  readonly family: BrowserFamily | null;
  readonly language: Language;
  readonly reference: CorrelationCode;
};

/** Names as their makers write them, the same in every language. */
const names = {
  firefox: 'Firefox',
  chrome: 'Chrome',
  edge: 'Edge',
  safari: 'Safari',
  windows: 'Windows',
  macos: 'macOS',
  android: 'Android',
  ios: 'iOS',
  linux: 'Linux',
  other: '',
} as const;

/** Tells a person of a login in a browser, or by a means, that is new to them: at every address that is theirs. */
export const tellNewLogin = act(
  tellingNeeds,
  (context, { person, at, family, language, reference }: NewLogin): Promise<void> =>
    tellHolder(context, person, {
      template: 'new-login',
      reference,
      language,
      more: { at, device: deviceInWords(family) },
    }),
);

function deviceInWords(family: BrowserFamily | null): string {
  const known = family === null ? [] : [names[family.browser], names[family.system]].filter(Boolean);
  return known.length === 0 ? '–' : known.join(', ');
}
