import { partsOf } from './fill-in.ts';
import { holdsNumber } from './hide-numbers.ts';
import { type Block, parseBody } from './parse-body.ts';
import { kindOf, placeholdersOf } from './placeholders.ts';
import type { MailTemplate } from './template.ts';

/** What is wrong with a text, and where; `placeholder` names the one that it is about. */
export type TemplateError = {
  readonly field: 'subject' | 'body';
  readonly code:
    | 'empty'
    | 'too-long'
    | 'unknown-placeholder'
    | 'missing-placeholder'
    /** A secret or a text of several paragraphs would stand in the subject. */
    | 'not-in-subject'
    /** A link stands in words. */
    | 'link-outside-button'
    /** The address of a button is something else than a link. */
    | 'not-a-link'
    | 'link-in-button'
    /** A text of several paragraphs stands in the middle of a sentence. */
    | 'alone'
    /** A national number stands in the text. */
    | 'number'
    | 'several-lines';
  readonly placeholder: string | null;
};

export const LONGEST_SUBJECT_TEXT = 120;
export const LONGEST_BODY_TEXT = 5000;

/** Every error of a text that somebody wants to use; none when it can be. */
export function checkTemplate(
  draft: Pick<MailTemplate, 'key' | 'subject' | 'body'>,
): readonly TemplateError[] {
  const { required, optional } = placeholdersOf(draft.key);
  const allowed: readonly string[] = [...required, ...optional];
  const used = [...namesIn(draft.subject), ...namesIn(draft.body)];
  return [
    ...sizeErrors('subject', draft.subject, LONGEST_SUBJECT_TEXT),
    ...sizeErrors('body', draft.body, LONGEST_BODY_TEXT),
    ...(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(draft.subject) ? [errorAt('subject', 'several-lines')] : []),
    ...(['subject', 'body'] as const).flatMap((field) => [
      ...(holdsNumber(draft[field]) ? [errorAt(field, 'number')] : []),
      ...strangersIn(draft[field], allowed).map((name) => errorAt(field, 'unknown-placeholder', name)),
    ]),
    ...required
      .filter((name) => !used.includes(name))
      .map((name) => errorAt('body', 'missing-placeholder', name)),
    ...namesIn(draft.subject)
      .filter((name) => allowed.includes(name) && ['secret', 'text', 'link'].includes(kindOf(name) ?? ''))
      .map((name) => errorAt('subject', 'not-in-subject', name)),
    ...parseBody(draft.body).flatMap(placeErrors),
  ];
}

function sizeErrors(field: 'subject' | 'body', text: string, most: number): readonly TemplateError[] {
  if (text.trim() === '') return [errorAt(field, 'empty')];
  return text.length > most ? [errorAt(field, 'too-long')] : [];
}

/** Links stand in buttons and nowhere else; texts of several paragraphs stand alone. */
function placeErrors(block: Block): readonly TemplateError[] {
  if (block.kind === 'button') {
    const inWords = namesIn(block.words).map((name) => errorAt('body', 'not-a-link', name));
    const isLink = kindOf(block.placeholder) === 'link';
    return isLink ? inWords : [errorAt('body', 'not-a-link', block.placeholder)];
  }
  if (block.kind === 'insert')
    return kindOf(block.placeholder) === 'link'
      ? [errorAt('body', 'link-outside-button', block.placeholder)]
      : [];
  const names = (block.kind === 'list' ? block.items : block.lines).flatMap(namesIn);
  return names.flatMap((name) => {
    if (kindOf(name) === 'link') return [errorAt('body', 'link-outside-button', name)];
    return kindOf(name) === 'text' ? [errorAt('body', 'alone', name)] : [];
  });
}

function namesIn(text: string): readonly string[] {
  return partsOf(text).flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []));
}

/** What looks like a placeholder but is none of this template: also with spaces or signs in it. */
function strangersIn(text: string, allowed: readonly string[]): readonly string[] {
  const names = [...text.matchAll(/\{([^{}\n]{0,60})\}?/g)].map((match) => match[1] ?? '');
  return names.filter((name) => !allowed.includes(name));
}

function errorAt(
  field: TemplateError['field'],
  code: TemplateError['code'],
  placeholder: string | null = null,
): TemplateError {
  return { field, code, placeholder };
}
