import { correlationCode } from '../../../base/correlation.ts';
import { Redacted } from '../../../base/redacted.ts';
import type { NationalNumber, PersonId } from '../../person/index.ts';
import { mayOpen, type StaffMember } from '../../staff/index.ts';
import { record } from '../case/keep-case.ts';
import type { CaseId, LinkRemoval } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import type { Desk } from './desk.ts';
import { checkReason, wrong } from './desk-context.ts';
import { tellLook } from './tell-look.ts';

/** The live links of somebody: of a decided case, or found by number, which asks for a reason. */
export async function linksOf(
  context: CaseworkContext,
  agent: StaffMember,
  search: Parameters<Desk['linksOf']>[1],
): ReturnType<Desk['linksOf']> {
  const { stores } = context;
  if (!mayOpen('cases', agent)) return { kind: 'not-allowed' };
  if ('number' in search) {
    const errors = checkReason('reason', search.reason);
    if (errors.length > 0) return wrong(errors);
  }
  const person =
    'case' in search ? await personOf(context, search.case) : await byNumber(context, search.number);
  if (person?.id === agent.person) return { kind: 'own-case' };
  await tellLook(context, agent.person, {
    kind: 'case.links-viewed',
    subject: person ? { kind: 'person', id: person.id } : null,
    details: { search: 'case' in search ? 'case' : 'number', found: person !== null },
    concerned: [
      'case' in search
        ? { way: 'shown', applicantOf: search.case }
        : { way: 'searched', number: search.number.digits },
      ...(person ? [{ way: 'shown', person: person.id } as const] : []),
    ],
    ...('reason' in search && { reason: new Redacted(search.reason.trim()) }),
  });
  const links = person ? await stores.links.liveOf(person.id) : [];
  return {
    kind: 'found',
    person: person?.id ?? null,
    name: person ? `${person.givenNames} ${person.familyName}` : '',
    links: links.map(({ id, country, linkedAt, source }) => ({ link: id, country, since: linkedAt, source })),
  };
}

async function personOf({ stores }: CaseworkContext, id: CaseId) {
  const one = await stores.cases.find(id);
  if (one?.state.kind !== 'decided' || one.state.outcome.kind === 'refused') return null;
  return stores.persons.find(one.state.outcome.person);
}

async function byNumber({ stores }: CaseworkContext, number: NationalNumber) {
  return stores.persons.findByNumber(number);
}

/** An agent wants a link to end: it waits for a second one. */
export async function proposeRemoval(
  context: CaseworkContext,
  agent: StaffMember,
  wish: Parameters<Desk['proposeRemoval']>[1],
): ReturnType<Desk['proposeRemoval']> {
  const { stores, world, now } = context;
  if (!mayOpen('cases', agent)) return { kind: 'not-allowed' };
  const errors = checkReason('reason', wish.reason);
  if (errors.length > 0) return wrong(errors);
  const link = await stores.links.find(wish.link);
  if (link === null || link.ended !== null || link.person !== wish.person) return { kind: 'unknown-case' };
  if (link.person === agent.person) return { kind: 'own-case' };
  // The reason goes to whoever asked for that case: nobody else may get it.
  if (wish.case !== null && (await personOf(context, wish.case))?.id !== link.person)
    return { kind: 'unknown-case' };
  const removal: LinkRemoval = {
    id: world.randomness.uuid(),
    link: link.id,
    case: wish.case,
    person: link.person,
    country: link.country,
    reason: wish.reason.trim(),
    proposedBy: agent.person,
    proposedAt: now,
    decided: null,
  };
  const added = await stores.linkRemovals.add(removal);
  if (added.kind === 'already-proposed') return { kind: 'already-proposed' };
  await tellProposed(context, removal);
  return { kind: 'proposed', id: removal.id };
}

/** The timeline of the case, where there is one, and the trail in any case. */
async function tellProposed(context: CaseworkContext, removal: LinkRemoval): Promise<void> {
  const { person, proposedBy, link, country, reason } = removal;
  const concerned = [{ way: 'changed', person }] as const;
  if (removal.case !== null) {
    const by = { kind: 'agent', person: proposedBy } as const;
    const happening = { kind: 'link-removal-proposed', by, text: reason, concerned } as const;
    await record(context, { id: removal.case }, happening);
    return;
  }
  await tellLook(context, proposedBy, {
    kind: 'case.link-removal-proposed',
    subject: { kind: 'person', id: person },
    details: { link, country },
    concerned,
  });
}

/** The second agent ends the link, or keeps it. What the link gave before stays explained: it ends, it is not deleted. */
export async function decideRemoval(
  context: CaseworkContext,
  agent: StaffMember,
  { id, remove, comment }: { readonly id: string; readonly remove: boolean; readonly comment: string },
): ReturnType<Desk['decideRemoval']> {
  const { stores, now } = context;
  if (!mayOpen('cases', agent)) return { kind: 'not-allowed' };
  const errors = checkReason('comment', comment);
  if (errors.length > 0) return wrong(errors);
  const removal = await stores.linkRemovals.find(id);
  if (removal === null) return { kind: 'unknown-case' };
  if (removal.proposedBy === agent.person) return { kind: 'own-decision' };
  if (removal.person === agent.person) return { kind: 'own-case' };
  const decided = {
    kind: remove ? 'removed' : 'kept',
    by: agent.person,
    at: now,
    comment: comment.trim(),
  } as const;
  if (!(await stores.linkRemovals.decide(id, decided))) return { kind: 'already-decided' };
  if (remove) await endLink(context, removal, agent.person);
  else
    await tellLook(context, agent.person, {
      kind: 'case.link-kept',
      subject: { kind: 'person', id: removal.person },
      details: { link: removal.link, country: removal.country, proposedBy: removal.proposedBy },
      concerned: [{ way: 'changed', person: removal.person }],
    });
  return { kind: decided.kind };
}

async function endLink(context: CaseworkContext, removal: LinkRemoval, by: PersonId): Promise<void> {
  const { stores, world, now } = context;
  const link = await stores.links.find(removal.link);
  if (link === null) throw new Error('a link that was to end is not there');
  await stores.links.end(removal.link, now, 'removed-by-agents');
  await stores.audit.record({
    kind: 'identity-matching.link-ended',
    actor: { kind: 'person', id: by },
    subject: { kind: 'person', id: removal.person },
    purpose: 'identity-matching',
    details: { link: removal.link, country: removal.country, proposedBy: removal.proposedBy },
    concerned: [{ way: 'changed', person: removal.person }],
    correlation: correlationCode(world.randomness.bytes(8)),
  });
  const one =
    (removal.case && (await stores.cases.find(removal.case))) ??
    (await stores.cases.findLastOf(link.identifier.reveal()));
  if (!one) return;
  // Its applicant may come back with the eID, and read why; what was open rests on a link that was a mistake.
  await stores.endings.end([one.id], now, now);
  const agent = { kind: 'agent', person: by } as const;
  await record(context, one, { kind: 'link-removed', by: agent, text: removal.reason });
  await writeToApplicant(context, one, { template: 'link-removed', values: { reason: removal.reason } });
}
