import { accountApplicationId } from '../../../domain/account/index.ts';
import { organisationApplicationId } from '../../../domain/administration/index.ts';
import type { ClientAuthentication } from '../../../domain/application/index.ts';
import { reaches } from '../../../domain/login-means/index.ts';
import { requestApplicationId } from '../../../domain/registration/index.ts';
import { caseworkApplicationId } from '../../../domain/staff/index.ts';
import type { FileProblem } from '../../json/problem.ts';
import type { ApplicationFile } from './application-schema.ts';
import { rightProblems } from './right-rules.ts';

/** Names of claims that mean something already: a role claim under one of these would overwrite it. */
const TAKEN_CLAIMS = [
  'iss sub aud exp nbf iat jti nonce azp acr amr auth_time at_hash c_hash s_hash sid client_id scope active token_type cnf',
  'given_name family_name name rrn vo_id vo_doelgroepcode vo_doelgroepnaam vo_orgcode vo_orgnaam vo_email wv_orgcode ssm_mandaatgever',
].flatMap((names) => names.split(' '));

const NEEDS: Readonly<Record<ClientAuthentication, 'secret' | 'jwks' | 'public'>> = {
  client_secret_basic: 'secret',
  client_secret_post: 'secret',
  private_key_jwt: 'jwks',
  none: 'public',
};

/** How a client proves itself: what the file names, or what its secret and keys allow. */
export function authenticationOf(file: ApplicationFile): readonly ClientAuthentication[] {
  if (file.clientAuthentication !== undefined) return [file.clientAuthentication].flat();
  if (file.public) return ['none'];
  return [
    ...(hasSecret(file) ? (['client_secret_basic', 'client_secret_post'] as const) : []),
    ...(hasKeys(file) ? (['private_key_jwt'] as const) : []),
  ];
}

/** Rules between the fields of an application that each are right by themselves. */
export function problemsBetweenFields(file: ApplicationFile): readonly FileProblem[] {
  const own: readonly FileProblem[] = [
    caseworkApplicationId,
    requestApplicationId,
    accountApplicationId,
    organisationApplicationId,
  ].some((id) => id === file.id)
    ? [{ path: ['id'], message: 'is the id of a part of Sluis itself: choose another' }]
    : [];
  return [
    ...own,
    ...credentialProblems(file),
    ...meansProblems(file),
    ...rightProblems(file),
    ...roleProblems(file),
  ];
}

function hasSecret(file: ApplicationFile): boolean {
  return typeof file.secret === 'string';
}

/** An empty key set, as in the documented example, is none. */
export function hasKeys(file: ApplicationFile): boolean {
  return (file.jwks?.keys.length ?? 0) > 0;
}

function credentialProblems(file: ApplicationFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const say = (path: FileProblem['path'], message: string) => problems.push({ path, message });
  if (file.public && (hasSecret(file) || hasKeys(file))) {
    say(['public'], 'a public client has neither secret nor keys: it cannot keep them');
  }
  if (!file.public && !hasSecret(file) && !hasKeys(file)) {
    say([], 'needs a "secret", or "jwks" with a key, or "public": true');
  }
  if (file.public && file.compatibility.pkce === 'optional') {
    say(['compatibility', 'pkce'], 'a public client always needs PKCE');
  }
  const has = { secret: hasSecret(file), jwks: hasKeys(file), public: file.public };
  for (const method of authenticationOf(file)) {
    if (!has[NEEDS[method]]) say(['clientAuthentication'], `"${method}" needs "${NEEDS[method]}"`);
  }
  return problems;
}

function meansProblems(file: ApplicationFile): readonly FileProblem[] {
  if (!file.loginMeans || file.loginMeans.some((means) => reaches(means, file.assurance))) return [];
  return [
    {
      path: ['loginMeans'],
      message: `none of these reaches the level ${file.assurance}: nobody could log in`,
    },
  ];
}

function roleProblems(file: ApplicationFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  if (file.rightRequired && file.rights.length === 0) {
    problems.push({ path: ['rightRequired'], message: 'needs at least one of "rights"' });
  }
  if (file.roleClaim && !file.scopes.includes(file.roleClaim.scope)) {
    problems.push({ path: ['roleClaim', 'scope'], message: 'must be one of "scopes"' });
  }
  if (file.roleClaim && TAKEN_CLAIMS.includes(file.roleClaim.name)) {
    problems.push({ path: ['roleClaim', 'name'], message: 'is the name of another claim' });
  }
  return problems;
}
