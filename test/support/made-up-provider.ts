import { parseNationalNumber } from '../../src/domain/person/index.ts';
import { type Login, parseAttemptId } from '../../src/login/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { federalProvider } from './provider-examples.ts';
import { tileCode } from './tile-examples.ts';

/** Where the made-up provider sends a browser back to: somebody with this number has proved who they are by their eID. */
export function backFromProvider(login: string, number: string): string {
  const state = /\/login\/([\w-]+)/.exec(login)?.[1] ?? '';
  return `/means/fas/callback?${new URLSearchParams({ state, number })}`;
}

/** A provider of login means that no test needs to reach: who comes back from it has proved the number that stands in the address. */
export function openMadeUpProvider(login: Login, clock: () => Date): WebWorld['openId'] {
  return {
    wayThere: async () => null,
    leave: async () => ({ kind: 'to-provider', url: federalProvider().issuer, mark: 'one' }),
    async comeBack({ state, search, browser }, waiting = null) {
      const id = parseAttemptId(state);
      const read = parseNationalNumber(new URLSearchParams(search).get('number') ?? '', clock());
      if (id === null || read.kind === 'refused') return { kind: 'unknown' };
      const proves = {
        kind: 'number',
        number: read.number,
        givenNames: 'Jan',
        familyName: 'Peeters',
      } as const;
      const proof = { tile: tileCode('eid'), means: 'eid', assurance: 'high', at: clock(), proves } as const;
      return login.prove(id, browser, { mark: null, proof }, waiting);
    },
  };
}
