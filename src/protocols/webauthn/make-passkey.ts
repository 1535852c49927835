import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type {
  PasskeyCredential,
  PasskeyFacts,
  PasskeyRefusal,
  PasskeyWish,
} from '../../domain/account-keys/index.ts';
import { leadsToAuthority } from './attestation.ts';
import { readMaking } from './read-response.ts';
import { refusalOf } from './refusal-of.ts';
import type { RelyingParty } from './relying-party.ts';

const MINUTES_5 = 300_000;
/** Ed25519, ECDSA with P-256, RSA with SHA-256: what authenticators have (COSE algorithms), the best first. */
const ALGORITHMS = [-8, -7, -257];

/**
 * What a browser is asked for (`PublicKeyCredential.parseCreationOptionsFromJSON`): a passkey is kept in the authenticator, which finds it without a name, and is used by whoever proves there to be its holder. Who made
 * the authenticator is asked for only where a policy lists some.
 */
export function creationOptions(
  { id, name }: RelyingParty,
  { challenge, userHandle, userName, known, asksForMaker }: PasskeyWish,
) {
  return {
    rp: { id, name },
    user: { id: userHandle, name: userName, displayName: userName },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: MINUTES_5,
    excludeCredentials: known.map((each) => ({ type: 'public-key', id: each })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: asksForMaker ? 'direct' : 'none',
  } as const;
}

export type MadePasskey =
  | { readonly kind: 'verified'; readonly credential: PasskeyCredential; readonly facts: PasskeyFacts }
  | { readonly kind: 'refused'; readonly code: PasskeyRefusal };

/** Verifies what a browser brought of the making of a passkey. `response`: the JSON as it was sent. */
export async function verifyMaking(
  { id, origin }: RelyingParty,
  {
    challenge,
    asksForMaker,
    attestationRoots,
  }: Pick<PasskeyWish, 'challenge' | 'asksForMaker' | 'attestationRoots'>,
  response: string,
  at: Date,
): Promise<MadePasskey> {
  const read = readMaking(response);
  if (read === null) return { kind: 'refused', code: 'malformed' };
  try {
    const { verified, registrationInfo: made } = await verifyRegistrationResponse({
      response: read,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified || made.credential.id !== read.id) return { kind: 'refused', code: 'signature' };
    const { credential, aaguid, attestationObject } = made;
    return {
      kind: 'verified',
      credential: {
        id: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
      },
      facts: {
        aaguid,
        isAttested: asksForMaker && leadsToAuthority(attestationObject, attestationRoots, at),
        transports: credential.transports ?? [],
        isSynced: made.credentialDeviceType === 'multiDevice',
        isBackedUp: made.credentialBackedUp,
      },
    };
  } catch (error) {
    return { kind: 'refused', code: refusalOf(error) };
  }
}
