import { addDays, dayOf } from '../../base/calendar.ts';
import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { Application, ApplicationId, ApplicationStore } from '../application/index.ts';
import { type EnterpriseRegister, standingInRegister } from '../enterprise-register/index.ts';
import type { Organisation, OrganisationCode, OrganisationStore } from '../organisation/index.ts';
import type { NationalNumber } from '../person/index.ts';
import { checkGiving, type GivingQuestion } from './check-giving.ts';
import type { ImportedRight } from './imported.ts';
import type { GivingRefusal } from './model.ts';

/** Why an imported right cannot be given, whatever its row says. */
export type ImportedRightRefusal =
  | GivingRefusal
  | { readonly kind: 'application-unknown' | 'right-unknown' | 'organisation-unknown' | 'organisation-ended' }
  /** The register says that the person died or was struck off: their rights can only end. */
  | { readonly kind: 'person-ended' };

export type ImportCheckStores = {
  readonly register: { hasEnded(number: NationalNumber): Promise<boolean> };
  readonly enterpriseRegister: EnterpriseRegister;
  readonly organisations: Pick<OrganisationStore, 'findByCode'>;
  readonly applications: Pick<ApplicationStore, 'find'>;
};

const MOST_REMEMBERED = 10_000;

/**
 * Opens the check of imported rights against the catalogue, by the rules by which an administrator gives them; nobody administers an
 * import, so it may give what a second administrator would have to agree with. What is over already can only end, and is not judged by
 * what the catalogue says today. What holds between rows, the store judges.
 */
export function openImportCheck({
  clock,
  inTransaction,
}: {
  readonly clock: Clock;
  readonly inTransaction: UnitOfWork<ImportCheckStores>;
}): (right: ImportedRight) => Promise<readonly ImportedRightRefusal[]> {
  const organisations = new Map<string, FoundOrganisation>();
  const applications = new Map<ApplicationId, Application | null>();
  const organisationOf = ({ targetGroup, code }: ImportedRight) =>
    remembered(organisations, `${targetGroup} ${code}`, () =>
      inTransaction(['enterpriseRegister', 'organisations'], async (stores) => {
        const registered = await stores.enterpriseRegister.findByCode(targetGroup, code, clock());
        const held = await stores.organisations.findByCode(targetGroup, code);
        return { standing: standingInRegister(registered, clock()), held, within: registered?.within ?? [] };
      }),
    );
  const applicationOf = (id: ApplicationId) =>
    remembered(applications, id, () =>
      inTransaction(['applications'], (stores) => stores.applications.find(id)),
    );
  return async (right) => {
    const { standing, held, within } = await organisationOf(right);
    if (standing === 'unknown' || held === null) return [{ kind: 'organisation-unknown' }];
    const application = await applicationOf(right.application);
    if (application === null) return [{ kind: 'application-unknown' }];
    if (!application.rights.some(({ code }) => code === right.right)) return [{ kind: 'right-unknown' }];
    if (right.until !== null && right.until <= dayOf(clock())) return [];
    if (standing === 'ended') return [{ kind: 'organisation-ended' }];
    if (await inTransaction(['register'], ({ register }) => register.hasEnded(right.number)))
      return [{ kind: 'person-ended' }];
    return judge(right, application, { ...held, within }, clock());
  };
}

function judge(
  { right, contexts, from, until }: ImportedRight,
  application: Application,
  organisation: GivingQuestion['organisation'],
  at: Date,
): readonly GivingRefusal[] {
  return checkGiving({
    application,
    others: [],
    organisation,
    relation: { validity: { from: at, until: null } },
    held: [],
    wished: [{ right, contexts, from, until: until === null ? null : addDays(until, -1) }],
    giver: null,
    at,
  });
}

type FoundOrganisation = {
  readonly standing: ReturnType<typeof standingInRegister>;
  readonly held: Organisation | null;
  readonly within: readonly OrganisationCode[];
};

async function remembered<Key, Value>(
  known: Map<Key, Value>,
  key: Key,
  ask: () => Promise<Value>,
): Promise<Value> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const asked = await ask();
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, asked);
  return asked;
}
