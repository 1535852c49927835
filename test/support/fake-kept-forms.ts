import { randomBytes } from 'node:crypto';
import type { KeptForm, KeptFormStore } from '../../src/login/index.ts';

/** Forms that were not taken, in memory. What comes back went through JSON, as it does in the database. */
export function openFakeKeptForms(): KeptFormStore {
  const forms = new Map<string, string>();
  const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);
  return {
    async keep(owner, form, kept) {
      const handle = randomBytes(16).toString('base64url');
      forms.set(keyOf(owner, form, handle), JSON.stringify(kept));
      return handle;
    },
    async find(owner, form, handle) {
      const kept = forms.get(keyOf(owner, form, handle));
      return kept === undefined ? null : (JSON.parse(kept) as KeptForm);
    },
  };
}
