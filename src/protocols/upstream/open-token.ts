import { compactDecrypt, decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import type { OpenIdProvider } from '../../domain/login-means/index.ts';
import type { ClientKeys } from './client-keys.ts';
import type { UpstreamRefusal } from './upstream-refusal.ts';

/** Of any token: with a picture or a hundred roles in it, one is longer than an identity needs. */
const LONGEST = 32_768;
/** Of the same kind there are two while ours change. */
const MOST_TRIES = 3;

export type OpenedToken =
  | { readonly kind: 'opened'; readonly jws: string; readonly kid: string | null }
  | { readonly kind: 'refused'; readonly code: UpstreamRefusal };

type TokenRules = {
  readonly signing: readonly string[];
  readonly encryption: OpenIdProvider['encryption'];
};

/**
 * Opens a token that is encrypted, where that was agreed, and refuses every form that was not, before anything in it is believed: what is
 * handed on is a JWS of an algorithm and a type that an ID token or userinfo may have. Its signature and claims are judged after this.
 */
export async function openToken(token: string, rules: TokenRules, keys: ClientKeys): Promise<OpenedToken> {
  if (token.length > LONGEST) return refused('upstream.token-form');
  const isEncrypted = token.split('.', 6).length === 5;
  if (rules.encryption === null)
    return isEncrypted ? refused('upstream.encryption') : judgeForm(token, rules);
  if (!isEncrypted) return refused('upstream.not-encrypted');
  const jws = await decrypt(token, rules.encryption, keys);
  return jws === null ? refused('upstream.encryption') : judgeForm(jws, rules);
}

async function decrypt(
  token: string,
  agreed: NonNullable<TokenRules['encryption']>,
  { opening }: ClientKeys,
): Promise<string | null> {
  const header = headerOf(token);
  // Compression would let a small token grow without bounds (RFC 8725, 3.6); no extension is agreed.
  if (header === null || 'zip' in header || 'crit' in header) return null;
  const { alg = '', kid } = header;
  if (!agreed.keys.some((each) => each === alg)) return null;
  const candidates = opening.filter(
    (each) => (kid === undefined || each.kid === kid) && (each.algorithm ?? alg) === alg,
  );
  for (const { key } of candidates.slice(0, MOST_TRIES)) {
    try {
      const { plaintext } = await compactDecrypt(token, key, {
        keyManagementAlgorithms: [...agreed.keys],
        contentEncryptionAlgorithms: [...agreed.contents],
      });
      return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
    } catch {
      // Another key's, or nobody's: why it does not open is told to nobody.
    }
  }
  return null;
}

function judgeForm(jws: string, { signing }: TokenRules): OpenedToken {
  const header = headerOf(jws);
  if (header === null || jws.split('.', 4).length !== 3) return refused('upstream.token-form');
  const { alg = '', kid, typ } = header;
  // An access token or a logout token is no ID token, though signed by the same key (RFC 8725, 3.11).
  if (typ !== undefined && !/^(application\/)?jwt$/i.test(String(typ))) return refused('upstream.token-form');
  if ('crit' in header || 'b64' in header) return refused('upstream.token-form');
  if (!signing.includes(alg)) return refused('upstream.algorithm');
  if (kid !== undefined && typeof kid !== 'string') return refused('upstream.token-form');
  return { kind: 'opened', jws, kid: kid ?? null };
}

function headerOf(token: string): ProtectedHeaderParameters | null {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

function refused(code: UpstreamRefusal): OpenedToken {
  return { kind: 'refused', code };
}
