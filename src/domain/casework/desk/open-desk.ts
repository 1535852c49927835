import type { World } from '../../../base/unit-of-work.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { revealNumber } from '../candidates/reveal-number.ts';
import { searchByHand } from '../candidates/search-by-hand.ts';
import { changing, type Run } from '../case/changing.ts';
import { bindActs, type CaseworkSettings, type CaseworkStores } from '../case/world.ts';
import { confirmProposal } from '../decision/confirm-proposal.ts';
import { AlreadyLinked } from '../decision/link-applicant.ts';
import { linkToPerson } from '../decision/link-to-person.ts';
import { proposeNumber } from '../decision/propose-number.ts';
import { refuseRequest } from '../decision/refuse-request.ts';
import { sendBackProposal } from '../decision/send-back-proposal.ts';
import { decideLinkRemoval } from '../links/decide-link-removal.ts';
import { countLinkRemovals, listLinkRemovals } from '../links/list-link-removals.ts';
import { listLinks } from '../links/list-links.ts';
import { proposeLinkRemoval } from '../links/propose-link-removal.ts';
import { assignCases } from '../queue/assign-cases.ts';
import { listAgents } from '../queue/list-agents.ts';
import { countCases, listCases } from '../queue/list-cases.ts';
import { releaseOwnCase } from '../queue/release-own-case.ts';
import { readSavedLists, removeSavedList, saveList } from '../queue/saved-lists.ts';
import { takeNextCase } from '../queue/take-next-case.ts';
import { takeOverCase } from '../queue/take-over-case.ts';
import { addNote } from './add-note.ts';
import { askQuestion } from './ask-question.ts';
import { draftText } from './draft-text.ts';
import { handOverToOffice } from './hand-over-to-office.ts';
import { keepDraft } from './keep-draft.ts';
import { rejectDocument } from './reject-document.ts';
import { reopenRequest } from './reopen-request.ts';
import { viewCase } from './view-case.ts';
import { viewDocumentPage } from './view-document-page.ts';
import { writeMessage } from './write-message.ts';

/** The agents' side of casework: every call is one transaction, and says who acts. */
export type Desk = ReturnType<typeof openDesk>;

/** Opens the agents' side of casework. */
export function openDesk(world: World<CaseworkStores, CaseworkSettings>) {
  const run = bindActs(world);
  return {
    countCases: run(countCases),
    listCases: run(listCases),
    listAgents: run(listAgents),
    readSavedLists: run(readSavedLists),
    saveList: run(saveList),
    removeSavedList: run(removeSavedList),
    takeNextCase: changing(run(takeNextCase)),
    assignCases: changing(run(assignCases)),
    releaseOwnCase: changing(run(releaseOwnCase)),
    takeOverCase: changing(run(takeOverCase)),
    viewCase: run(viewCase),
    viewDocumentPage: run(viewDocumentPage),
    rejectDocument: run(rejectDocument),
    addNote: run(addNote),
    keepDraft: run(keepDraft),
    draftText: run(draftText),
    findCandidates: run(findCandidates),
    searchByHand: run(searchByHand),
    revealNumber: run(revealNumber),
    linkToPerson: linking(changing(run(linkToPerson))),
    proposeNumber: changing(run(proposeNumber)),
    confirmProposal: linking(changing(run(confirmProposal))),
    sendBackProposal: changing(run(sendBackProposal)),
    refuseRequest: changing(run(refuseRequest)),
    askQuestion: changing(run(askQuestion)),
    writeMessage: changing(run(writeMessage)),
    handOverToOffice: changing(run(handOverToOffice)),
    reopenRequest: changing(run(reopenRequest)),
    listLinks: run(listLinks),
    proposeLinkRemoval: run(proposeLinkRemoval),
    decideLinkRemoval: run(decideLinkRemoval),
    countLinkRemovals: run(countLinkRemovals),
    listLinkRemovals: run(listLinkRemovals),
  };
}

/** A link that would stand beside another one leaves nothing behind, and is an answer. */
function linking<Asked, Answer>(
  run: Run<Asked, Answer>,
): Run<Asked, Answer | { readonly kind: 'already-linked' }> {
  return async (asked) => {
    try {
      return await run(asked);
    } catch (error) {
      if (error instanceof AlreadyLinked) return { kind: 'already-linked' };
      throw error;
    }
  };
}
