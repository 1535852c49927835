import type { LoginMeansCode } from './model.ts';
import { type LoginRequirements, sufficientMeans } from './requirements.ts';
import { acrNamespaces, loginMeans, meansOfApplications } from './table.ts';

/** The name of a means in `acr_values` and `acr`. */
export function acrOf(means: LoginMeansCode): string {
  return loginMeans[means].acr;
}

/**
 * The means that are enough for this request: those of the application, narrowed to the ones in `acr_values`. Values of other
 * namespaces are ignored, as they are voluntary (OpenID Connect Core 3.1.2.1). A means of ACM's namespace or of ours that the
 * application may not use, or that does not exist here, narrows all the same: what remains may be nothing.
 */
export function narrowMeans(
  application: LoginRequirements,
  acrValues: readonly string[],
): readonly LoginMeansCode[] {
  const enough = sufficientMeans(application);
  const known = Object.values(acrNamespaces);
  const asked = acrValues.filter((value) => known.some((namespace) => value.startsWith(namespace)));
  return asked.length === 0 ? enough : enough.filter((means) => asked.includes(acrOf(means)));
}

/** Every value that can stand in `acr`, for the discovery document. */
export function acrValuesSupported(): readonly string[] {
  return meansOfApplications.map(acrOf);
}
