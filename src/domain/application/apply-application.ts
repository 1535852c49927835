import type { EventContent } from '../audit/index.ts';
import { compareCatalogues } from './compare-catalogues.ts';
import type { Application, Catalogue } from './model.ts';
import type { ApplicationStore, CatalogueVersions, RightHolders } from './ports.ts';
import { agreementOf } from './requirements.ts';
import { type CatalogueEffects, effectsOf } from './tell-effects.ts';

export type ApplyStores = {
  readonly applications: Pick<ApplicationStore, 'put'>;
  readonly catalogueVersions: Pick<CatalogueVersions, 'latest' | 'add'>;
  readonly rightHolders: RightHolders;
};

export type AppliedApplication = {
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly events: readonly EventContent[];
  /** What its catalogue takes from people, or gives them; `null` when the catalogue is the same, or the first. */
  readonly effects: CatalogueEffects | null;
};

/**
 * Keeps an application as it was described, with its catalogue as a version where that is another. Says what the trail must tell of it,
 * nothing when nothing changed, and whom the catalogue concerns.
 */
export async function applyApplication(
  { applications, catalogueVersions, rightHolders }: ApplyStores,
  application: Application,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<AppliedApplication> {
  const latest = await catalogueVersions.latest(application.id);
  const { kind: change } = await applications.put(application);
  const catalogue = catalogueOf(application);
  const isOther = compareCatalogues(latest?.catalogue ?? null, catalogue) !== null;
  const number = (latest?.number ?? 0) + 1;
  if (isOther) await catalogueVersions.add({ application: application.id, number, at, by, catalogue });
  const effects =
    isOther && latest !== null
      ? await effectsOf(rightHolders, {
          application: application.id,
          before: latest.catalogue,
          after: catalogue,
          at,
        })
      : null;
  if (change === 'unchanged') return { change, events: [], effects };
  const details = {
    change,
    scopes: agreementOf(application).scopes,
    assurance: application.assurance,
    ...(isOther && { catalogue: number }),
  };
  const subject = { kind: 'application', id: application.id } as const;
  return {
    change,
    events: [{ kind: 'application.applied', subject, purpose: 'operation', details }],
    effects,
  };
}

function catalogueOf({ rights, packages, openTo }: Application): Catalogue {
  return { rights, openTo, ...(packages && { packages }) };
}
