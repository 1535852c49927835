/** The lists of an office, in the order of their tabs. */
export const officeListNames = ['open', 'waiting', 'done'] as const;

/** Which list is shown; the search stands in the address sealed alone. */
export type OfficeQuery = {
  readonly list: (typeof officeListNames)[number];
  readonly page: number;
  readonly search: { readonly words: string; readonly sealed: string } | null;
};

/** The address of a list. */
export function officePath({ list, page, search }: OfficeQuery): string {
  const query = new URLSearchParams({
    ...(list === 'open' ? {} : { list }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(search === null ? {} : { search: search.sealed }),
  }).toString();
  return query === '' ? '/office' : `/office?${query}`;
}
