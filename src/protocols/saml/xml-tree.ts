/** A parsed element, as plain immutable data: nothing in it points into the parser's memory. */
export type XmlElement = {
  readonly namespace: string;
  /** As written; empty when there is none. It means nothing: names are compared by namespace. */
  readonly prefix: string;
  readonly name: string;
  /** The namespaces that the element itself declares: prefix (empty for the default) and namespace. */
  readonly declarations: readonly (readonly [string, string])[];
  readonly attributes: readonly XmlAttribute[];
  /** Text and child elements, in document order. */
  readonly content: readonly (string | XmlElement)[];
  readonly children: readonly XmlElement[];
  /** The element's own text, without that of its children. */
  readonly text: string;
  /** What `xsi:type` names, as `namespace#name` in the scope of the element; `null` when there is none. */
  readonly type: string | null;
};

export type XmlAttribute = {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  readonly value: string;
};

/** Whether the element has this expanded name. */
export function isNamed(element: XmlElement, namespace: string, name: string): boolean {
  return element.namespace === namespace && element.name === name;
}

/** The children with this expanded name, in document order. */
export function childrenNamed(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return element.children.filter((each) => isNamed(each, namespace, name));
}

/** The child with this expanded name when there is exactly one; otherwise `null`. */
export function onlyChild(element: XmlElement | null, namespace: string, name: string): XmlElement | null {
  if (!element) return null;
  const found = childrenNamed(element, namespace, name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The value of an attribute without namespace (or with one); `null` when it is absent. */
export function attributeOf(element: XmlElement | null, name: string, namespace = ''): string | null {
  return (
    element?.attributes.find((each) => each.name === name && each.namespace === namespace)?.value ?? null
  );
}

/** The text of an element that holds text only, exactly as written; `null` when it has child elements. */
export function textOf(element: XmlElement | null): string | null {
  return element && element.children.length === 0 ? element.text : null;
}

/** The value of an attribute whose type is `xs:anyURI`: white space around it is not part of it (XML Schema 2, 3.2.17). */
export function uriOf(element: XmlElement | null, name: string): string | null {
  return attributeOf(element, name)?.trim() ?? null;
}

/** The text of an element whose type is `xs:anyURI`, likewise; `null` when it has child elements. */
export function uriTextOf(element: XmlElement | null): string | null {
  return textOf(element)?.trim() ?? null;
}

/** Every element of the tree, in document order: the root first. */
export function everyElement(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const collect = (element: XmlElement) => {
    found.push(element);
    element.children.forEach(collect);
  };
  collect(root);
  return found;
}
