/** Whether an application that registered these addresses has one of this origin. */
export function isOriginOf(redirectUris: readonly string[], origin: string): boolean {
  return redirectUris.some((uri) => URL.parse(uri)?.origin === origin);
}
