import type { SpokenLanguage } from '../../base/language.ts';
import type { Device } from '../../domain/account/index.ts';
import type { Application } from '../../domain/application/index.ts';
import { sufficientMeans } from '../../domain/login-means/index.ts';
import type { AttemptId, BrowserBinding } from '../attempt.ts';
import type { Login } from '../login.ts';

/** Begins a login to our own pages, which are an application like any other. `to` is the page that it leads to. */
export async function beginOwnLogin(
  login: Pick<Login, 'begin'>,
  start: {
    readonly browser: BrowserBinding;
    readonly device: Device;
    readonly language: SpokenLanguage;
    readonly application: Application;
    readonly to: string;
  },
): Promise<AttemptId> {
  const { browser, device, language, application, to } = start;
  const attempt = await login.begin({
    browser,
    device,
    application: application.id,
    language,
    request: {
      protocol: 'own',
      interaction: to,
      scopes: [],
      means: sufficientMeans(application),
      acrAsked: false,
      wish: null,
      // People prove who they are for these pages themselves: a login elsewhere does not open them.
      known: null,
    },
  });
  return attempt.id;
}
