import { dirname, resolve } from 'node:path';
import type { EidasCountry, EidasCountryStore } from '../../domain/eidas-country/index.ts';
import { metadataRefusals, readServiceMetadata } from '../../protocols/eidas/index.ts';
import { type CountryFile, countrySchema } from './country-schema.ts';
import { type FileProblem, problemsOf } from './problem.ts';
import type { Parsed } from './read-descriptions.ts';
import { readTextFile } from './read-text-file.ts';

const LARGEST_METADATA = 1_048_576;

/** What reading a country needs: where its metadata file is sought, what is kept already, and the moment. */
export type CountryFrame = {
  readonly file: string;
  readonly kept: Pick<EidasCountryStore, 'find' | 'list'>;
  readonly at: Date;
  /** Which entity each country of the same file was found to have: none may be that of two. */
  readonly entities?: Map<string, string>;
};

/**
 * Reads one country of a `country apply` file (docs/reference/schemas/country.schema.json). Metadata, given as a file or as text, must be
 * signed under one of the trust anchors, valid now and of this country; anchors that change must still fit metadata that stays.
 */
export async function parseCountry(value: unknown, frame: CountryFrame): Promise<Parsed<EidasCountry>> {
  const read = countrySchema.safeParse(value);
  if (!read.success) return { kind: 'refused', problems: problemsOf(read.error) };
  const kept = await frame.kept.find(read.data.code);
  const metadata = await metadataOf(read.data, kept, frame.file);
  if (metadata.kind === 'refused')
    return { kind: 'refused', problems: [problemWithMetadata(metadata.reason)] };
  const described = countryFrom(read.data, kept, metadata.text);
  const verified = verify(described, frame.at);
  if (verified.kind === 'refused') return verified;
  const country = { ...described, entityId: verified.entityId };
  const owner = country.entityId === null ? null : await ownerOf(country.entityId, country.code, frame);
  if (owner === null) return { kind: 'parsed', item: country };
  return { kind: 'refused', problems: [problemWithMetadata(`its entityID is that of ${owner}`)] };
}

/** The other country that has this entity, in what is kept or earlier in the file. */
async function ownerOf(
  entityId: string,
  code: string,
  { kept, entities }: CountryFrame,
): Promise<string | null> {
  const inFile = entities?.get(entityId) ?? code;
  entities?.set(entityId, code);
  if (inFile !== code) return inFile;
  const owner = (await kept.list()).find((each) => each.entityId === entityId && each.code !== code);
  return owner?.code ?? null;
}

type Metadata =
  | { readonly kind: 'given'; readonly text: string | null }
  | { readonly kind: 'refused'; readonly reason: string };

async function metadataOf(file: CountryFile, kept: EidasCountry | null, path: string): Promise<Metadata> {
  if (file.metadata === undefined) return { kind: 'given', text: kept?.metadata ?? null };
  if (file.metadata === null) return { kind: 'given', text: null };
  if (file.metadata.trimStart().startsWith('<')) return { kind: 'given', text: file.metadata };
  const read = await readTextFile(resolve(dirname(path), file.metadata), LARGEST_METADATA);
  return read.kind === 'read'
    ? { kind: 'given', text: read.text }
    : { kind: 'refused', reason: `the file ${read.reason}` };
}

function countryFrom(file: CountryFile, kept: EidasCountry | null, metadata: string | null): EidasCountry {
  return {
    code: file.code,
    name: file.name ?? {},
    status: file.reason
      ? { kind: 'closed', closure: { reason: file.reason, text: file.alternative ?? null } }
      : { kind: 'open' },
    means: file.means.map((means) => ({ ...means, notifiedOn: means.notifiedOn ?? null })),
    persistence: file.persistence,
    metadata,
    // New metadata bring their own; those that stay must still be those of the entity that was kept.
    entityId: file.entityId ?? (typeof file.metadata === 'string' ? null : (kept?.entityId ?? null)),
    binding: file.binding === undefined ? (kept?.binding ?? null) : file.binding,
    trust: file.trust ?? kept?.trust ?? [],
    signers: file.signers ?? kept?.signers ?? [],
    refreshFrom: file.refreshFrom === undefined ? (kept?.refreshFrom ?? null) : file.refreshFrom,
    validFrom: file.validFrom ?? null,
    validUntil: file.validUntil ?? null,
    source: file.source ?? null,
  };
}

type Verified =
  | { readonly kind: 'verified'; readonly entityId: string | null }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

function verify({ code, metadata, trust, signers, binding, entityId }: EidasCountry, at: Date): Verified {
  const refuse = (problem: FileProblem): Verified => ({ kind: 'refused', problems: [problem] });
  if (metadata === null) return { kind: 'verified', entityId };
  if (trust.length === 0)
    return refuse({ path: ['trust'], message: 'metadata needs at least one trust anchor' });
  const hint = entityId === null ? {} : { entityIdHint: entityId };
  const read = readServiceMetadata(metadata, { country: code, trust, signers, at, ...hint });
  if (read.kind === 'accepted') {
    const isOffered = binding === null || read.metadata.endpoints[binding] !== null;
    return isOffered
      ? { kind: 'verified', entityId: read.metadata.entityId }
      : refuse({ path: ['binding'], message: `its metadata do not offer "${binding}"` });
  }
  const meaning = metadataRefusals.find((each) => each.code === read.code)?.meaning ?? '';
  return refuse(problemWithMetadata(`${read.code}: ${meaning}`));
}

/** How many keys of a country's metadata are too weak to be used: the operator should tell the country. */
export function weakKeysOf({ code, metadata, trust, signers, entityId }: EidasCountry, at: Date): number {
  if (metadata === null) return 0;
  const hint = entityId === null ? {} : { entityIdHint: entityId };
  const read = readServiceMetadata(metadata, { country: code, trust, signers, at, ...hint });
  return read.kind === 'accepted' ? read.metadata.weakKeys : 0;
}

function problemWithMetadata(message: string): FileProblem {
  return { path: ['metadata'], message };
}
