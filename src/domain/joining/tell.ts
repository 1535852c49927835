import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { composeMail, type MailContent } from '../notification/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { JoiningContext } from './world.ts';

type ToPerson = 'number-replaced' | 'persons-joined' | 'persons-parted';
type ToAdministrator = 'person-left' | 'rights-wait';

/** The address at which somebody is known: that of their last request, proven, or one at work. */
async function addressOf(
  { stores, now }: JoiningContext,
  person: PersonId,
): Promise<{ readonly email: string; readonly language: Language } | null> {
  for (const link of await stores.links.liveOf(person)) {
    const one = await stores.cases.findLastOf(link.identifier.reveal());
    if (one?.answers.email && one.answers.emailConfirmedAt !== null)
      return { email: one.answers.email, language: one.answers.language };
  }
  const email = await stores.joins.emailAtWork(person, null, now);
  return email === null ? null : { email, language: 'nl' };
}

/** Tells somebody at their known address; false when there is none. */
export async function tellPerson(
  context: JoiningContext,
  person: PersonId,
  template: ToPerson,
): Promise<boolean> {
  const { stores, world } = context;
  const [address, known] = [await addressOf(context, person), await stores.persons.find(person)];
  if (address === null || known === null) return false;
  const name = `${known.givenNames} ${known.familyName}`.trim();
  const content: MailContent = { template, values: { name, link: `${world.origin}/` } };
  const addressing = { to: new Redacted(address.email), language: address.language, about: null };
  await stores.outbox.send(await composeMail(content, addressing, stores.templates));
  return true;
}

/** Tells those who manage the people of an organisation about one of them; how many have an address. */
export async function tellAdministrators(
  context: JoiningContext,
  organisation: OrganisationId,
  person: PersonId,
  template: ToAdministrator,
): Promise<number> {
  const { stores, now } = context;
  const [held, known] = [await stores.organisations.find(organisation), await stores.persons.find(person)];
  if (held === null || known === null) return 0;
  const name = `${known.givenNames} ${known.familyName}`.trim();
  const content: MailContent = { template, values: { name, organisation: held.name } };
  const administrators = await stores.organisations.administratorsOf(organisation, now);
  let told = 0;
  for (const each of new Set(administrators.map((one) => one.person))) {
    if (each === person) continue;
    const email = await stores.joins.emailAtWork(each, organisation, now);
    if (email === null) continue;
    const addressing = { to: new Redacted(email), language: 'nl', about: null } as const;
    await stores.outbox.send(await composeMail(content, addressing, stores.templates));
    told += 1;
  }
  return told;
}
