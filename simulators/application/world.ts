import type { Context } from 'hono';
import type { ApplicationDescription } from './model.ts';
import type { PageSetting } from './pages.ts';
import type { Provider } from './provider.ts';
import type { Sessions } from './sessions.ts';
import type { WorkLog } from './work-log.ts';

/** What all routes of one application share. */
export type ApplicationWorld = {
  readonly description: ApplicationDescription;
  readonly provider: Provider;
  readonly sessions: Sessions;
  readonly log: WorkLog;
  readonly origin: string;
  /** The language of this request, and the path that its language links lead to (`/` when left out). */
  page(context: Context, path?: string): PageSetting;
};
