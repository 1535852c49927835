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
  readonly kept: Pick<EidasCountryStore, 'find'>;
  readonly at: Date;
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
  const country = countryFrom(read.data, kept, metadata.text);
  const problems = verify(country, frame.at);
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'parsed', item: country };
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
    binding: file.binding === undefined ? (kept?.binding ?? null) : file.binding,
    trust: file.trust ?? kept?.trust ?? [],
    refreshFrom: file.refreshFrom === undefined ? (kept?.refreshFrom ?? null) : file.refreshFrom,
    validFrom: file.validFrom ?? null,
    validUntil: file.validUntil ?? null,
    source: file.source ?? null,
  };
}

function verify({ code, metadata, trust, binding }: EidasCountry, at: Date): readonly FileProblem[] {
  if (metadata === null) return [];
  if (trust.length === 0) return [{ path: ['trust'], message: 'metadata needs at least one trust anchor' }];
  const read = readServiceMetadata(metadata, { country: code, trust, at });
  if (read.kind === 'accepted') {
    const isOffered = binding === null || read.metadata.endpoints[binding] !== null;
    return isOffered ? [] : [{ path: ['binding'], message: `its metadata do not offer "${binding}"` }];
  }
  const meaning = metadataRefusals.find((each) => each.code === read.code)?.meaning ?? '';
  return [problemWithMetadata(`${read.code}: ${meaning}`)];
}

function problemWithMetadata(message: string): FileProblem {
  return { path: ['metadata'], message };
}
