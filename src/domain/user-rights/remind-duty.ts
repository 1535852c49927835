import { correlationCode } from '../../base/correlation.ts';
import type { Duty } from '../../base/duty.ts';
import type { Language } from '../../base/language.ts';
import { DAY, HOUR, later } from '../../base/time.ts';
import { writeToPerson } from '../account-keys/index.ts';
import { administratorsOf, covers } from '../administration/index.ts';
import type { Application } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import { REMINDER_DAYS } from './model.ts';
import type { EndingRight } from './ports.ts';
import { nameOf, rightsInMail, tellingNeeds } from './tell-rights.ts';
import { act, bindUserRights, type RightContext, type UserRightWorld } from './world.ts';

/** Who has no language of their own with us is written to in that of most. */
const LANGUAGE: Language = 'nl';

const remindingNeeds = ['endingRights', 'applications', 'administrations', 'audit', ...tellingNeeds] as const;
type Context = RightContext<typeof remindingNeeds>;
type Distance = { readonly days: number; readonly from: Date; readonly until: Date };

const listToRemind = act(
  ['endingRights'],
  ({ stores }, { days, from, until, after }: Distance & { readonly after: OrganisationId | null }) =>
    stores.endingRights.organisationsToRemind(days, { from, until }, after),
);

/** Tells the people and the administrators of one organisation which rights end: what is told is taken in the same unit of work, once. */
const remindOrganisation = act(
  remindingNeeds,
  async (
    context,
    { organisation, days, from, until }: Distance & { readonly organisation: OrganisationId },
  ) => {
    const { stores } = context;
    const rights = await stores.endingRights.takeToRemind(organisation, days, { from, until });
    if (rights.length === 0) return;
    const applications = await stores.applications.list();
    for (const person of new Set(rights.map((each) => each.person)))
      await tellWhose(
        context,
        rights.filter((each) => each.person === person),
        applications,
      );
    await tellAdministrators(context, organisation, { rights, applications });
    await stores.audit.record({
      kind: 'user-right.reminded',
      actor: { kind: 'system' },
      subject: { kind: 'organisation', id: organisation },
      purpose: 'organisation',
      details: { days, rights: rights.length },
      correlation: correlationCode(context.world.randomness.bytes(8)),
    });
  },
);

async function tellWhose(
  context: Context,
  rights: readonly EndingRight[],
  applications: readonly Application[],
): Promise<void> {
  const [first] = rights;
  if (first === undefined) return;
  const values = {
    ...{ name: nameOf(first), organisation: first.organisationName },
    rights: rightsInMail(rights, applications),
    reference: correlationCode(context.world.randomness.bytes(8)),
    link: `${context.world.settings.sender.origin}/account/access`,
  };
  const content = { template: 'rights-ending', values } as const;
  await writeToPerson(context, first.person, { content, language: LANGUAGE });
}

/** One mail for each administrator, with all that they decide about. */
async function tellAdministrators(
  context: Context,
  organisation: OrganisationId,
  {
    rights,
    applications,
  }: { readonly rights: readonly EndingRight[]; readonly applications: readonly Application[] },
): Promise<void> {
  const { stores, world, now } = context;
  for (const administrator of await administratorsOf(stores, organisation, now)) {
    const theirs = rights.filter(({ application }) =>
      covers(administrator, { unit: organisation, application }),
    );
    const known = await stores.persons.find(administrator.person);
    if (theirs.length === 0 || known === null) continue;
    const values = {
      ...{ name: nameOf(known), organisation: administrator.organisation.name },
      rights: rightsInMail(theirs, applications).map((each, place) => {
        const whose = theirs[place];
        return whose === undefined ? each : { ...each, person: nameOf(whose) };
      }),
      reference: correlationCode(world.randomness.bytes(8)),
      link: `${world.settings.sender.origin}/organisation/${organisation}/ending`,
    };
    const content = { template: 'rights-to-extend', values } as const;
    await writeToPerson(context, administrator.person, { content, language: LANGUAGE });
  }
}

/**
 * Every hour: who can extend a right that ends, and whose it is, are told, once a month before and once a week before. Each right is in
 * one band of days at a time, so that one that was not told of in the first is told of in the second alone. An organisation that cannot be
 * told keeps no other from it, and is tried again in an hour.
 */
export function remindOfEndingDuty(world: UserRightWorld): Duty {
  const run = bindUserRights(world);
  return {
    name: 'remind-of-ending-rights',
    every: HOUR,
    async run(now) {
      const failures: unknown[] = [];
      for (const [place, days] of REMINDER_DAYS.entries()) {
        const from = later(now, (REMINDER_DAYS[place + 1] ?? 0) * DAY);
        const distance = { days, from, until: later(now, days * DAY) };
        let after: OrganisationId | null = null;
        do {
          const organisations: readonly OrganisationId[] = await run(listToRemind)({ ...distance, after });
          for (const organisation of organisations)
            await run(remindOrganisation)({ organisation, ...distance }).catch((error: unknown) => {
              failures.push(error);
            });
          after = organisations.at(-1) ?? null;
        } while (after !== null);
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some organisations were not reminded');
    },
  };
}
