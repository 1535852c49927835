/** What prefixes stand for at one place of a document: changed on the way into an element, restored on the way out. */
export type NamespaceScope = Map<string, string>;

/** Sets bindings and gives the way back. */
export function enterScope(
  scope: NamespaceScope,
  changes: readonly (readonly [string, string])[],
): () => void {
  if (changes.length === 0) return nothingToRestore;
  const before = changes.map(([prefix]) => [prefix, scope.get(prefix)] as const);
  for (const [prefix, namespace] of changes) scope.set(prefix, namespace);
  return () => {
    for (const [prefix, namespace] of before) {
      if (namespace === undefined) scope.delete(prefix);
      else scope.set(prefix, namespace);
    }
  };
}

function nothingToRestore(): void {}
