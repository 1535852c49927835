import { bindingBy } from './binding.ts';
import { type AccountKeyId, type KeyBinding, parseAccountKeyId } from './model.ts';
import type { NewAccountKey } from './ports.ts';
import { tellHolder, tellingNeeds } from './tell-holder.ts';
import { type KeyContext, type KeyHolder, recordOf, trailNeeds } from './world.ts';

export const addingNeeds = [...tellingNeeds, ...trailNeeds] as const;

/** What every new key has, whatever its kind; `null` where its holder may bind none now. */
export function newKey(
  { world, now }: KeyContext<readonly []>,
  { person, authority }: KeyHolder,
  name: string,
) {
  const binding: KeyBinding | null = bindingBy(authority);
  const id: AccountKeyId | null = parseAccountKeyId(world.randomness.uuid());
  if (id === null) throw new Error('the source of randomness gave something that is not a UUID');
  return binding && { id, person, name, binding, boundAt: now, lastUsedAt: null, ended: null };
}

/** Keeps a key, with its event and a notice to its holder at every other address. */
export async function addKey(
  context: KeyContext<typeof addingNeeds>,
  by: KeyHolder,
  one: NewAccountKey,
): Promise<{ readonly kind: 'added' | 'taken' }> {
  const { stores } = context;
  const { kind, binding } = one.key;
  if ((await stores.accountKeys.add(one)).kind === 'taken') return { kind: 'taken' };
  const details = { key: kind, by: binding.by, counts: binding.counts };
  const reference = await recordOf(context, by.person, { kind: 'account-key.added', details });
  await tellHolder(context, by.person, { template: 'key-added', reference, language: by.language });
  return { kind: 'added' };
}
