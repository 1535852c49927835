const LONGEST = 300;

/** Reads addresses of one area of our own pages, `/area…`, with a query of plain characters; `null` for whatever leads elsewhere. */
export function ownPathParser<Path extends string>(area: string): (text: string) => Path | null {
  const shape = new RegExp(`^/${area}(?:/[A-Za-z0-9_-]+)*(?:\\?[A-Za-z0-9_.~%&=-]*)?$`);
  return (text) => (text.length <= LONGEST && shape.test(text) ? (text as Path) : null);
}
