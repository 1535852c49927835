import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import type { World } from '../../../base/unit-of-work.ts';
import { changing, type Run } from '../case/changing.ts';
import { bindActs, type CaseworkSettings, type CaseworkStores } from '../case/world.ts';
import { answerPage } from './answer-page.ts';
import { addDocument, beginUpload, refuseDocument, removeDocument } from './applicant-documents.ts';
import { askAgain } from './ask-again.ts';
import { changeContact } from './change-contact.ts';
import { confirmEmail, sendCode } from './confirm-email.ts';
import { askForLink, findCaseOfLink, isLinkAlive, openByLink } from './open-by-link.ts';
import { replyToAgent } from './reply-to-agent.ts';
import { submitRequest } from './submit-request.ts';
import { viewRequest } from './view-request.ts';
import { withdrawRequest } from './withdraw-request.ts';

/** The applicant's side of casework: every call is one transaction. */
export type Requests = ReturnType<typeof openRequests>;

/** Opens the applicant's side of casework. */
export function openRequests(world: World<CaseworkStores, CaseworkSettings>) {
  const run = bindActs(world);
  return {
    viewRequest: run(viewRequest),
    answerPage: orChanged(run(answerPage)),
    sendCode: run(sendCode),
    confirmEmail: changing(run(confirmEmail)),
    submitRequest: orChanged(run(submitRequest)),
    replyToAgent: changing(run(replyToAgent)),
    beginUpload: run(beginUpload),
    addDocument: changing(run(addDocument)),
    refuseDocument: run(refuseDocument),
    removeDocument: run(removeDocument),
    changeContact: changing(run(changeContact)),
    withdrawRequest: changing(run(withdrawRequest)),
    askAgain: run(askAgain),
    askForLink: run(askForLink),
    isLinkAlive: run(isLinkAlive),
    findCaseOfLink: run(findCaseOfLink),
    openByLink: run(openByLink),
  };
}

/** Who sends a form of another window's past is told so. */
function orChanged<Asked, Answer>(
  run: Run<Asked, Answer>,
): Run<Asked, Answer | { readonly kind: 'changed' }> {
  return async (asked) => {
    try {
      return await run(asked);
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return { kind: 'changed' };
      throw error;
    }
  };
}
