import { afterOthers, ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import { type CaseworkWorld, inContext } from '../case/world.ts';
import { answerPage, submitRequest } from './answer-request.ts';
import { addDocument, beginUpload, refuseDocument, removeDocument } from './applicant-documents.ts';
import { askAgain } from './ask-again.ts';
import { confirmEmail, sendCode } from './confirm-email.ts';
import { askForLink, openByLink } from './open-by-link.ts';
import { changeContact, reply, withdrawRequest } from './reply-to-agent.ts';
import type { Requests } from './requests.ts';
import { viewRequest } from './view-request.ts';

/** Opens the applicant's side of casework. */
export function openRequests(world: CaseworkWorld): Requests {
  return {
    view: (id, proof) =>
      inContext(world, async (context) => {
        const one = await context.stores.cases.find(id);
        return one && viewRequest(context, one, proof);
      }),
    answer: (id, page, typed, version) =>
      orChanged(() => inContext(world, (context) => answerPage(context, { id, version, page, typed }))),
    sendCode: (id) => inContext(world, (context) => sendCode(context, id)),
    confirmEmail: (id, code) =>
      afterOthers(() => inContext(world, (context) => confirmEmail(context, id, code))),
    submit: (id, typed, version) =>
      orChanged(() => inContext(world, (context) => submitRequest(context, { id, version, typed }))),
    reply: (id, typed) => afterOthers(() => inContext(world, (context) => reply(context, id, typed))),
    beginUpload: (id) => inContext(world, (context) => beginUpload(context, id)),
    addDocument: (id, document, kind, arrival) =>
      afterOthers(() =>
        inContext(world, (context) => addDocument(context, id, { document, kind, arrival: arrival ?? null })),
      ),
    refuseDocument: (id, reason, arrival) =>
      inContext(world, (context) => refuseDocument(context, id, reason, arrival ?? null)),
    askAgain: (id, proof) => inContext(world, (context) => askAgain(context, id, proof)),
    removeDocument: (id, document) => inContext(world, (context) => removeDocument(context, id, document)),
    changeContact: (id, typed, proof) =>
      afterOthers(() => inContext(world, (context) => changeContact(context, { id, typed, proof }))),
    withdraw: (id) => afterOthers(() => inContext(world, (context) => withdrawRequest(context, id))),
    askForLink: (typed, address, language) =>
      inContext(world, (context) => askForLink(context, { typed, address, language })),
    isLinkAlive: (token) =>
      inContext(world, async ({ stores, now }) => (await stores.accessLinks.find(token, now)) !== null),
    caseOfLink: (token) => inContext(world, ({ stores }) => stores.accessLinks.caseOf(token)),
    openByLink: (token) => inContext(world, (context) => openByLink(context, token)),
  };
}

async function orChanged<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | { readonly kind: 'changed' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { kind: 'changed' };
    throw error;
  }
}
