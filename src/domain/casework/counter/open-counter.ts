import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import type { World } from '../../../base/unit-of-work.ts';
import { parseNationalNumber } from '../../person/index.ts';
import { typedIn } from '../case/fields.ts';
import { bindActs, type CaseworkSettings, type CaseworkStores } from '../case/world.ts';
import { AlreadyLinked } from '../decision/link-applicant.ts';
import { findAtCounter, findByReference } from './find-at-counter.ts';
import { listAtCounter } from './list-at-counter.ts';
import { NumberRefused, type OpenAtCounter, openAtCounter } from './open-at-counter.ts';
import { type RecordNumber, recordNumber, seeChange } from './record-number.ts';
import { tellRefused } from './tell-refused.ts';

/** The counter of a registration office: for people who cannot use eIDAS, or whom an agent sent there. */
export type Counter = ReturnType<typeof openCounter>;

/** Opens the counter of a registration office. A number that is refused leaves no case behind, but a trace of its own. */
export function openCounter(world: World<CaseworkStores, CaseworkSettings>) {
  const run = bindActs(world);
  return {
    listAtCounter: run(listAtCounter),
    findAtCounter: run(findAtCounter),
    findByReference: run(findByReference),
    async openAtCounter(asked: OpenAtCounter) {
      try {
        return await run(openAtCounter)(asked);
      } catch (error) {
        const refused = error instanceof NumberRefused ? error.code : null;
        if (refused === null && !(error instanceof AlreadyLinked)) throw error;
        const code = refused ?? 'already-linked';
        const parsed = parseNationalNumber(typedIn(asked.typed, 'number'), world.clock());
        const number = parsed.kind === 'parsed' ? parsed.number : null;
        await run(tellRefused)({ by: asked.by, reason: code, number });
        return { kind: 'wrong', errors: [{ field: 'number', code }] } as const;
      }
    },
    async recordNumber(asked: RecordNumber) {
      try {
        return await run(recordNumber)(asked);
      } catch (error) {
        if (error instanceof AlreadyLinked) {
          const kind = 'already-linked';
          await run(tellRefused)({ by: asked.by, reason: kind, number: asked.number });
          return { kind } as const;
        }
        if (error instanceof ChangedMeanwhile) return run(seeChange)(asked);
        throw error;
      }
    },
  };
}
