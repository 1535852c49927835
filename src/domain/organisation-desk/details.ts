import { correlationCode } from '../../base/correlation.ts';
import { parseEmailAddress } from '../../base/typed/email-address.ts';
import { type ActingPerson, actorOf } from '../acting/index.ts';
import { administeringNeeds, administratorAt } from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { OrganisationDetails } from './ports.ts';
import { act } from './world.ts';

type Asked = { readonly by: ActingPerson; readonly organisation: OrganisationId };

/** What is known of an organisation; `null` for whoever administers it no longer. */
export const viewDetails = act(
  ['organisationPages', ...administeringNeeds],
  async ({ stores, now }, { by, organisation }: Asked): Promise<OrganisationDetails | null> => {
    const own = await administratorAt(stores, by.person, organisation, now);
    return own && stores.organisationPages.details(organisation, now);
  },
);

export type ChangedEmail = { readonly kind: 'changed' | 'not-an-address' | 'not-allowed' };

/** Where mail for the organisation goes, as its administrators say; an empty address takes it away. */
export const changeEmail = act(
  ['organisationPages', 'organisationHistory', 'audit', ...administeringNeeds],
  async (
    { stores, world, now },
    { by, organisation, typed }: Asked & { readonly typed: string },
  ): Promise<ChangedEmail> => {
    const own = await administratorAt(stores, by.person, organisation, now);
    if (own === null || own.basis === 'local-administrator') return { kind: 'not-allowed' };
    const email = typed.trim() === '' ? null : parseEmailAddress(typed);
    if (typed.trim() !== '' && email === null) return { kind: 'not-an-address' };
    await stores.organisationPages.changeEmail(organisation, email);
    await stores.organisationHistory.record({
      organisation,
      ...{ subject: { kind: 'organisation', id: organisation }, person: null, kind: 'email-changed' },
      ...{
        by: { person: by.person, authority: own.basis },
        after: { hasEmail: email !== null },
        reason: null,
      },
    });
    await stores.audit.record({
      kind: 'organisation.email-changed',
      actor: actorOf(by),
      subject: { kind: 'organisation', id: organisation },
      purpose: 'organisation',
      details: { hasEmail: email !== null },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
    return { kind: 'changed' };
  },
);
