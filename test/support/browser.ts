import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { tools } from './tools.ts';

const EXECUTABLE = '/usr/bin/chromium';
const WITHOUT_WINDOWS = tools['headless-shell'].find();
/** What Playwright turns off itself, which a list of ours would turn on again. */
const offForTests = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
/** Pages that the browser makes for each window and nobody sees: two renderers that cost more than what is tested. */
const neverSeen = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
];

/** Why no browser can be started here; `null` when it can. For the `skip` of a test. */
export const noBrowser: string | null = existsSync(EXECUTABLE) ? null : `${EXECUTABLE} is not installed`;

/** Starts a real browser that asks the network for nothing of its own. Close it after use. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: WITHOUT_WINDOWS ?? EXECUTABLE,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--in-process-gpu',
      // Each page is new to the compiler: what it would optimise is gone before it pays.
      '--js-flags=--no-maglev --no-turbofan',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The browser without windows asks for no language unless it is told to; the other asks for this one.
      '--accept-lang=en-US',
      `--disable-features=${[...offForTests, ...neverSeen].join(',')}`,
    ],
  });
}
