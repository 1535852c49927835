const NAMESPACES = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Ways to make XML dear to refuse by counts that multiply: each changes an honest response. */
export const dearChanges: Readonly<Record<string, (xml: string) => string>> = {
  'prefixes × declarations × elements': (xml) =>
    change(extended(xml, nested('x:e', 6, 35)), [
      [/ ID="/, ` xmlns:x="urn:x" ${declared(420, 4)} ID="`],
      [
        /(<ds:Transform Algorithm="http:\/\/www\.w3\.org\/2001\/10\/xml-exc-c14n#")>/,
        `$1><c:InclusiveNamespaces xmlns:c="${NAMESPACES}" PrefixList="${Array(50_000).fill('z').join(' ')}"/>`,
      ],
    ]),
  'the same within every bound': (xml) =>
    change(extended(xml, nested('n0:e', 4, 30)), [
      [/ ID="/, ` ${declared(15, 200)} ID="`],
      [
        /(<ds:Transform Algorithm="http:\/\/www\.w3\.org\/2001\/10\/xml-exc-c14n#")>/,
        `$1><c:InclusiveNamespaces xmlns:c="${NAMESPACES}" PrefixList="${Array.from({ length: 15 }, (_, n) => `n${n}`).join(' ')}"/>`,
      ],
    ]),
  'a long namespace in many elements': (xml) =>
    change(extended(xml, '<n0:e/>'.repeat(180)), [[/ ID="/, ` ${declared(1, 80_000)} ID="`]]),
  'hundreds of faults for the schemas to find': (xml) =>
    extended(xml, '<saml:Conditions NotBefore="x" NotOnOrAfter="y"/>'.repeat(110)),
};

function change(xml: string, changes: readonly (readonly [RegExp, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`a hostile message is not hostile: ${from}`);
    return text.replace(from, to);
  }, xml);
}

function extended(xml: string, inner: string): string {
  return change(xml, [[/<samlp:Status>/, `<samlp:Extensions>${inner}</samlp:Extensions><samlp:Status>`]]);
}

function nested(name: string, chains: number, depth: number): string {
  return (`<${name}>`.repeat(depth) + `</${name}>`.repeat(depth)).repeat(chains);
}

function declared(count: number, length: number): string {
  return Array.from({ length: count }, (_, n) => `xmlns:n${n}="urn:${n}:${'n'.repeat(length)}"`).join(' ');
}
