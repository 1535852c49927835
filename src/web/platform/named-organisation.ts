import type { Organisation } from '../../domain/organisation/index.ts';
import { actingOf } from '../http/session/staff-context.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { ORGANISATIONS, withOrganisation } from './organisation-in.ts';
import { refusePlatform } from './refuse-platform.ts';

/** The organisation that an act is about, for the page that asks about it. */
export function withNamedOrganisation(
  web: Web,
  context: WebContext,
  work: (organisation: Organisation) => Promise<Response>,
): Promise<Response> {
  return withOrganisation(web, context, async (id) => {
    const found = await web.world.platform.nameOrganisation({ by: actingOf(context), id });
    if (found.kind === 'found') return work(found.organisation);
    return refusePlatform(web, context, found, { section: 'platform-organisations', href: ORGANISATIONS });
  });
}
