/** Names of the provider's cookies. */
export type CookieNames = { readonly session: string; readonly interaction: string; readonly resume: string };

/** `__Host-` where the issuer is https; what is bound to a path cannot have it and is `__Secure-`. */
export function cookieNames(secure: boolean): CookieNames {
  return secure
    ? {
        session: '__Host-sluis_session',
        interaction: '__Secure-sluis_interaction',
        resume: '__Secure-sluis_resume',
      }
    : { session: 'sluis_session', interaction: 'sluis_interaction', resume: 'sluis_resume' };
}
