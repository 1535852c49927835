import { parseEmailAddress } from '../../../base/typed/email-address.ts';
import { isOpenAt, type MeansProvider, type OpenIdProvider } from '../../../domain/login-means/index.ts';

/** The provider of this code, as long as people can log in by it. */
export function providerOf(
  providers: readonly MeansProvider[],
  code: string | null,
  at: Date,
): OpenIdProvider | null {
  return openProviders(providers, at).find((each) => each.code === code) ?? null;
}

/** The provider of the organisation that a mail address belongs to; `null` where none is. */
export function providerOfAddress(
  providers: readonly MeansProvider[],
  address: string,
  at: Date,
): OpenIdProvider | null {
  return openProviders(providers, at).find((each) => isOfDomains(each, address)) ?? null;
}

/** Whether a mail address is of a domain that was agreed with this provider: of exactly that, and of none below it. */
export function isOfDomains({ proves }: Pick<OpenIdProvider, 'proves'>, address: string): boolean {
  if (proves.kind !== 'account') return false;
  const domain = parseEmailAddress(address)?.split('@').at(-1)?.toLowerCase();
  return domain !== undefined && proves.domains.includes(domain);
}

function openProviders(providers: readonly MeansProvider[], at: Date): readonly OpenIdProvider[] {
  return providers.filter((each) => each.kind === 'openid').filter((each) => isOpenAt(each, at));
}
