import { texts as pageTexts } from '../../web/texts/index.ts';
import { type WayOn, waysOn } from '../../web/ui/problem-words.ts';

/** The buttons of a page, and what stands there where the first cannot be. */
const buttons: Readonly<Record<WayOn, string>> = {
  again: 'Log in again, in the browser that began, as long as the application waits',
  application: 'Go back to the application; the home page where it is not known',
  reload: 'Load the page again; after a form the page that it stood on, or the same form again',
  'where-it-stands': 'Show where the login stands',
  home: 'Go to the home page',
};

/** The reference page of problem pages, from the English texts. */
export function problemsPage(): string {
  const texts: Readonly<Record<string, string>> = pageTexts.en;
  const kinds = Object.keys(texts)
    .map((key) => /^problem\.([a-z-]+)\.text$/.exec(key)?.[1])
    .filter((kind) => kind !== undefined);
  const rows = kinds.map((kind) => {
    const parts = [texts[`problem.${kind}.text`], texts[`problem.${kind}.do`]];
    const ways = (waysOn[kind as keyof typeof waysOn] ?? []).map((way) => buttons[way]).join('; ');
    return `| \`${kind}\` | ${texts[`problem.${kind}`]} | ${parts.filter((part) => part !== undefined).join(' ')} | ${ways} |`;
  });
  return `# Problem pages

What a person reads when something cannot go on. Each page says what happened, what one can do and whom to call; it carries the time
and a reference (the correlation code) that also stands in the audit event and in the log. No page shows a technical code, and none
shows what was sent; a form that was turned away for want of room stands in its page, unseen, to be sent again. The pages exist in English, Dutch, French and German.

A page that is shown while the login lives has another way to log in, and the way back to the application, instead of the buttons below.

| kind | title | text | buttons |
|---|---|---|---|
${rows.join('\n')}

What an application receives when a login does not succeed is in [Endpoints](endpoints.md#errors-to-an-application).

This page is written by \`bin/sluis docs\` from \`src/web/texts/en\`; a test fails when it is stale.
`
    .replaceAll('<a>', '')
    .replaceAll('</a>', '');
}
