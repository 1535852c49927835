import { Redacted } from '../../base/redacted.ts';
import { composeMail } from '../notification/index.ts';
import type { Person } from '../person/index.ts';
import type { Case } from './model.ts';
import type { CaseworkContext } from './world.ts';

/**
 * Tells a person, at every address that Sluis knows to be theirs, that an eID is being linked to them: whoever linked the wrong one
 * is found out by who is concerned. The address of the request itself is the applicant's, not theirs. Answers how many were told.
 */
export async function tellPerson(context: CaseworkContext, one: Case, person: Person): Promise<number> {
  const { stores, world, now } = context;
  const known = await stores.addresses.of(person.id, one.id, now);
  const values = {
    name: `${person.givenNames} ${person.familyName}`.trim(),
    reference: one.reference,
    link: `${world.settings.origin}/help`,
  };
  for (const { email, language } of known) {
    const addressing = { to: new Redacted(email), language: language ?? 'nl', about: one.id } as const;
    await stores.outbox.send(
      await composeMail({ template: 'eid-linked', values }, addressing, stores.templates),
    );
  }
  return known.length;
}
