import type { CaseId } from '../case/model.ts';
import { openRequest } from '../case/open-case.ts';
import type { CaseworkContext } from '../case/world.ts';
import type { Proof, Requests } from './requests.ts';
import { mayAskAgain } from './what-one-may.ts';

/** Begins a new request with what was told before. The eID that proved this session is the one of the request. */
export async function askAgain(
  context: CaseworkContext,
  id: CaseId,
  proof: Proof,
): ReturnType<Requests['askAgain']> {
  const { stores } = context;
  const one = await stores.cases.find(id);
  const { identity = null } = one?.applicant ?? {};
  if (one === null || identity === null || one.application === null) return { kind: 'not-now' };
  if (proof !== 'eid') return { kind: 'needs-eid' };
  const other = await stores.cases.findOpenOf(identity.identifier);
  if (other !== null && other.id !== id) return { kind: 'opened', case: other.id };
  if (!(await mayAskAgain(context, one))) return { kind: 'not-now' };
  const { reason, application, answers } = one;
  const opened = await openRequest(context, { identity, reason, application, language: answers.language });
  return { kind: 'opened', case: opened.id };
}
