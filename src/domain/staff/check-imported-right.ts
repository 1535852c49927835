import { dayOf } from '../../base/calendar.ts';
import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { OrganisationStore } from '../organisation/index.ts';
import type { NationalNumber } from '../person/index.ts';
import type { ImportedStaffRight } from './imported.ts';

/** Why an imported right cannot be given, whatever its row says. */
export type ImportedRightFault =
  /** The register says that the person died or was struck off: their rights can only end. */
  'person-ended' | 'organisation-unknown';

export type RightCheckStores = {
  readonly register: { hasEnded(number: NationalNumber): Promise<boolean> };
  readonly organisations: Pick<OrganisationStore, 'findByCode'>;
};

const MOST_REMEMBERED = 10_000;

/** Opens the check of imported rights of staff. Each organisation is looked up once, as long as there are not very many. */
export function openRightCheck({
  clock,
  inTransaction,
}: {
  readonly clock: Clock;
  readonly inTransaction: UnitOfWork<RightCheckStores>;
}): (right: ImportedStaffRight) => Promise<ImportedRightFault | null> {
  const known = new Map<string, boolean>();
  return async ({ targetGroup, code, number, until }) => {
    const lasts = until === null || until > dayOf(clock());
    if (lasts && (await inTransaction(['register'], ({ register }) => register.hasEnded(number))))
      return 'person-ended';
    const key = `${targetGroup} ${code}`;
    const isKnown =
      known.get(key) ??
      (await inTransaction(['organisations'], ({ organisations }) =>
        organisations.findByCode(targetGroup, code),
      )) !== null;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, isKnown);
    return isKnown ? null : 'organisation-unknown';
  };
}
