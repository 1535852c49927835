import { Redacted } from '../../base/redacted.ts';
import { readSixDigits } from '../../base/typed/six-digits.ts';
import { addingNeeds, addKey, newKey } from './add-key.ts';
import { bindingBy } from './binding.ts';
import { readKeyName } from './key-name.ts';
import { act, type KeyHolder } from './world.ts';

/** RFC 4226 section 4 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;

/** What an app is set up with. `secret`: to be typed; `address`: to be shown as a QR code. */
export type AppSetup = {
  readonly kind: 'ready';
  readonly secret: Redacted<string>;
  readonly address: Redacted<string>;
};

/** What an app needs; the same until it is set up or an hour is over, so that a page that is shown again shows no other code. */
export const beginApp = act(
  ['keySetups', 'persons'],
  async (
    { stores, world, now },
    { by }: { readonly by: KeyHolder },
  ): Promise<AppSetup | { readonly kind: 'too-weak' }> => {
    if (bindingBy(by.authority)?.counts !== 'everywhere') return { kind: 'too-weak' };
    const fresh = hexadecimal(world.randomness.bytes(SECRET_BYTES));
    const kept = bytesOf(await stores.keySetups.keep(by.person, 'app', fresh, now));
    const known = await stores.persons.find(by.person);
    const { oneTimeCodes, sender } = world.settings;
    const label = known === null ? '' : `${known.givenNames} ${known.familyName}`.trim();
    const named = { issuer: sender.service[by.language], label };
    return {
      kind: 'ready',
      secret: new Redacted(oneTimeCodes.write(kept)),
      address: new Redacted(oneTimeCodes.address(kept, named)),
    };
  },
);

/** `code`, `name`: as typed. */
export type ConfirmApp = { readonly by: KeyHolder; readonly code: string; readonly name: string };

export type ConfirmedApp =
  | { readonly kind: 'bound' | 'too-weak' | 'late' }
  | {
      readonly kind: 'wrong';
      readonly field: 'code' | 'name';
      readonly code: 'empty' | 'too-long' | 'digits' | 'not-right';
    };

/** Binds an app that shows the right code: whoever cannot read its codes would find out too late. */
export const confirmApp = act(
  ['keySetups', ...addingNeeds],
  async (context, { by, code: typed, name: called }: ConfirmApp): Promise<ConfirmedApp> => {
    const { stores, world, now } = context;
    const name = readKeyName(called);
    if (name.kind === 'wrong') return { ...name, field: 'name' };
    const code = readSixDigits(typed);
    if (code.kind === 'wrong') return { ...code, field: 'code' };
    const fresh = newKey(context, by, name.name);
    if (fresh === null || fresh.binding.counts !== 'everywhere') return { kind: 'too-weak' };
    const kept = await stores.keySetups.find(by.person, 'app', now);
    if (kept === null) return { kind: 'late' };
    const secret = bytesOf(kept);
    const step = world.settings.oneTimeCodes.stepOf(secret, code.code, now);
    if (step === null) return { kind: 'wrong', field: 'code', code: 'not-right' };
    await stores.keySetups.take(by.person, 'app', now);
    await addKey(context, by, { key: { ...fresh, kind: 'app' }, secret: new Redacted(secret) });
    // The code that was just shown serves no second time.
    await stores.accountKeys.markStepUsed(fresh.id, step, now);
    return { kind: 'bound' };
  },
);

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
