import {
  type Candidate,
  type ManualSearch,
  parseManualSearch,
  rankCandidates,
  rankFound,
  searchKeys,
} from '../../candidates/index.ts';
import { knownBehind, type NationalNumber, type PersonId } from '../../person/index.ts';
import { record } from '../case/keep-case.ts';
import type { Case } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import { secondNeeded } from '../decision/second-needed.ts';
import { soughtFrom } from '../decision/sought-from.ts';
import type { Desk, ShownCandidate } from './desk.ts';
import { type Ask, checkReason, findToLook, proposedNumber, wrong } from './desk-context.ts';

/** More are fetched than shown, because the order of the register is rougher than ours. */
const FETCHED = 50;

/** Whom of the register the applicant might be, the likeliest first. */
export async function candidatesOf(
  { stores }: { readonly stores: Pick<CaseworkContext['stores'], 'candidates'> },
  one: Case,
): Promise<readonly Candidate[]> {
  const sought = soughtFrom(one);
  return rankCandidates(sought, await stores.candidates.find(searchKeys(sought), FETCHED));
}

/** Whom of the register the applicant might be: for the eyes of an agent, in the timeline. */
export async function candidatesFor(context: CaseworkContext, ask: Ask): ReturnType<Desk['candidates']> {
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  const alike = await candidatesOf(context, found.case);
  const proposed = await proposedIn(context, found.case);
  const isOther = ({ person }: Candidate) => !proposed.some((each) => isSame(each, person));
  const candidates = [...proposed, ...alike.filter(isOther)];
  await record(context, found.case, {
    kind: 'candidates-viewed',
    by: { kind: 'agent', person: ask.agent.person },
    details: { found: candidates.length },
    concerned: candidates.map(({ person }) => ({ way: 'candidate', number: person.number.digits })),
  });
  return {
    kind: 'found',
    candidates: await withLinks(context, candidates, { one: found.case, by: ask.agent.person }),
  };
}

/** The person of the register who is proposed, first of all, wherever the first agent found them. */
async function proposedIn({ stores, now }: CaseworkContext, one: Case): Promise<readonly Candidate[]> {
  const number = proposedNumber(one.state, now);
  const registered = number && (await stores.register.findByNumber(number));
  return registered === null ? [] : rankFound(soughtFrom(one), [registered]);
}

function isSame({ person }: Candidate, other: Candidate['person']): boolean {
  return person.number.digits.reveal() === other.number.digits.reveal();
}

/** A search by hand: with a reason, because it can look for anybody. */
export async function searchByHand(
  context: CaseworkContext,
  ask: Ask,
  { search, reason }: { readonly search: ManualSearch; readonly reason: string },
): ReturnType<Desk['search']> {
  const parsed = parseManualSearch(search);
  const errors = [
    ...(parsed.kind === 'refused' ? [searchError(parsed.reason)] : []),
    ...checkReason('reason', reason),
  ];
  if (errors.length > 0 || parsed.kind === 'refused') return wrong(errors);
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  const people = await context.stores.candidates.find(searchKeys(parsed.sought), FETCHED);
  const candidates = rankFound(soughtFrom(found.case), people);
  await record(context, found.case, {
    kind: 'register-searched',
    by: { kind: 'agent', person: ask.agent.person },
    text: reason.trim(),
    details: { found: candidates.length, terms: termsOf(search) },
    concerned: candidates.map(({ person }) => ({ way: 'searched', number: person.number.digits })),
  });
  return {
    kind: 'found',
    candidates: await withLinks(context, candidates, { one: found.case, by: ask.agent.person }),
  };
}

/** What somebody was sought by, never the words. */
function termsOf(search: ManualSearch): string {
  const terms = ['familyName', 'givenNames', 'birthDate'] as const;
  return terms.filter((term) => search[term].trim() !== '').join(' ');
}

function searchError(reason: 'too-little' | 'birth-date' | 'too-long') {
  if (reason === 'birth-date') return { field: 'birthDate', code: 'not-a-date' } as const;
  return { field: 'familyName', code: reason === 'too-long' ? 'too-long' : 'empty' } as const;
}

/** What agents must know besides: other eIDs of that person, and why this agent may not link alone. */
async function withLinks(
  { stores, now }: CaseworkContext,
  candidates: readonly Candidate[],
  { one, by }: { readonly one: Case; readonly by: PersonId },
): Promise<readonly ShownCandidate[]> {
  const own = one.applicant.identity?.identifier;
  const found = [];
  for (const candidate of candidates) {
    const person = await knownBehind(stores.persons, candidate.person);
    const links = person ? await stores.links.liveOf(person.id) : [];
    const linked = links.map(({ id, country, linkedAt }) => ({ link: id, country, since: linkedAt }));
    const isLinked = links.some(({ identifier }) => identifier.reveal() !== own);
    found.push({ ...candidate, linked, isLinked, id: person?.id ?? null });
  }
  const ids = found.flatMap(({ id }) => (id === null ? [] : [id]));
  const entrusted = await stores.entrusted.among(ids, now);
  return found.map(({ id, isLinked, ...candidate }) => ({
    ...candidate,
    needs: secondNeeded(one, {
      registered: candidate.person,
      by,
      isLinked,
      isEntrusted: id !== null && entrusted.has(id),
    }),
  }));
}

/** Shows a number in full: the reason and the view stand in the timeline. */
export async function revealNumber(
  context: CaseworkContext,
  ask: Ask,
  { number, reason }: { readonly number: NationalNumber; readonly reason: string },
): ReturnType<Desk['revealNumber']> {
  const errors = checkReason('reason', reason);
  if (errors.length > 0) return wrong(errors);
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  await record(context, found.case, {
    kind: 'number-viewed',
    by: { kind: 'agent', person: ask.agent.person },
    text: reason.trim(),
    concerned: [{ way: 'revealed', number: number.digits }],
  });
  return { kind: 'done', case: found.case };
}
