import { isUuid } from '../../base/uuid.ts';

/** A live link as a page shows it. */
export type ShownLink = { readonly link: string; readonly country: string; readonly since: Date };

/** Links as they go along with a form, to be shown again beside an error. They decide nothing. */
export function writeShownLinks(links: readonly ShownLink[]): string {
  return links.map(({ link, country, since }) => `${link} ${country} ${since.toISOString()}`).join('\n');
}

/** Reads them back; what does not look like a link is left out. */
export function readShownLinks(text: string): readonly ShownLink[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = /^([0-9a-f-]{36}) ([A-Z]{2}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/.exec(line);
    if (!found) return [];
    const [, link = '', country = '', since = ''] = found;
    const at = new Date(since);
    return isUuid(link) && !Number.isNaN(at.getTime()) ? [{ link, country, since: at }] : [];
  });
}
