import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Chromium is on this machine; `scripts/lib/browser.mjs` finds it, and the tests are left out without it. */
const names = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser; as root, as in a container, it only runs without a sandbox of its own. */
export async function openBrowser(): Promise<Browser> {
  const wanted = process.env['SAMENSPEL_BROWSER'];
  let reason: unknown;
  for (const executablePath of wanted ? [wanted] : names) {
    try {
      return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

/** Waits until everything that the page asked for is there. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const waiting = page.locator('.skeleton');
  while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
}
