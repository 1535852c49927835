import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload, SignJWT } from 'jose';
import type { PrivateJwk } from './keys.ts';
import type { Trouble } from './trouble.ts';

/** What the library answered, as far as it is altered here. */
type Answer = { body?: unknown; status: number };

const HOUR_SECONDS = 3600;

/** Lets the answer of an endpoint that no person sees be wrong, in the way that was asked for. */
export async function alterAnswer(
  answer: Answer,
  how: { readonly trouble: Trouble; readonly key: PrivateJwk; readonly at: Date },
): Promise<void> {
  const { trouble, key, at } = how;
  if (trouble === 'down') {
    Object.assign(answer, { status: 503, body: 'Out of order' });
    return;
  }
  const { body } = answer;
  if (typeof body === 'string' && trouble === 'other-userinfo') {
    answer.body = await signAgain(body, key, { sub: 'somebody-else' });
    return;
  }
  if (typeof body !== 'object' || body === null || !('id_token' in body)) return;
  const token = String(body.id_token);
  body.id_token = await alterIdToken(token, trouble, { key, at });
}

async function alterIdToken(
  token: string,
  trouble: Trouble,
  { key, at }: { readonly key: PrivateJwk; readonly at: Date },
): Promise<string> {
  const now = Math.floor(at.getTime() / 1000);
  switch (trouble) {
    case 'wrong-signature':
      return breakSignature(token);
    case 'unknown-key': {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return signAgain(
        token,
        { ...privateKey.export({ format: 'jwk' }), kid: 'nobody-knows', alg: 'RS256' },
        {},
      );
    }
    case 'key-rotated':
      return signAgain(token, key, {});
    case 'wrong-nonce':
      return signAgain(token, key, { nonce: 'of-another-request' });
    case 'wrong-audience':
      return signAgain(token, key, { aud: 'somebody-else' });
    case 'wrong-issuer':
      return signAgain(token, key, { iss: 'https://another.example' });
    case 'expired':
      return signAgain(token, key, { iat: now - 2 * HOUR_SECONDS, exp: now - HOUR_SECONDS });
    default:
      return token;
  }
}

/** The payload is another, the signature is the same. */
function breakSignature(token: string): string {
  const [header, , signature] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ ...decodeJwt(token), altered: true })).toString('base64url');
  return [header, payload, signature].join('.');
}

async function signAgain(
  token: string,
  key: JsonWebKey & { readonly kid: string; readonly alg: string },
  changes: JWTPayload,
): Promise<string> {
  const header = { ...decodeProtectedHeader(token), alg: key.alg, kid: key.kid };
  return new SignJWT({ ...decodeJwt(token), ...changes })
    .setProtectedHeader(header)
    .sign(await importJWK(key, key.alg));
}

/** Lets the way back name another provider than the one that was asked. */
export function alterWayBack(
  response: { get(name: string): string; set(name: string, value: string): void },
  trouble: Trouble,
): void {
  const location = trouble === 'mixed-up' ? response.get('location') : '';
  if (location === '') return;
  const back = new URL(location);
  back.searchParams.set('iss', 'https://another.example');
  response.set('location', back.href);
}
