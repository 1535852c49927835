import type { Logger } from 'pino';
import type { Duty } from '../../base/duty.ts';
import type { Clock } from '../../base/time.ts';
import type { World } from '../../base/unit-of-work.ts';
import type { Settings } from '../../config/settings.ts';
import {
  type CaseworkSettings,
  type CaseworkStores,
  type Counter,
  caseDuties,
  casePeriods,
  type Desk,
  openCounter,
  openDesk,
  openRequests,
  type Requests,
  recordBounce,
} from '../../domain/casework/index.ts';
import {
  type BouncedMail,
  type MailDesk,
  openMailDesk,
  openTemplateDesk,
  type TemplateDesk,
} from '../../domain/notification/index.ts';
import type { Store } from '../../store/index.ts';
import type { JobHandlers } from '../working/work-off.ts';
import { systemRandomness } from './randomness.ts';

export type Casework = {
  readonly settings: CaseworkSettings;
  readonly requests: Requests;
  readonly desk: Desk;
  readonly counter: Counter;
  readonly templates: TemplateDesk;
  readonly mailDesk: MailDesk;
};

type CaseworkOptions = { readonly store: Store; readonly settings: Settings; readonly clock: Clock };

/** What counts for cases in this installation. */
export function caseworkSettings(settings: Settings): CaseworkSettings {
  return {
    origin: settings.origin,
    sender: settings.mail.sender,
    numberInMail: settings.mail.holdsNumber,
    targetWorkingDays: settings.caseTargetWorkingDays,
    ...casePeriods,
  };
}

/** Casework on the store of this process. */
export function caseworkWorld({
  store,
  settings,
  clock,
}: CaseworkOptions): World<CaseworkStores, CaseworkSettings> {
  return {
    clock,
    randomness: systemRandomness,
    settings: caseworkSettings(settings),
    inTransaction: store.inTransaction,
  };
}

/** Opens both sides of casework, the counter, and what people who look after texts and mail may ask. */
export function openCasework(options: CaseworkOptions): Casework {
  const world = caseworkWorld(options);
  const { store, clock } = options;
  const common = { clock, randomness: systemRandomness, inTransaction: store.inTransaction };
  return {
    settings: world.settings,
    requests: openRequests(world),
    desk: openDesk(world),
    counter: openCounter(world),
    templates: openTemplateDesk(common),
    mailDesk: openMailDesk({ ...common, outbox: store.outbox }),
  };
}

/** What time does to cases; one that cannot be handled is a line in the log. */
export function caseworkDuties(
  options: CaseworkOptions & { readonly log: Pick<Logger, 'error'> },
): readonly Duty[] {
  return caseDuties(caseworkWorld(options), ({ case: id, error }) =>
    options.log.error(
      { case: id, error: error instanceof Error ? error.name : 'unknown' },
      'a case cannot be handled',
    ),
  );
}

/** What happens to mail about cases. */
export function caseworkJobs(options: CaseworkOptions): JobHandlers {
  const world = caseworkWorld(options);
  return { 'mail-bounced': (payload) => recordBounce(world, payload as BouncedMail) };
}
