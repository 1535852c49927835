import { Redacted } from '../../../base/redacted.ts';
import {
  type ApplicationId,
  type OidcApplication,
  parseApplicationId,
} from '../../../domain/application/index.ts';
import { meansByDefault, reaches } from '../../../domain/login-means/index.ts';
import { type FileProblem, problemsOf } from '../../json/problem.ts';
import { authenticationOf, hasKeys, problemsBetweenFields } from './application-rules.ts';
import { type ApplicationFile, applicationSchema } from './application-schema.ts';
import { packageFrom, rightFrom } from './right-rules.ts';

export type ParsedApplication =
  | { readonly kind: 'parsed'; readonly application: OidcApplication }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/**
 * Reads one application of an `application apply` file (docs/reference/schemas/application.schema.json), with its defaults. Unknown fields are
 * refused; every problem is told at once, with its path.
 */
export function parseApplication(value: unknown): ParsedApplication {
  const read = applicationSchema.safeParse(value);
  if (!read.success) return { kind: 'refused', problems: problemsOf(read.error) };
  const problems = problemsBetweenFields(read.data);
  const id = parseApplicationId(read.data.id);
  if (problems.length > 0 || id === null) return { kind: 'refused', problems };
  return { kind: 'parsed', application: applicationFrom(read.data, id) };
}

function applicationFrom(file: ApplicationFile, id: ApplicationId): OidcApplication {
  const { compatibility } = file;
  return {
    id,
    name: file.name,
    protocol: file.protocol,
    secret: typeof file.secret === 'string' ? new Redacted(file.secret) : null,
    jwks: hasKeys(file) ? (file.jwks ?? null) : null,
    clientAuthentication: authenticationOf(file),
    redirectUris: file.redirectUris,
    postLogoutRedirectUris: file.postLogoutRedirectUris,
    scopes: file.scopes,
    openTo: file.openTo.map(({ targetGroup, level }) => ({
      targetGroup,
      // A citizen acts for nobody else: for BUR there is no other level.
      level: targetGroup === 'BUR' ? 'group' : (level ?? 'organisation'),
    })),
    assurance: file.assurance,
    loginMeans: file.loginMeans ?? meansByDefault.filter((means) => reaches(means, file.assurance)),
    rights: file.rights.map(rightFrom),
    ...(file.packages && file.packages.length > 0 ? { packages: file.packages.map(packageFrom) } : {}),
    rightRequired: file.rightRequired ?? file.rights.length > 0,
    openToLegalRepresentatives: file.openToLegalRepresentatives,
    roleClaim: file.roleClaim ?? null,
    idTokenAlgorithm: file.idTokenAlgorithm,
    confirmSharing: file.confirmSharing,
    ...(file.logoutHintRequired ? { logoutHintRequired: true } : {}),
    compatibility: { ...compatibility, pkce: file.public ? 'required' : (compatibility.pkce ?? 'optional') },
    homeUri: file.homeUri ?? null,
  };
}
