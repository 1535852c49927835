import { Redacted } from '../../base/redacted.ts';
import { tellPerson as tell } from '../casework/index.ts';
import { composeMail, type MailContent } from '../notification/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { JoiningContext } from './world.ts';

export const tellingNeeds = ['persons', 'addresses', 'outbox', 'templates'] as const;
export const administratorNeeds = ['organisations', 'persons', 'joins', 'outbox', 'templates'] as const;

type ToPerson = 'number-replaced' | 'persons-joined' | 'persons-parted';
type ToAdministrator = 'person-left' | 'rights-wait';

/** Tells somebody, at each of their known addresses, what became of them here. `reference`: of the event that tells it too. */
export async function tellPerson(
  context: JoiningContext<typeof tellingNeeds>,
  person: PersonId,
  template: ToPerson,
  reference: string,
): Promise<void> {
  const known = await context.stores.persons.find(person);
  if (known === null) return;
  await tell(context, known, { template, reference, path: '/', about: null });
}

/** Whom those who manage the people of an organisation are told about, and the event by which to refer to it. */
type About = { readonly person: PersonId; readonly template: ToAdministrator; readonly reference: string };

/** Tells those who manage the people of an organisation about one of them; how many have an address. */
export async function tellAdministrators(
  { stores, world, now }: JoiningContext<typeof administratorNeeds>,
  organisation: OrganisationId,
  { person, template, reference }: About,
): Promise<number> {
  const [held, known] = [await stores.organisations.find(organisation), await stores.persons.find(person)];
  if (held === null || known === null) return 0;
  const name = `${known.givenNames} ${known.familyName}`.trim();
  const content: MailContent = { template, values: { name, reference, organisation: held.name } };
  const administrators = await stores.organisations.administratorsOf(organisation, now);
  const writing = { templates: stores.templates, sender: world.settings.sender };
  let told = 0;
  for (const each of new Set(administrators.map((one) => one.person))) {
    if (each === person) continue;
    const email = await stores.joins.emailAtWork(each, organisation, now);
    if (email === null) continue;
    const addressing = { to: new Redacted(email), language: 'nl', about: null } as const;
    await stores.outbox.send(await composeMail(content, addressing, writing));
    told += 1;
  }
  return told;
}
