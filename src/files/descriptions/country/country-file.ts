import { dirname, resolve } from 'node:path';
import type { EidasCountry, EidasCountryStore, VerifyMetadata } from '../../../domain/eidas-country/index.ts';
import { type FileProblem, problemsOf } from '../../json/problem.ts';
import { readTextFile } from '../../text/read-text-file.ts';
import type { Parsed } from '../read-descriptions.ts';
import { type CountryFile, countrySchema } from './country-schema.ts';

const LARGEST_METADATA = 1_048_576;

/** What reading a country needs: where its metadata file is sought, what is kept already, who verifies metadata, and the moment. */
export type CountryFrame = {
  readonly file: string;
  readonly kept: Pick<EidasCountryStore, 'find' | 'list'>;
  readonly verify: VerifyMetadata;
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
  const verified = judge(described, frame);
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

function judge(country: EidasCountry, { verify, at }: CountryFrame): Verified {
  const refuse = (problem: FileProblem): Verified => ({ kind: 'refused', problems: [problem] });
  const { metadata, trust, binding, entityId } = country;
  if (metadata === null) return { kind: 'verified', entityId };
  if (trust.length === 0)
    return refuse({ path: ['trust'], message: 'metadata needs at least one trust anchor' });
  const read = verify(country, at);
  if (read.kind === 'refused') return refuse(problemWithMetadata(`${read.code}: ${read.meaning}`));
  return binding === null || read.offers.includes(binding)
    ? { kind: 'verified', entityId: read.entityId }
    : refuse({ path: ['binding'], message: `its metadata do not offer "${binding}"` });
}

function problemWithMetadata(message: string): FileProblem {
  return { path: ['metadata'], message };
}
