import type { Adapter, AdapterPayload } from 'oidc-provider';

const MOST = 1000;

/** Where one provider keeps what is under way, until it ends: the oldest goes when there is too much. */
export function openMemory(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const find = (matches: (payload: AdapterPayload) => boolean) => [...kept.values()].find(matches);
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload) {
        kept.set(key(id), payload);
        const oldest = kept.keys().next();
        if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
      },
      find: async (id) => kept.get(key(id)),
      findByUid: async (uid) => find((each) => each.uid === uid && each.kind === model),
      findByUserCode: async () => undefined,
      async consume(id) {
        const found = kept.get(key(id));
        if (found) found.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
}
