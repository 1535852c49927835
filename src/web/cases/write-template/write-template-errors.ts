import type { TemplateError } from '../../../domain/notification/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { Frame } from '../../ui/frame.ts';

/** What is wrong with a text, in words: several errors of one field stand in the summary, the first one at the field. */
export function templateErrors({ words }: Frame, errors: readonly TemplateError[]): readonly FieldError[] {
  return errors.map(({ field, code, placeholder }) => {
    const name = `{${placeholder ?? ''}}`;
    const where = words.say(field === 'subject' ? 'desk.template.subject' : 'desk.template.body');
    return { field, id: field, text: words.say(`desk.template.error.${code}`, { name, where }) };
  });
}
