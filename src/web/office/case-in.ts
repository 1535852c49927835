import { type Case, parseCaseId } from '../../domain/casework/index.ts';
import { actingOf } from '../http/session/staff-context.ts';
import type { Web, WebContext } from '../http/web-context.ts';

/** The case in the address, where this office may see it; `null` otherwise. */
export async function caseIn(web: Web, context: WebContext): Promise<Case | null> {
  const id = parseCaseId(context.req.param('id') ?? '');
  return id && web.world.counter.findAtCounter({ by: actingOf(context), case: id });
}
