import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { parseJson } from '../../base/parse-json.ts';

/** More than any authenticator says of a use; of the making of a passkey, the certificates of its maker come along. */
const LONGEST_USE = 8_192;
const LONGEST_MAKING = 32_768;
const LONGEST_ID = 1_366;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

type Parts = Readonly<Record<string, unknown>>;

/** What a browser wrote of the use of a passkey (`PublicKeyCredential.toJSON`); `null` when it is not that. */
export function readUse(text: string): AuthenticationResponseJSON | null {
  const read = readCredential(text, LONGEST_USE);
  if (read === null) return null;
  const { id, response } = read;
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  if (!isData(clientDataJSON) || !isData(authenticatorData) || !isData(signature)) return null;
  // An authenticator that keeps the passkey tells for whom it does: without it nobody is found.
  if (!isData(userHandle)) return null;
  return {
    id,
    rawId: id,
    type: 'public-key',
    response: { clientDataJSON, authenticatorData, signature, userHandle },
    clientExtensionResults: {},
  };
}

/** What a browser wrote of the making of a passkey; `null` when it is not that. */
export function readMaking(text: string): RegistrationResponseJSON | null {
  const read = readCredential(text, LONGEST_MAKING);
  if (read === null) return null;
  const { id, response } = read;
  const { clientDataJSON, attestationObject, transports } = response;
  if (!isData(clientDataJSON) || !isData(attestationObject)) return null;
  const told = (Array.isArray(transports) ? transports : []).filter(isTransport).slice(0, 8);
  return {
    id,
    rawId: id,
    type: 'public-key',
    response: { clientDataJSON, attestationObject, transports: told },
    clientExtensionResults: {},
  };
}

function readCredential(
  text: string,
  longest: number,
): { readonly id: string; readonly response: Parts } | null {
  if (text.length > longest) return null;
  const value = parseJson(text);
  if (!isParts(value) || value.type !== 'public-key' || value.id !== value.rawId) return null;
  const { id, response } = value;
  return isData(id) && id.length <= LONGEST_ID && isParts(response) ? { id, response } : null;
}

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isData(value: unknown): value is string {
  return typeof value === 'string' && BASE64URL.test(value);
}

const transportsKnown = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
type Transport = (typeof transportsKnown)[number];

function isTransport(value: unknown): value is Transport {
  return transportsKnown.some((each) => each === value);
}
