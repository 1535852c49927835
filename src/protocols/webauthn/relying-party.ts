/** Who asks for passkeys: an authenticator keeps them for this host, and a browser signs for this origin. */
export type RelyingParty = { readonly id: string; readonly name: string; readonly origin: string };

/** The relying party of an installation: the host of its issuer, whatever the port (WebAuthn level 3, "RP ID"). */
export function relyingPartyAt(origin: string, name: string): RelyingParty {
  const { hostname, origin: exact } = new URL(origin);
  return { id: hostname, name, origin: exact };
}
