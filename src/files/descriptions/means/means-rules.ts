import { isAtLeast } from '../../../domain/assurance/index.ts';
import { loginMeans, parseTileCode } from '../../../domain/login-means/index.ts';
import type { FileProblem } from '../../json/problem.ts';
import type { CertificateFile, MeansFile, OpenIdFile } from './means-schema.ts';

/** Kinds of which every installation has one: their code is their kind. */
const BUILT_IN: readonly MeansFile['kind'][] = ['eidas', 'passkey', 'app-code', 'email-code'];

/** What fields of a provider say against each other. */
export function problemsBetweenFields(file: MeansFile): readonly FileProblem[] {
  const built = BUILT_IN.includes(file.kind);
  return [
    ...(built && file.code !== file.kind
      ? [problem(['code'], `must be "${file.kind}": there is one of this kind`)]
      : []),
    ...(!built && BUILT_IN.some((kind) => kind === file.code)
      ? [problem(['code'], 'is the name of what every installation has')]
      : []),
    ...statusProblems(file),
    ...(file.kind === 'openid'
      ? [...openIdProblems(file), ...tileProblems(file), ...levelProblems(file)]
      : []),
    ...(file.kind === 'certificate' ? mappingProblems(file) : []),
  ];
}

function problem(path: FileProblem['path'], message: string): FileProblem {
  return { path, message };
}

function statusProblems(file: MeansFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  if (file.status === 'open') {
    for (const field of ['reason', 'closedFrom', 'closedUntil'] as const)
      if (file[field]) problems.push(problem([field], 'an open one has none'));
  }
  if (file.closedFrom && file.closedUntil && file.closedUntil <= file.closedFrom)
    problems.push(problem(['closedUntil'], 'must be after "closedFrom"'));
  if (file.validFrom && file.validUntil && file.validUntil <= file.validFrom)
    problems.push(problem(['validUntil'], 'must be after "validFrom"'));
  return problems;
}

function openIdProblems({ proves, numberClaim, boundTo, scopes }: OpenIdFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  if (!scopes.includes('openid')) problems.push(problem(['scopes'], 'must hold "openid"'));
  if (proves === 'national-number') {
    if (!numberClaim) problems.push(problem(['numberClaim'], 'is missing: it says where the number stands'));
    if (boundTo) problems.push(problem(['boundTo'], 'a provider that proves numbers is bound to nobody'));
  } else {
    if (numberClaim) problems.push(problem(['numberClaim'], 'an account proves no number'));
    if (!boundTo)
      problems.push(problem(['boundTo'], 'is missing: accounts count for one organisation alone'));
  }
  return problems;
}

/** Where several providers have the same means, its tile is named after both. */
function tileProblems({ code, levels, proves }: OpenIdFile): readonly FileProblem[] {
  if (proves === 'account') return [];
  const names = levels.map(({ means }) => `${code}-${means}`);
  const tooLong = names.find((name) => parseTileCode(name) === null);
  return tooLong === undefined ? [] : [problem(['code'], `is too long: "${tooLong}" can name no tile`)];
}

function levelProblems({ levels, proves, boundTo }: OpenIdFile): readonly FileProblem[] {
  const proven = proves === 'account' ? 'account' : 'number';
  return levels.flatMap(({ acr, amr, means, assurance }, place) => {
    const known = loginMeans[means];
    const isOfKind = known.proves === proven && (proven === 'number' || means === 'organisation');
    const problems: FileProblem[] = [];
    const say = (field: string, message: string) => problems.push(problem(['levels', place, field], message));
    if (!isOfKind) {
      const right = proven === 'number' ? 'one that proves a number, as eid' : '"organisation"';
      say('means', `must be ${right}`);
    }
    if (!isAtLeast(known.assurance, assurance))
      say('assurance', `${means} reaches ${known.assurance} at most`);
    if (boundTo && !isAtLeast(boundTo.assurance, assurance))
      say('assurance', `"boundTo" agreed ${boundTo.assurance} at most`);
    const isToldBefore = levels
      .slice(0, place)
      .some((each) => each.acr === acr && each.amr.every((value) => amr.includes(value)));
    if (isToldBefore) say('acr', 'a level before it fits every answer that this one fits');
    return problems;
  });
}

function mappingProblems({ mappings }: CertificateFile): readonly FileProblem[] {
  return mappings.flatMap(({ means, assurance, proves }, place) => {
    const problems: FileProblem[] = [];
    const highest = loginMeans[means].assurance;
    if (!isAtLeast(highest, assurance))
      problems.push(problem(['mappings', place, 'assurance'], `${means} reaches ${highest} at most`));
    if (means === 'eid' && proves !== 'national-number')
      problems.push(problem(['mappings', place, 'proves'], 'an eID proves a number'));
    return problems;
  });
}
