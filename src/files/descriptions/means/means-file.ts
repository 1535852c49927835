import { dirname, resolve } from 'node:path';
import { Redacted } from '../../../base/redacted.ts';
import {
  conflictOf,
  type MeansProvider,
  type OpenIdProvider,
  type ProviderConflict,
  type ProviderProves,
} from '../../../domain/login-means/index.ts';
import {
  type OrganisationStore,
  parseOrganisationCode,
  parseTargetGroup,
} from '../../../domain/organisation/index.ts';
import { type FileProblem, problemsOf } from '../../json/problem.ts';
import { readTextFile } from '../../text/read-text-file.ts';
import type { Parsed } from '../read-descriptions.ts';
import { lacksKey, readClientKeys } from './client-keys.ts';
import { problemsBetweenFields } from './means-rules.ts';
import { type MeansFile, meansSchema, type OpenIdFile } from './means-schema.ts';

const LARGEST_KEYS = 100_000;

/** What reading a provider needs: where its files are sought, the providers that there are, and the organisations that were imported. */
export type MeansFrame = {
  readonly file: string;
  readonly kept: readonly MeansProvider[];
  readonly findOrganisation: OrganisationStore['findByCode'];
};

type Refused = { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/** Reads one provider of a `means apply` file (docs/reference/schemas/means.schema.json). It must be able to stand beside the others. */
export async function parseMeansProvider(value: unknown, frame: MeansFrame): Promise<Parsed<MeansProvider>> {
  const read = meansSchema.safeParse(value);
  if (!read.success) return { kind: 'refused', problems: problemsOf(read.error) };
  const problems = problemsBetweenFields(read.data);
  if (problems.length > 0) return { kind: 'refused', problems };
  const made = await providerFrom(read.data, frame);
  if (made.kind === 'refused') return made;
  const conflict = conflictOf(made.item, frame.kept);
  return conflict === null ? made : { kind: 'refused', problems: [problemWith(conflict)] };
}

async function providerFrom(file: MeansFile, frame: MeansFrame): Promise<Parsed<MeansProvider>> {
  const base = baseFrom(file);
  switch (file.kind) {
    case 'openid':
      return openIdFrom(file, base, frame);
    case 'certificate': {
      const { authorities, intermediates, revocation } = file;
      const mappings = file.mappings.map(({ proves, field, ...mapping }) => ({
        ...mapping,
        reads: { kind: proves === 'account' ? proves : ('number' as const), field },
      }));
      return parsed({ ...base, kind: file.kind, authorities, intermediates, mappings, revocation });
    }
    case 'passkey': {
      const perRight = file.perRight.map((each) => ({ ...each, policy: policyFrom(each.policy) }));
      const { attestationRoots } = file;
      return parsed({
        ...base,
        kind: file.kind,
        policy: policyFrom(file.policy),
        perRight,
        attestationRoots,
      });
    }
    default:
      return parsed({ ...base, kind: file.kind });
  }
}

function parsed(item: MeansProvider): Parsed<MeansProvider> {
  return { kind: 'parsed', item };
}

function baseFrom(file: MeansFile) {
  const closure = {
    reason: file.reason ?? null,
    from: file.closedFrom ?? null,
    until: file.closedUntil ?? null,
  };
  return {
    code: file.code,
    name: file.name ?? null,
    hint: file.hint ?? null,
    status: file.status === 'open' ? { kind: 'open' as const } : { kind: 'closed' as const, ...closure },
    validFrom: file.validFrom ?? null,
    validUntil: file.validUntil ?? null,
  };
}

function policyFrom(policy: 'any' | 'device-bound' | readonly string[]) {
  return typeof policy === 'string' ? { kind: policy } : { kind: 'listed' as const, authenticators: policy };
}

async function openIdFrom(
  file: OpenIdFile,
  base: ReturnType<typeof baseFrom>,
  frame: MeansFrame,
): Promise<Parsed<MeansProvider>> {
  const [keys, proves] = await Promise.all([keysOf(file, frame), provesOf(file, frame)]);
  const problems = [keys, proves].flatMap((each) => (each.kind === 'refused' ? each.problems : []));
  if (keys.kind === 'refused' || proves.kind === 'refused') return { kind: 'refused', problems };
  const { issuer, clientId, assertionAudience, scopes, levels, signing } = file;
  return parsed({
    ...base,
    ...{ kind: file.kind, issuer, clientId, assertionAudience, scopes, levels, signing },
    keys: keys.keys,
    proves: proves.proves,
    claims: { givenNames: file.givenNamesClaim, familyName: file.familyNameClaim },
    encryption: file.encryption ?? null,
  });
}

type Keys = { readonly kind: 'given'; readonly keys: Redacted<string> } | Refused;

/** The keys of the file, or else those that are kept: they must fit what is agreed now. */
async function keysOf(file: OpenIdFile, frame: MeansFrame): Promise<Keys> {
  const kept = frame.kept.find(({ code }) => code === file.code);
  const text = await keyText(file, frame.file, kept?.kind === 'openid' ? kept : null);
  if (text.kind === 'refused') return refusedKeys(text.reason);
  const read = readClientKeys(text.text);
  if (read.kind === 'refused') return refusedKeys(read.reason);
  const lack = lacksKey(read.keys, file.encryption ?? null);
  return lack === null ? { kind: 'given', keys: new Redacted(text.text) } : refusedKeys(lack);
}

function refusedKeys(message: string): Refused {
  return { kind: 'refused', problems: [{ path: ['keys'], message }] };
}

type KeyText =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

async function keyText(file: OpenIdFile, path: string, kept: OpenIdProvider | null): Promise<KeyText> {
  if (file.keys === undefined)
    return kept === null
      ? { kind: 'refused', reason: 'is missing: a new provider needs our keys at it' }
      : { kind: 'read', text: kept.keys.reveal() };
  if (file.keys.trimStart().startsWith('{')) return { kind: 'read', text: file.keys };
  const read = await readTextFile(resolve(dirname(path), file.keys), LARGEST_KEYS);
  return read.kind === 'read' ? read : { kind: 'refused', reason: `the file ${read.reason}` };
}

type Proves = { readonly kind: 'found'; readonly proves: ProviderProves } | Refused;

async function provesOf({ numberClaim, boundTo }: OpenIdFile, frame: MeansFrame): Promise<Proves> {
  if (!boundTo) return { kind: 'found', proves: { kind: 'number', claim: numberClaim ?? '' } };
  const { domains, assurance } = boundTo;
  const group = parseTargetGroup(boundTo.organisation.targetGroup);
  const code = group && parseOrganisationCode(group, boundTo.organisation.code);
  const known = group && code && (await frame.findOrganisation(group, code));
  if (known)
    return { kind: 'found', proves: { kind: 'account', organisation: known.id, domains, assurance } };
  const message = 'must be the code of an organisation that was imported: see bin/sluis organisation import';
  return { kind: 'refused', problems: [{ path: ['boundTo', 'organisation', 'code'], message }] };
}

function problemWith({ kind, other }: ProviderConflict): FileProblem {
  switch (kind) {
    case 'same-issuer':
      return { path: ['issuer'], message: `is that of ${other.code}: accounts are known by it` };
    case 'same-domain':
      return { path: ['boundTo', 'domains'], message: `one of them leads to ${other.code}` };
    case 'second-of-kind':
      return {
        path: ['kind'],
        message: `${other.code} is of this kind already: close that one, or end it before this one begins`,
      };
  }
}
