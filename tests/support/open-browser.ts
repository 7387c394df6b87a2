import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserFolder } from '../config.ts';

/** As much of Playwright as is used: it is not in the workspace, as it is 90 MB with its Chromium. */
export type Browser = { newPage: (options: object) => Promise<Page>; close: () => Promise<void> };
export type Page = {
  goto: (url: string) => Promise<unknown>;
  click: (selector: string) => Promise<void>;
  waitForSelector: (selector: string) => Promise<unknown>;
  waitForResponse: (isIt: (response: PageResponse) => boolean) => Promise<PageResponse>;
  locator: (selector: string) => { allInnerTexts: () => Promise<string[]> };
  evaluate: (script: string) => Promise<unknown>;
  screenshot: (options: { path: string }) => Promise<unknown>;
  keyboard: { press: (key: string) => Promise<void> };
  on(event: 'request', listener: (request: PageRequest) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (told: { type: () => string; text: () => string }) => void): void;
};
type PageRequest = { url: () => string; postData: () => string | null };
type PageResponse = { request: () => PageRequest; json: () => Promise<unknown> };

/**
 * A real Chromium, from the folder that CARTOGRAPH_BROWSER names: `npm install --prefix FOLDER` of @sparticuz/chromium and
 * playwright-core, as .ci/run does it. It may reach this machine and nothing else.
 */
export const openBrowser = async (): Promise<Browser> => {
  const folder = browserFolder;
  if (!folder) throw new Error('CARTOGRAPH_BROWSER is not set: see .ci/run for how to get a browser for this test');
  const require = createRequire(join(folder, 'package.json'));
  const { chromium } = require('playwright-core') as { chromium: Launcher };
  const { default: binary } = (await import(pathToFileURL(require.resolve('@sparticuz/chromium')).href)) as Installed;
  return chromium.launch({
    executablePath: await binary.executablePath(),
    args: [
      ...binary.args,
      '--disable-background-networking',
      '--disable-quic',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    headless: true,
  });
};

type Installed = { default: { args: string[]; executablePath: () => Promise<string> } };
type Launcher = { launch: (options: object) => Promise<Browser> };
