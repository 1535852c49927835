import type { CaseId } from '../../domain/casework/index.ts';
import type { FormOwner } from '../http/form-again.ts';
import { whoseForm } from '../http/form-token.ts';
import { readBrowser, type Web, type WebContext } from '../http/web-context.ts';

/** Names a request in the forms of its pages: opaque, and the same in every session of it. */
export function whoseRequestForm({ world }: Web, request: CaseId): string {
  return whoseForm(world.settings.formKey, `request ${request}`);
}

/**
 * A form in somebody's own request, by the name that its forms carry: of this request in this browser, whichever session that is, so that what was
 * typed is there after they came back. Who opens another request here does not see it.
 */
export function ownerOfRequestForm(web: Web, context: WebContext, whose: string): FormOwner {
  return `request ${whose} ${readBrowser(web, context).secret ?? ''}` as FormOwner;
}
