import { type KeptDocument, parseDocumentId } from '../../../../domain/documents/index.ts';
import type { WebContext } from '../../../http/web-context.ts';
import type { OpenedCase } from '../case-context.ts';

/** The document in the address; `null` when this case has none such, or not any more. */
export function documentIn({ view }: OpenedCase, context: WebContext): KeptDocument | null {
  const id = parseDocumentId(context.req.param('document') ?? '');
  return view.documents.find((each) => each.id === id && each.removedAt === null) ?? null;
}
