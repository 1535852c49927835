import type { Language } from '../../../base/language.ts';
import { fieldError } from '../../ui/form/error-summary.ts';
import { type Html, html } from '../../ui/html.ts';
import type { OpenedCase } from './case-context.ts';
import { languageName } from './page/language-words.ts';
import type { Trouble } from './trouble.ts';

export type Letter = {
  readonly text: string;
  /** That of the applicant. */
  readonly language: Language;
  /** Whether the text is one that the agent kept earlier. */
  readonly kept: boolean;
  readonly trouble: Trouble;
};

/** Where an agent writes to the applicant, in the applicant's language. */
export function letterArea({ frame }: OpenedCase, { text, language, kept, trouble }: Letter): Html {
  const { words } = frame;
  const error = trouble.errors.find(({ field }) => field === 'text');
  const rows = Math.min(24, Math.max(6, text.split('\n').length + Math.ceil(text.length / 90) + 1));
  return html`<div class="field wide${error ? ' is-err' : ''}"><label for="text">${words.say('case.letter')}</label>
<span class="hint" id="text-hint">${words.say('case.letter.hint', { language: languageName(words, language) })}${kept && html` ${words.say('case.letter.kept')}`}</span>${fieldError(frame, error, 'text-error')}
<textarea id="text" name="text" rows="${rows}" dir="auto" lang="${language}" aria-describedby="text-hint${error ? ' text-error' : ''}"${error && html` aria-invalid="true"`}>
${text}</textarea></div>`;
}

/** The text as the applicant will read it. */
export function letterPreview({ frame }: OpenedCase, text: string, language: Language): Html {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .filter((each) => each.trim() !== '');
  return html`<section class="card letter" aria-label="${frame.words.say('case.letter')}" lang="${language}" dir="auto">${paragraphs.map((each) => html`<p class="value">${each}</p>`)}</section>`;
}
