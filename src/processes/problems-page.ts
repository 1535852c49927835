import { en } from '../web/ui/texts/en.ts';

/** The reference page of problem pages, from the English texts. */
export function problemsPage(): string {
  const texts: Readonly<Record<string, string>> = en;
  const kinds = Object.keys(texts)
    .map((key) => /^problem\.([a-z-]+)\.text$/.exec(key)?.[1])
    .filter((kind) => kind !== undefined);
  const rows = kinds.map((kind) => {
    const parts = [texts[`problem.${kind}.text`], texts[`problem.${kind}.do`]];
    return `| \`${kind}\` | ${texts[`problem.${kind}`]} | ${parts.filter((part) => part !== undefined).join(' ')} |`;
  });
  return `# Problem pages

What a person reads when something cannot go on. Each page says what happened, what one can do and whom to call; it carries the time
and a reference (the correlation code) that also stands in the audit event and in the log. No page shows a technical code, and none
repeats what was sent. The pages exist in English, Dutch, French and German.

| kind | title | text |
|---|---|---|
${rows.join('\n')}

What an application receives when a login does not succeed is in [Endpoints](endpoints.md#errors-to-an-application).

This page is written by \`bin/sluis docs\` from \`src/web/ui/texts/en\`; a test fails when it is stale.
`
    .replaceAll('<a>', '')
    .replaceAll('</a>', '');
}
