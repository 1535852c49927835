import { type OidcApplication, parseApplicationId } from '../../../domain/application/index.ts';
import type { Applications, OidcApplications } from '../ports.ts';
import type { OidcWorld } from '../world.ts';

/** The applications that speak this protocol. Pages of our own stand in the same register, and are nobody's client. */
export function onlyOidc(applications: Applications): OidcApplications {
  return {
    async find(id) {
      const application = await applications.find(id);
      return application?.protocol === 'oidc' ? application : null;
    },
    list: async () =>
      (await applications.list()).filter((each): each is OidcApplication => each.protocol === 'oidc'),
  };
}

/** The application with this `client_id`, whatever came in its place; `null` when there is none. */
export async function applicationOf(
  { ports }: OidcWorld,
  clientId: unknown,
): Promise<OidcApplication | null> {
  const id = typeof clientId === 'string' ? parseApplicationId(clientId) : null;
  return id && ports.applications.find(id);
}
