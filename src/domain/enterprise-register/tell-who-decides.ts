import { correlationCode } from '../../base/correlation.ts';
import { Redacted } from '../../base/redacted.ts';
import { administratorsOf } from '../administration/index.ts';
import { composeMail, type MailContent } from '../notification/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { FollowingMoment } from './world.ts';

/** Tells people something, at each of their known addresses. */
async function tellPeople(
  { stores, world, now }: FollowingMoment,
  people: Iterable<PersonId>,
  content: MailContent,
): Promise<void> {
  const writing = { templates: stores.templates, sender: world.settings.sender };
  for (const person of new Set(people))
    for (const { email, language } of await stores.addresses.of(person, null, now)) {
      const addressing = { to: new Redacted(email), language: language ?? 'nl', about: null } as const;
      await stores.outbox.send(await composeMail(content, addressing, writing));
    }
}

/** The others who decide in an organisation learn that somebody represents it no longer. */
export async function tellOfStrikeOff(
  context: FollowingMoment,
  organisation: OrganisationId,
  struckOff: PersonId,
): Promise<void> {
  const { stores, now } = context;
  const [held, person] = [
    await stores.organisations.find(organisation),
    await stores.persons.find(struckOff),
  ];
  if (held === null || person === null) return;
  const others = await administratorsOf(stores, organisation, now);
  const name = `${person.givenNames} ${person.familyName}`.trim();
  await tellPeople(
    context,
    others.map((each) => each.person).filter((each) => each !== struckOff),
    { template: 'representative-left', values: { name, organisation: held.name, ...referred(context) } },
  );
}

/** Whoever decides in the receiving organisation of a merger is asked who goes on there: nothing went over by itself. */
export async function tellOfMerger(context: FollowingMoment, organisation: OrganisationId): Promise<void> {
  const { stores, now } = context;
  const former = await stores.organisations.find(organisation);
  const receiver = former?.mergedInto ? await stores.organisations.find(former.mergedInto) : null;
  if (former === null || receiver === null) return;
  const values = { former: former.name, organisation: receiver.name, ...referred(context) };
  const deciders = await administratorsOf(stores, receiver.id, now);
  await tellPeople(
    context,
    deciders.map((each) => each.person),
    { template: 'organisation-taken-over', values },
  );
}

/** When nobody decides in an organisation any more, the administrators of the platform learn it. Answers whether that is so. */
export async function tellIfOrphaned(
  context: FollowingMoment,
  organisation: OrganisationId,
): Promise<boolean> {
  const { stores, now } = context;
  const held = await stores.organisations.find(organisation);
  const isOver = held === null || (held.validity.until !== null && held.validity.until <= now);
  if (isOver || (await administratorsOf(stores, organisation, now)).length > 0) return false;
  const values = { organisation: held.name, ...referred(context) };
  await tellPeople(context, await stores.orphans.caretakers(now), {
    template: 'organisation-orphaned',
    values,
  });
  return true;
}

function referred({ world }: FollowingMoment) {
  return { reference: correlationCode(world.randomness.bytes(8)) };
}
