import { isUuid } from '../../base/uuid.ts';
import type { PersonInList, WorkRelationId } from '../../domain/work-relation/index.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { colleaguePage } from './colleague-page.ts';
import { type OpenedOrganisation, showNotHere } from './open-organisation.ts';

export type Colleague = Pick<PersonInList, 'givenNames' | 'familyName'> & {
  readonly relation: WorkRelationId;
};

/** The colleague whom the address names; otherwise the page that asks for one, which leads back to the same address. */
export async function colleagueOf(
  web: Web,
  context: WebContext,
  opened: OpenedOrganisation,
  asking: { readonly title: string; readonly keep: Readonly<Record<string, string>> },
): Promise<Colleague | Response> {
  const { by, administrator, frame } = opened;
  const organisation = administrator.organisation.id;
  const { appointments } = web.world;
  const named = context.req.query('colleague') ?? '';
  const colleague = isUuid(named)
    ? await appointments.viewColleague({ by, organisation, colleague: named as string as WorkRelationId })
    : null;
  if (colleague !== null) return colleague;
  const query = (context.req.query('q') ?? '').slice(0, 60);
  const found = await appointments.findColleagues({ by, organisation, search: query });
  if (found === null) return showNotHere(web, context, opened);
  return context.html(
    colleaguePage(frame, { ...asking, back: frame.here.at('/administrators'), query, found }),
  );
}
