/** What is wrong with a page that somebody came back to: nothing to press in it, or something that leads nowhere. */
export async function waysOnIn(
  page: string,
  ask: (path: string) => Promise<number>,
  at: string,
): Promise<readonly string[]> {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  const links = [...main.matchAll(/<a\b[^>]*\bhref="([^"#]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  const forms = [...main.matchAll(/<form\b[^>]*\baction="([^"]*)"/g)];
  const refresh = /http-equiv="refresh"/.test(page);
  if (links.length + forms.length === 0 && !refresh) return [`${at}: nothing to press`];
  const wrong: string[] = [];
  let leadOn = forms.length + (refresh ? 1 : 0);
  for (const link of new Set(links)) {
    const isElsewhere = !link.startsWith('/') || link.startsWith('/op/');
    const status = isElsewhere ? 200 : await ask(link);
    if (status < 400) leadOn += 1;
    // A page that says no, and leads on itself, is no end; one that is not there is.
    else if (status !== 403 && !MAY_BE_OVER.test(link)) wrong.push(`${at}: ${link} answers ${status}`);
  }
  return leadOn > 0 ? wrong : [...wrong, `${at}: nothing leads on`];
}

/** What a page of a fake world names and does not have. */
const MAY_BE_OVER = /^\/(cases|office|request)\/./;
