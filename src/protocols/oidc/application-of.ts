import { type Application, parseApplicationId } from '../../domain/application/index.ts';
import type { OidcWorld } from './world.ts';

/** The application with this `client_id`, whatever came in its place; `null` when there is none. */
export async function applicationOf({ ports }: OidcWorld, clientId: unknown): Promise<Application | null> {
  const id = typeof clientId === 'string' ? parseApplicationId(clientId) : null;
  return id && ports.applications.find(id);
}
