import {
  type Offer,
  type PackageDefinition,
  parseApplicationId,
  type RightDefinition,
} from '../../../domain/application/index.ts';
import { type OrganisationCode, parseOrganisationCode } from '../../../domain/organisation/index.ts';
import type { FileProblem } from '../../json/problem.ts';
import type { ApplicationFile } from './application-schema.ts';
import { codeOfContext, type RightOfFile } from './right-schema.ts';

type OfferOfFile = NonNullable<RightOfFile['offeredTo']>[number];

/** Rules between the rights of an application, its packages and the target groups to which it is open. */
export function rightProblems(file: ApplicationFile): readonly FileProblem[] {
  return [
    ...file.rights.flatMap((right, place) =>
      problemsOfRight(file, right).map(({ path, message }) => ({
        path: ['rights', place, ...path],
        message,
      })),
    ),
    ...(file.packages ?? []).flatMap(({ code }, place) =>
      file.rights.some((right) => right.packages?.includes(code))
        ? []
        : [{ path: ['packages', place, 'code'], message: 'is a package that no right is in' }],
    ),
  ];
}

function problemsOfRight(file: ApplicationFile, right: RightOfFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  if (right.contextRequired && right.contexts.length === 0)
    problems.push({ path: ['contextRequired'], message: 'needs at least one of "contexts"' });
  for (const [place, excluded] of (right.excludes ?? []).entries()) {
    const path = ['excludes', place];
    if (excluded === right.code || excluded === `${file.id}/${right.code}`)
      problems.push({ path, message: 'is this right itself' });
    else if (!excluded.includes('/') && !file.rights.some(({ code }) => code === excluded))
      problems.push({ path, message: 'is no right of this application: write application/code for another' });
    else if (
      excluded.includes('/') &&
      parseApplicationId(excluded.slice(0, excluded.lastIndexOf('/'))) === null
    )
      problems.push({ path, message: 'names no application before the slash' });
  }
  for (const [place, offer] of (right.offeredTo ?? []).entries()) {
    const path = ['offeredTo', place];
    if (!file.openTo.some(({ targetGroup }) => targetGroup === offer.targetGroup))
      problems.push({
        path: [...path, 'targetGroup'],
        message: 'is a target group to which the application is not open',
      });
    for (const [index, code] of (offer.organisations ?? []).entries())
      if (parseOrganisationCode(offer.targetGroup, code) === null)
        problems.push({
          path: [...path, 'organisations', index],
          message: `is no code of an organisation in ${offer.targetGroup}`,
        });
  }
  return problems;
}

/** A right as the domain knows it. What the file does not say stays absent, so that an old file is no change. */
export function rightFrom(right: RightOfFile): RightDefinition {
  const { code, name, description, contexts, contextRequired, offeredTo, ...said } = right;
  const named = contexts.flatMap((each) =>
    typeof each === 'string' ? [] : [[each.code, each.name] as const],
  );
  return {
    code,
    name: name ?? { nl: code },
    description: description ?? null,
    contexts: contexts.map(codeOfContext),
    contextRequired,
    ...(named.length > 0 && { contextNames: Object.fromEntries(named) }),
    ...(said.maxDuration && { maxDuration: said.maxDuration }),
    ...(said.excludes && { excludes: said.excludes }),
    ...(said.secondAdministrator && { secondAdministrator: true }),
    ...(said.packages && { packages: said.packages }),
    ...(offeredTo && { offeredTo: offeredTo.map(offerFrom) }),
  };
}

/** A package as the domain knows it. */
export function packageFrom({
  code,
  name,
  description,
}: NonNullable<ApplicationFile['packages']>[number]): PackageDefinition {
  return { code, name, description: description ?? null };
}

function offerFrom({ targetGroup, kinds, organisations }: OfferOfFile): Offer {
  const codes = organisations
    ?.map((code) => parseOrganisationCode(targetGroup, code))
    .filter((code): code is OrganisationCode => code !== null);
  return { targetGroup, ...(kinds && { kinds }), ...(codes && { organisations: codes }) };
}
