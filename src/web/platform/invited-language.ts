import { languages } from '../../base/language.ts';
import { type FormState, selectField } from '../ui/form/form-fields.ts';
import type { Html } from '../ui/html.ts';

/** In which language somebody who is invited is written to: that of the page until another one is chosen. */
export function languageField(form: FormState): Html {
  const { words } = form.frame;
  const choices = languages.map((language) => ({ value: language, label: words.nameOfLanguage(language) }));
  return selectField(
    { ...form, typed: { language: words.language, ...form.typed } },
    { name: 'language', label: words.say('platform.invite.language'), choices, without: true },
  );
}
