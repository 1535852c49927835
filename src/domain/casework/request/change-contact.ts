import { editCase } from '../case/change-case.ts';
import { applicant } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { CaseId } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import { act } from '../case/world.ts';
import { readContact } from './read-answers.ts';
import type { KeptAnswer, Proof, TypedFields } from './request-answer.ts';

export type ChangeContact = { readonly case: CaseId; readonly typed: TypedFields; readonly proof: Proof };

/**
 * Changes telephone and language at once; the e-mail address only for who proved to be the person with the eID, and only after its code
 * came back: a code to the new address, a notice to the old.
 */
export const changeContact = act(
  keepingNeeds,
  async (context, { case: id, typed, proof }: ChangeContact): Promise<KeptAnswer> => {
    const { stores, now } = context;
    const one = await stores.cases.find(id);
    if (one === null || !isOpen(one.state) || one.state.kind === 'draft') return { kind: 'not-now' };
    const read = readContact(typed, one.answers);
    if (read.kind === 'wrong') return read;
    const { email = null, telephone = null, language = one.answers.language } = read.answers;
    const isNew = email !== one.answers.email;
    if (isNew && proof !== 'eid') return { kind: 'wrong', errors: [{ field: 'email', code: 'needs-eid' }] };
    const answers = { ...one.answers, telephone, language, pendingEmail: isNew ? email : null };
    const next = editCase(one, { answers }, now);
    await keepCase(context, next, {
      kind: 'contact-changed',
      by: applicant,
      details: { what: isNew ? 'email-asked' : 'telephone-or-language' },
    });
    return { kind: 'kept', version: next.version };
  },
);
