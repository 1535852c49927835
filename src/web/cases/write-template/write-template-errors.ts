import type { TemplateError } from '../../../domain/notification/index.ts';
import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with a text: several errors of one field stand in the summary, the first one at the field. */
export const writeTemplateErrors: ErrorTable<TemplateError> = {
  texts: {},
  otherwise: (words, { field, code, placeholder }) =>
    words.say(`desk.template.error.${code}`, {
      name: `{${placeholder ?? ''}}`,
      where: words.say(field === 'subject' ? 'desk.template.subject' : 'desk.template.body'),
    }),
};
