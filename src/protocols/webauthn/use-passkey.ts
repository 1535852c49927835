import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { FoundPasskey, PasskeyRefusal, UsedPasskey } from '../../domain/account-keys/index.ts';
import { readUse } from './read-response.ts';
import { refusalOf } from './refusal-of.ts';
import type { RelyingParty } from './relying-party.ts';

const MINUTES_5 = 300_000;

/** What a browser is asked for: `PublicKeyCredential.parseRequestOptionsFromJSON` takes it. It names nobody: the authenticator knows whose it is. */
export function requestOptions({ id }: RelyingParty, challenge: string) {
  return { challenge, rpId: id, userVerification: 'required', timeout: MINUTES_5, allowCredentials: [] };
}

/** Which credential a browser says was used, to be looked up; `null` when it says nothing that can be read. `response`: the JSON as it was sent. */
export function credentialOf(response: string): string | null {
  return readUse(response)?.id ?? null;
}

export type VerifiedUse =
  | { readonly kind: 'verified'; readonly used: UsedPasskey }
  | { readonly kind: 'refused'; readonly code: PasskeyRefusal };

/** Verifies the use of a passkey that was found. What its counter says is for the domain to judge. */
export async function verifyUse(
  { id, origin }: RelyingParty,
  { credential, userHandle }: Pick<FoundPasskey, 'credential' | 'userHandle'>,
  challenge: string,
  response: string,
): Promise<VerifiedUse> {
  const read = readUse(response);
  if (read === null || read.id !== credential.id) return { kind: 'refused', code: 'malformed' };
  if (read.response.userHandle !== userHandle) return { kind: 'refused', code: 'user-handle' };
  try {
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
      response: read,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: credential.id,
        publicKey: new Uint8Array(Buffer.from(credential.publicKey, 'base64url')),
        counter: 0,
      },
    });
    if (!verified) return { kind: 'refused', code: 'signature' };
    return {
      kind: 'verified',
      used: {
        counter: info.newCounter,
        isSynced: info.credentialDeviceType === 'multiDevice',
        isBackedUp: info.credentialBackedUp,
      },
    };
  } catch (error) {
    return { kind: 'refused', code: refusalOf(error) };
  }
}
