import type { AccountOwner } from '../../domain/account/index.ts';
import type { AccountKey } from '../../domain/account-keys/index.ts';
import type { Web } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';

/** A live key of whoever is logged in; one of somebody else is as one that does not exist. */
export async function heldKey(web: Web, { person }: AccountOwner, id: string): Promise<AccountKey | null> {
  const { keys } = await web.world.accountKeys.listKeys({ person });
  return keys.find((key) => key.id === id) ?? null;
}

/** What its holder calls a key; its kind where it has no name. */
export function nameOfKey({ words }: Frame, key: AccountKey): string {
  const name = key.kind === 'email' ? key.address.reveal() : key.name;
  return name === '' ? words.say(`account.key.${key.kind}`) : name;
}
