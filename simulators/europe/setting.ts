import type { Clock } from '../../src/base/time.ts';
import type { SiteAddress } from '../ground/site.ts';

/** Where simulated Europe lives: `folder` keeps its keys, `connectorMetadata` is the address of Belgium's metadata. */
export type EuropeSetting = SiteAddress & {
  readonly folder: string;
  readonly connectorMetadata: string;
  readonly clock: Clock;
};
