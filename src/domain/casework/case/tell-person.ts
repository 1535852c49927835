import { Redacted } from '../../../base/redacted.ts';
import type { Moment } from '../../acting/index.ts';
import { composeMail, type MailContent, type MailSender } from '../../notification/index.ts';
import type { Person } from '../../person/index.ts';
import type { CaseId } from './model.ts';
import type { CaseworkStores } from './world.ts';

type Told = Extract<
  MailContent['template'],
  'eid-linked' | 'number-replaced' | 'persons-joined' | 'persons-parted'
>;

export const tellingNeeds = ['addresses', 'outbox', 'templates'] as const;

/** What telling somebody needs: the part of a context that joining persons has too. */
export type TellingContext = Moment<
  { readonly settings: { readonly sender: MailSender } },
  CaseworkStores,
  typeof tellingNeeds
>;

/** What somebody is told. `about`: the case in which it was decided, whose own address may be somebody else's. */
export type Telling = {
  readonly template: Told;
  readonly reference: string;
  /** The page where they go on, a path. */
  readonly path: string;
  readonly about: CaseId | null;
};

/**
 * Tells a person, at every address that Sluis knows to be theirs, what was done to what leads to them: whoever linked or joined the
 * wrong one is found out by who is concerned. Answers at how many addresses.
 */
export async function tellPerson(
  { stores, world, now }: TellingContext,
  person: Pick<Person, 'id' | 'givenNames' | 'familyName'>,
  { template, reference, path, about }: Telling,
): Promise<number> {
  const { sender } = world.settings;
  const known = await stores.addresses.of(person.id, about, now);
  const name = `${person.givenNames} ${person.familyName}`.trim();
  const values = { name, reference, link: `${sender.origin}${path}` };
  for (const { email, language } of known) {
    const addressing = { to: new Redacted(email), language: language ?? 'nl', about } as const;
    const writing = { templates: stores.templates, sender };
    await stores.outbox.send(await composeMail({ template, values }, addressing, writing));
  }
  return known.length;
}
