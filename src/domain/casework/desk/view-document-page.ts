import { correlationCode } from '../../../base/correlation.ts';
import { actorOf } from '../../acting/index.ts';
import { type DocumentId, parseDocumentId, viewDocument } from '../../documents/index.ts';
import { atDesk, timelineActorOf } from '../case/doer.ts';
import { recordingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import type { DeskRefusal } from './desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from './take-in-hand.ts';

/** `page` from 1. */
export type ViewDocumentPage = AskedOfCase & { readonly document: DocumentId; readonly page: number };

export type DocumentPage = { readonly kind: 'page'; readonly type: string; readonly bytes: Uint8Array };

/** One page of a document, for an agent: the view stands in the timeline and in the trail. */
export const viewDocumentPage = act(
  [...lookingNeeds, 'documents', ...recordingNeeds],
  async (context, asked: ViewDocumentPage): Promise<DocumentPage | DeskRefusal> => {
    const { stores, world, now } = context;
    const { by, document, page } = asked;
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const id = parseDocumentId(document);
    const seen =
      id &&
      (await viewDocument(stores, {
        case: asked.case,
        id,
        part: page,
        actor: actorOf(by),
        purpose: 'registration',
        correlation: correlationCode(world.randomness.bytes(8)),
      }));
    if (!seen) return { kind: 'unknown-case' };
    await stores.caseEvents.add({
      case: asked.case,
      at: now,
      kind: 'document-viewed',
      by: timelineActorOf(atDesk(by)),
      text: null,
      details: { document, page },
    });
    return { kind: 'page', type: seen.type, bytes: seen.bytes };
  },
);
