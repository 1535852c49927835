import { createHash } from 'node:crypto';
import { readServiceMetadata } from '#src/protocols/eidas/metadata/read-service-metadata.ts';
import { readResponse } from '#src/protocols/eidas/response/read-response.ts';
import { canonicalize } from '#src/protocols/saml/canonicalize.ts';
import { makeSelfSignedCertificate } from '#src/protocols/saml/certificate.ts';
import { namespaces } from '#src/protocols/saml/namespaces.ts';
import { metadataLimits, readTree } from '#src/protocols/saml/read-xml.ts';
import type { Work } from '#src/protocols/saml/work.ts';
import { onlyChild } from '#src/protocols/saml/xml-tree.ts';
import { craftXml, encodeMessage } from './eidas-craft.ts';
import { at, type Country, makeCountry, makePorts } from './eidas-peer.ts';

// A grammar of XML that an attacker may send, of the allowed size: every count that a reader could multiply with another is a gene.

/** The most that each gene may be; beyond what the reader allows, so that the search sees both sides of each bound. */
export const genes = {
  elements: 5200,
  depth: 44,
  attributes: 44,
  isPrefixed: 1,
  known: 3,
  attributeLength: 400,
  declarations: 23,
  rootDeclarations: 23,
  namespaceLength: 300,
  nameLength: 140,
  isTyped: 1,
  hasIds: 1,
  text: 2000,
  references: 4000,
  comments: 2000,
  prefixes: 20,
  infoPrefixes: 20,
  place: 4,
  wrongAttributes: 1,
  isDigestRight: 1,
  isCutOff: 1,
  padding: 1_000_000,
  paddingKind: 4,
  offered: 12,
  keys: 24,
  entities: 12,
} as const;
/** Where the search begins: many small things, as many as the reader allows. */
export const seeds: readonly Partial<Record<Gene, number>>[] = [
  { elements: 160, depth: 1, isTyped: 1 },
  { elements: 150, depth: 30, rootDeclarations: 20, prefixes: 16, infoPrefixes: 16, isPrefixed: 1 },
  { elements: 4800, depth: 1, rootDeclarations: 20, prefixes: 16, isPrefixed: 1, isDigestRight: 1 },
  { elements: 2400, depth: 38, attributes: 3, attributeLength: 60, isDigestRight: 1 },
  { elements: 240, depth: 12, declarations: 18, namespaceLength: 250, isDigestRight: 1 },
  {
    elements: 12,
    attributes: 38,
    isPrefixed: 1,
    rootDeclarations: 20,
    namespaceLength: 250,
    isDigestRight: 1,
  },
  { padding: 1_000_000, paddingKind: 1 },
  { elements: 120, depth: 1, known: 2, attributes: 2, attributeLength: 300 },
  { offered: 12, keys: 20, isDigestRight: 1 },
];

export type Gene = keyof typeof genes;
export type Genome = Readonly<Record<Gene, number>>;
export const shapes = ['response', 'assertion', 'metadata', 'list'] as const;
export type Shape = (typeof shapes)[number];

/** One input: its bytes, and what reads it. */
export type DearInput = { readonly bytes: number; read(): Promise<string> };

/** The largest input of a shape, in bytes of XML. */
export const largest: Readonly<Record<Shape, number>> = {
  response: 98_304,
  assertion: 64_000,
  metadata: 1_048_576,
  list: 1_048_576,
};

export type DearWorld = {
  /** An input of this shape with these genes. */
  build(shape: Shape, genome: Genome): DearInput;
  /** The honest input that the shape is held against. */
  honest(shape: Shape): DearInput;
};

/** Microseconds that one unit of work costs, as measured on a machine of 2.5 GHz; only their proportions matter. */
const prices: Readonly<Record<keyof Work, number>> = {
  copied: 1,
  characters: 0.005,
  lookups: 0.4,
  canonical: 0.006,
  certificates: 60,
  keyOperations: 150,
};

/** Work as one number. */
export function priceOf(work: Readonly<Work>): number {
  return (Object.keys(prices) as (keyof Work)[]).reduce((sum, kind) => sum + work[kind] * prices[kind], 0);
}

/** What refusing an input may cost: twice what an honest one does, and its cost per byte for every byte. */
export function boundOf(honest: { readonly cost: number; readonly bytes: number }, bytes: number): number {
  return 2 * (honest.cost + (honest.cost / honest.bytes) * bytes);
}

/** Makes the keys and certificates that the inputs are put together with. */
export async function openDearWorld(): Promise<DearWorld> {
  const country = await makeCountry('EE');
  const ring = await makeRing();
  const anchor = country.signing.certificate;
  const metadataXml = honestMetadata(country, 1);
  const asResponse = (xml: string): DearInput => {
    const message = encodeMessage(xml);
    return {
      bytes: Buffer.byteLength(xml),
      read: async () => outcomeOf(await readResponse({ message, relayState: null }, makePorts(country))),
    };
  };
  const asMetadata = (xml: string): DearInput => ({
    bytes: Buffer.byteLength(xml),
    read: async () =>
      outcomeOf(readServiceMetadata(xml, { country: country.service.country, trust: [anchor], at })),
  });
  return {
    honest: (shape) =>
      shape === 'response' || shape === 'assertion' ? asResponse(craftXml(country)) : asMetadata(metadataXml),
    build(shape, genome) {
      const limit = largest[shape];
      if (shape === 'response') return asResponse(responseOf(craftXml(country), genome, limit));
      if (shape === 'assertion') {
        const dear = (xml: string) => responseOf(xml, { ...genome, isDigestRight: 0 }, limit);
        return asResponse(craftXml(country, { assertion: dear }));
      }
      const xml = shape === 'list' ? honestMetadata(country, 1 + genome.entities) : metadataXml;
      return asMetadata(metadataOf(xml, genome, ring, limit));
    },
  };
}

function outcomeOf(outcome: { readonly kind: string; readonly code?: string }): string {
  return outcome.kind === 'refused' ? (outcome.code ?? '') : outcome.kind;
}

/** Certificates of one name and key, which have therefore all issued each other. */
async function makeRing(): Promise<readonly string[]> {
  const first = await makeSelfSignedCertificate({
    subject: 'CN=ring,C=EE',
    keyType: { kind: 'ec', curve: 'P-521' },
    years: 5,
    at,
    ca: true,
  });
  const others = await Promise.all(
    Array.from({ length: 11 }, () =>
      makeSelfSignedCertificate({
        subject: 'CN=ring,C=EE',
        keyType: { kind: 'ec', curve: 'P-521' },
        years: 5,
        at,
        ca: true,
        issuer: first,
      }),
    ),
  );
  return [first, ...others].map((each) => each.certificatePem.replace(/-----[^-]+-----|\s/g, ''));
}

/** Metadata that only their signature keeps from being accepted: enough of them to be honest in every other way. */
function honestMetadata(country: Country, entities: number): string {
  const certificate = country.signing.certificate.replace(/-----[^-]+-----|\s/g, '');
  const one = (index: number) =>
    `<md:EntityDescriptor entityID="https://eidas${index}.ee.example/metadata" validUntil="2026-12-23T12:00:00Z"><md:Extensions/><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:Extensions><eidas:NodeCountry>EE</eidas:NodeCountry></md:Extensions><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://eidas.ee.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
  const declared =
    'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:eidas="http://eidas.europa.eu/saml-extensions"';
  const signature = signatureFor('_root', certificate);
  if (entities === 1)
    return one(0)
      .replace('<md:EntityDescriptor ', `<md:EntityDescriptor ${declared} ID="_root" `)
      .replace('<md:Extensions/>', `${signature}<md:Extensions><x xmlns="urn:x"/></md:Extensions>`);
  const all = Array.from({ length: entities }, (_, index) => one(index).replace('<md:Extensions/>', ''));
  return `<md:EntitiesDescriptor ${declared} ID="_root">${signature}<md:Extensions><x xmlns="urn:x"/></md:Extensions>${all.join('')}</md:EntitiesDescriptor>`;
}

function signatureFor(id: string, certificate: string): string {
  const c14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  return `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${c14n}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/><ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${c14n}"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${createHash('sha256').update('').digest('base64')}</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`;
}

function responseOf(xml: string, genome: Genome, limit: number): string {
  const anchors = [
    '<samlp:Status>',
    '</samlp:Status>',
    '</saml:Issuer>',
    '<saml:EncryptedAssertion>',
    '</ds:KeyInfo></ds:Signature>',
  ];
  const anchor = anchors[genome.place] ?? '';
  const inner = dearElements(genome, limit - xml.length - 2000);
  const wrapped = genome.place === 0 ? `<samlp:Extensions>${inner}</samlp:Extensions>` : inner;
  const where = xml.includes(anchor) ? anchor : '</saml:Issuer>';
  const after = where.startsWith('</saml:Issuer');
  const put = xml.replace(where, () => (after ? where + wrapped : wrapped + where));
  return finish(put, genome, limit);
}

function metadataOf(xml: string, genome: Genome, ring: readonly string[], limit: number): string {
  const inner = dearElements(genome, limit - xml.length - 2000 - genome.offered * 1600);
  const certificates = ring
    .slice(0, genome.offered)
    .map((each) => `<ds:X509Certificate>${each}</ds:X509Certificate>`)
    .join('');
  const key = /<md:KeyDescriptor.*?<\/md:KeyDescriptor>/s.exec(xml)?.[0] ?? '';
  const put = xml
    .replace('<x xmlns="urn:x"/>', () => inner || '<x xmlns="urn:x"/>')
    .replace('</ds:X509Data></ds:KeyInfo></ds:Signature>', (end) => certificates + end)
    .replace(key, () => key.repeat(1 + genome.keys));
  return finish(put, genome, limit);
}

/** What every shape may have besides: lists of prefixes, declarations at the root, a cut end, and bytes up to the limit. */
function finish(xml: string, genome: Genome, limit: number): string {
  const list = (count: number) =>
    count === 0
      ? ''
      : `<c:InclusiveNamespaces xmlns:c="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${Array.from({ length: count }, (_, n) => `r${n}`).join(' ')}"/>`;
  const declared = declare('r', genome.rootDeclarations, genome.namespaceLength);
  const root = /^<[\w:]+/.exec(xml)?.[0] ?? '';
  const open = `${root} ${declared}`;
  const put = xml
    .replace(root, () => open)
    .replace('</ds:CanonicalizationMethod>', () => `${list(genome.infoPrefixes)}</ds:CanonicalizationMethod>`)
    .replace(
      '</ds:Transform></ds:Transforms>',
      () => `${list(genome.prefixes)}</ds:Transform></ds:Transforms>`,
    );
  const room = Math.max(0, limit - put.length - 10);
  const unit = ['a', 'é', '\n', ' ', '\u{1F600}'][genome.paddingKind] ?? 'a';
  const padding = unit.repeat(Math.floor(Math.min(room, genome.padding) / Buffer.byteLength(unit)));
  const end = put.lastIndexOf('</');
  const filled =
    genome.paddingKind === 2 || genome.paddingKind === 3 ? put.slice(0, end) + padding + put.slice(end) : put;
  const whole =
    filled === put && padding !== '' ? put.replace('<ds:X509Certificate>', (tag) => tag + padding) : filled;
  if (genome.isCutOff) return whole.slice(0, end);
  return genome.isDigestRight ? withRightDigest(whole) : whole;
}

/** Anybody can digest what they wrote: then only the keys refuse it. */
function withRightDigest(xml: string): string {
  const tree = readTree(xml, metadataLimits);
  const signature = typeof tree === 'string' ? undefined : onlyChild(tree, namespaces.signature, 'Signature');
  if (typeof tree === 'string' || !signature) return xml;
  const prefixes = /<\/ds:Transform><\/ds:Transforms>/.test(xml)
    ? (/PrefixList="([^"]*)"\/><\/ds:Transform><\/ds:Transforms>/.exec(xml)?.[1] ?? '').split(' ')
    : [];
  try {
    const covered = canonicalize(tree, { without: signature, prefixes: prefixes.filter(Boolean) });
    const digest = createHash('sha256').update(covered).digest('base64');
    return xml.replace(/<ds:DigestValue>[^<]*/, () => `<ds:DigestValue>${digest}`);
  } catch {
    return xml;
  }
}

function declare(prefix: string, count: number, length: number): string {
  return Array.from(
    { length: count },
    (_, n) => `xmlns:${prefix}${n}="urn:${n}:${'n'.repeat(Math.max(0, length - 8))}"`,
  ).join(' ');
}

/** Elements that the schemas know, so that what is wrong in them is found and told. */
const knownElements: readonly (readonly [namespace: string, name: string])[] = [
  [namespaces.assertion, 'Issuer'],
  [namespaces.assertion, 'Conditions'],
  [namespaces.encryption, 'EncryptedData'],
];

/** Chains of elements, `depth` deep, as many as fit. */
function dearElements(genome: Genome, room: number): string {
  const name = `e${'n'.repeat(Math.max(0, genome.nameLength - 1))}`;
  const prefix = genome.isPrefixed && genome.rootDeclarations > 0 ? 'r0:' : '';
  const known = knownElements[genome.known - 1];
  const chains: string[] = [];
  let size = 0;
  for (let made = 0; made < genome.elements && size < room; ) {
    const opened: string[] = [];
    const depth = Math.max(1, Math.min(genome.depth, genome.elements - made));
    let chain = '';
    for (let level = 0; level < depth; level += 1) {
      const tag = known === undefined ? `${prefix}${name}` : `k:${known[1]}`;
      chain += `<${tag}${attributesOf(genome, made + level)}>`;
      opened.push(`</${tag}>`);
    }
    chain += contentOf(genome) + opened.reverse().join('');
    if (size + chain.length > room) break;
    chains.push(chain);
    size += chain.length;
    made += depth;
  }
  return chains.join('');
}

function attributesOf(genome: Genome, index: number): string {
  const value = 'v'.repeat(genome.attributeLength);
  const { rootDeclarations } = genome;
  const attributes = Array.from({ length: genome.attributes }, (_, n) => {
    const prefix = genome.isPrefixed && rootDeclarations > 0 ? `r${n % rootDeclarations}:` : '';
    return ` ${prefix}a${n}="${value}"`;
  }).join('');
  const known = knownElements[genome.known - 1];
  const fallback = known ? ` xmlns:k="${known[0]}"` : genome.isPrefixed ? '' : ' xmlns="urn:e"';
  const declarations =
    genome.declarations > 0 ? ` ${declare('d', genome.declarations, genome.namespaceLength)}` : '';
  const typed = genome.isTyped
    ? ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xsi:nothing"'
    : '';
  const id = genome.hasIds ? ` ID="_i${index}"` : '';
  const wrong = genome.wrongAttributes ? ' InResponseTo="not a name"' : '';
  return `${fallback}${declarations}${typed}${id}${wrong}${attributes}`;
}

function contentOf(genome: Genome): string {
  const comments = genome.comments > 0 && genome.comments < 40 ? '<!-- c -->'.repeat(genome.comments) : '';
  return 't'.repeat(genome.text) + '&#233;'.repeat(Math.min(genome.references, 300)) + comments;
}
