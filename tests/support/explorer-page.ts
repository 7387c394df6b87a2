import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from './open-browser.ts';

/** What a person does with the explorer. */
export type ExplorerPage = {
  page: Page;
  /** The names on the tabs. */
  tabs: () => Promise<string[]>;
  /** Opens a tab, fills in what is given, presses the button, and reads the answer that the page then shows. */
  run: (tab: string, filledIn?: { variables?: object; headers?: object }) => Promise<Answer>;
  /** Addresses beyond this server that the page asked for. */
  strangers: string[];
  /** What the page complained of. */
  complaints: string[];
};
// biome-ignore lint/suspicious/noExplicitAny: whoever asks knows what comes back
type Answer = { data: any; errors?: unknown };

const settleMs = 700;

/** Opens the explorer of a gateway in a browser, and waits until it knows the schema. */
export const openExplorer = async (browser: Browser, url: string): Promise<ExplorerPage> => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(`${url}/`)) strangers.push(request.url());
  });
  page.on('pageerror', ({ message }) => void complaints.push(message));
  page.on('console', (told) => {
    if (told.type() === 'error') complaints.push(told.text());
  });
  const schema = page.waitForResponse((response) => response.request().postData()?.includes('__schema') ?? false);
  await page.goto(`${url}/explorer`);
  await schema;
  await page.waitForSelector('.graphiql-execute-button');
  const fill = async (panel: string, content: object): Promise<void> => {
    await page.click(`.graphiql-editor-tools button:has-text("${panel}")`);
    await page.click(`section[aria-label="${panel}"] .graphiql-editor:not(.hidden) .monaco-editor`);
    await page.keyboard.press('Control+A');
    // Pasted, as the editor closes brackets and quotes of what is typed.
    await page.evaluate(pasting(JSON.stringify(content)));
  };
  const run: ExplorerPage['run'] = async (tab, { variables, headers } = {}) => {
    await page.click(`.graphiql-tab-button[title="${tab}"]`);
    await page.waitForSelector(`.graphiql-tab-active .graphiql-tab-button[title="${tab}"]`);
    // The name behind "query" or "mutation", of whatever colour.
    await page.waitForSelector(`[aria-label="Operation Editor"] .view-line >> text=/(query|mutation)\\s${tab}\\b/`);
    // GraphiQL learns a moment after it shows a tab which operation that has; a person who reads it takes longer.
    await delay(settleMs);
    if (variables) await fill('Variables', variables);
    if (headers) await fill('Headers', headers);
    const asks = new RegExp(`(query|mutation) ${tab}\\b`);
    const isAnswer = (response: ResponseOf) => asks.test(response.request().postData() ?? '');
    const [response] = await Promise.all([
      page.waitForResponse(isAnswer),
      page.click('.graphiql-execute-button[aria-label^="Execute"]'),
    ]);
    await page.waitForSelector('.result-window .view-line:has-text("data")');
    return (await response.json()) as Answer;
  };
  const tabs = () => page.locator('.graphiql-tab-button').allInnerTexts();
  return { page, tabs, run, strangers, complaints };
};

/** What runs in the page to paste a text where the cursor is. */
const pasting = (text: string): string => `
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', ${JSON.stringify(text)});
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
`;

type ResponseOf = Parameters<Parameters<Page['waitForResponse']>[0]>[0];
