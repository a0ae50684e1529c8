import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { Product, temporaryFolder } from '../support/product.ts';
import { publish } from './figures.ts';
import { firstUsefulPaint, signedIn } from './pages/first-paint.ts';
import { longestInteraction } from './pages/interaction.ts';
import { recordLargeProgramme } from './pages/large-programme.ts';
import { median } from './rounds.ts';

const quick = process.argv.includes('--quick');
const SIZE = quick ? { trajectories: 30, contacts: 4 } : { trajectories: 300, contacts: 23 };
const ROUNDS = quick ? 2 : 7;

/** The pages on a large programme, on a warm server: what a lead waits for in the morning, and while using a list. */
async function main(): Promise<void> {
  const folder = await temporaryFolder('bench-pages');
  const browser = await openBrowser();
  try {
    const target = await Product.start(join(folder, 'data'), '--empty').ready();
    const { programme, events, trajectories } = await recordLargeProgramme(target, SIZE);
    const page = await signedIn(browser, target);
    const paints = await rounds(() => firstUsefulPaint(page, `/programmas/${programme}/vandaag`));
    const interactions = await rounds(() => longestInteraction(page, `/programmas/${programme}/deelnames`));
    const [paint, interaction] = [median(paints), median(interactions)];
    publish(
      'pages',
      {
        trajectories: trajectories.length,
        events,
        'first-useful-paint-ms': Math.round(paint),
        'first-useful-paint-ms-worst': Math.round(Math.max(...paints)),
        'longest-interaction-ms': Math.round(interaction),
        'longest-interaction-ms-worst': Math.round(Math.max(...interactions)),
      },
      {
        'first-useful-paint-ms': { limit: 1_000, value: Math.round(paint) },
        'longest-interaction-ms': { limit: 100, value: Math.round(interaction) },
      },
    );
  } finally {
    await browser.close();
    await Product.stopAll();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One to warm up, and then those that count. */
async function rounds(of: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) found.push(await of());
  return found.slice(1);
}

await main();
