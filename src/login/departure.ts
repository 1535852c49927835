/** How somebody leaves for elsewhere: a link to follow, or a form to post. */
export type Departure =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'post'; readonly url: string; readonly fields: Readonly<Record<string, string>> };
