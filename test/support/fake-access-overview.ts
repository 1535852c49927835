import type { AccessOverview } from '../../src/domain/access-overview/index.ts';

/** An overview that knows nobody; `over` replaces what a test cares about. */
export function fakeAccessOverview(over: Partial<AccessOverview> = {}): AccessOverview {
  return {
    access: async () => ({ kind: 'not-allowed' }),
    export: async () => ({ kind: 'not-allowed' }),
    acting: async () => [],
    test: async () => ({ kind: 'not-here' }),
    ...over,
  };
}
