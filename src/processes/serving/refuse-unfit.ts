import type { Settings } from '../../config/settings.ts';
import type { Store } from '../../store/index.ts';
import type { Finding } from '../checks/check.ts';
import { checkDemo, checkDemoDatabase, checkEmbedded, checkProxies } from '../checks/exposure.ts';
import { ServeFailure } from './serve-failure.ts';

/** Throws `ServeFailure` where the settings put people at risk: `doctor` says the same. */
export function refuseExposure(settings: Settings): void {
  refuse(checkDemo(settings));
  refuse(checkProxies(settings));
}

/** Throws `ServeFailure` where the database for laptops would serve people: `doctor` says the same. */
export function refuseEmbedded(settings: Settings): void {
  refuse(checkEmbedded(settings));
}

/** Throws `ServeFailure` where made-up and real people would meet in one database. */
export async function refuseDemoDatabase(settings: Settings, { demoMark }: Store): Promise<void> {
  refuse(checkDemoDatabase(settings, await demoMark.owner()));
}

function refuse(finding: Finding): void {
  if (finding.verdict === 'fail') throw new ServeFailure(finding.what, finding.next);
}
