import { isUuid } from '../../base/uuid.ts';
import type { AdministrationId } from '../../domain/administration/index.ts';
import type { ListedAdministrator } from '../../domain/appointment/index.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { OpenedOrganisation } from './open-organisation.ts';

/** An administration of this organisation. */
export type NamedAdministrator = ListedAdministrator & { readonly id: AdministrationId };

/** The administration that the address names, as far as it is of this organisation. */
export async function namedAdministrator(
  web: Web,
  context: WebContext,
  { by, administrator }: OpenedOrganisation,
): Promise<NamedAdministrator | null> {
  const id = context.req.param('administration') ?? '';
  if (!isUuid(id)) return null;
  const organisation = administrator.organisation.id;
  const view = await web.world.appointments.viewAdministrators({ by, organisation });
  const found = view?.administrators.find(({ appointment }) => appointment?.id === id);
  return found?.appointment ? { ...found, id: found.appointment.id } : null;
}
