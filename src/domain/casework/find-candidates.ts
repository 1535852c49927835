import {
  type Candidate,
  type ManualSearch,
  parseManualSearch,
  rankCandidates,
  rankFound,
  searchKeys,
} from '../candidates/index.ts';
import type { NationalNumber } from '../person/index.ts';
import type { Desk, ShownCandidate } from './desk.ts';
import { type Ask, checkReason, findToLook, wrong } from './desk-context.ts';
import { record } from './keep-case.ts';
import type { Case } from './model.ts';
import { soughtFrom } from './sought-from.ts';
import type { CaseworkContext } from './world.ts';

/** More are fetched than shown, because the order of the register is rougher than ours. */
const FETCHED = 50;

/** Whom of the register the applicant might be, the likeliest first. */
export async function candidatesOf({ stores }: CaseworkContext, one: Case): Promise<readonly Candidate[]> {
  const sought = soughtFrom(one);
  return rankCandidates(sought, await stores.candidates.find(searchKeys(sought), FETCHED));
}

/** Whom of the register the applicant might be: for the eyes of an agent, in the timeline. */
export async function candidatesFor(context: CaseworkContext, ask: Ask): ReturnType<Desk['candidates']> {
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  const sought = soughtFrom(found.case);
  const candidates = rankCandidates(
    sought,
    await context.stores.candidates.find(searchKeys(sought), FETCHED),
  );
  await record(context, found.case, {
    kind: 'candidates-viewed',
    by: { kind: 'agent', person: ask.agent.person },
    details: { found: candidates.length },
    concerned: candidates.map(({ person }) => ({ way: 'candidate', number: person.number.digits })),
  });
  return { kind: 'found', candidates: await withLinks(context, candidates) };
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
  return { kind: 'found', candidates: await withLinks(context, candidates) };
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

async function withLinks(
  { stores }: CaseworkContext,
  candidates: readonly Candidate[],
): Promise<readonly ShownCandidate[]> {
  const shown: ShownCandidate[] = [];
  for (const candidate of candidates) {
    const person = await stores.persons.findByNumber(candidate.person.number);
    const links = person ? await stores.links.liveOf(person.id) : [];
    const linked = links.map(({ id, country, linkedAt }) => ({ link: id, country, since: linkedAt }));
    shown.push({ ...candidate, linked });
  }
  return shown;
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
