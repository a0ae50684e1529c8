import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openMenu } from './browser.ts';

/** What is filled in: a text, or what is chosen from a list, by the words on the label. */
export type Filled = Readonly<Record<string, string>>;

/** The first that can be chosen, whichever it is. */
export const anyChoice = '*';

/** Somebody who records on the pages, in Dutch; every page that is passed must be accessible and fit its window. */
export class Recorder {
  constructor(
    readonly page: Page,
    private readonly width: number,
  ) {}

  /** A part of the page, by its heading. */
  part(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Opens a page of the menu, or one that a link on the page leads to. */
  async goTo(name: string, heading = name): Promise<void> {
    await openMenu(this.page);
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await this.arriveAt(heading);
  }

  /** Waits for the page with that heading, and looks whether it is in order. */
  async arriveAt(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await this.settle();
    await this.lookAround();
  }

  /** Waits until everything that was asked for is there. */
  async settle(): Promise<void> {
    const waiting = this.page.locator('.skeleton');
    while ((await waiting.count()) > 0) await waiting.first().waitFor({ state: 'detached' });
  }

  async lookAround(): Promise<void> {
    const title = await this.page.title();
    expect([title, await barriersOn(this.page)]).toEqual([title, []]);
    expect([title, await this.page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([
      title,
      this.width,
    ]);
  }

  /** Opens a form by its button, fills it in and records it. */
  async record(name: string, filled: Filled = {}, where: Locator = this.page.locator('main')): Promise<void> {
    await this.open(name, where);
    await this.fillIn(filled, where);
    await this.send(name, where);
    await where
      .getByText(/^Vastgelegd\./)
      .first()
      .waitFor();
    // What was recorded may come in between pressing and letting go, and move the button from under the pointer; and when
    // nothing is left to be done, the button goes with its form.
    const open = where.getByRole('button', { name, exact: true, expanded: true });
    while ((await open.count()) > 0) await open.first().click();
  }

  /** Opens the form behind a button. */
  async open(name: string, where: Locator = this.page.locator('main')): Promise<void> {
    const button = where.getByRole('button', { name, exact: true }).first();
    await button.waitFor();
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  /** Records one of what a trajectory has in its list. */
  async recordOther(name: string, filled: Filled = {}): Promise<void> {
    const part = this.part('Leg vast');
    await part.getByLabel('Iets anders vastleggen').selectOption({ label: name });
    await this.fillIn(filled, part);
    await this.send(name, part);
    await part.getByText(/^Vastgelegd\./).waitFor();
  }

  /** Presses the button that records. */
  async send(name: string, where: Locator = this.page.locator('main')): Promise<void> {
    await where.getByRole('button', { name: `Leg vast: ${name.toLowerCase()}`, exact: true }).click();
  }

  async fillIn(filled: Filled, where: Locator = this.page.locator('main')): Promise<void> {
    for (const [label, value] of Object.entries(filled)) {
      const field = where.getByLabel(new RegExp(`^${label}( \\(niet verplicht\\))?$`)).first();
      await field.waitFor();
      const isChoice = (await field.and(this.page.locator('select')).count()) > 0;
      if (isChoice) await field.selectOption(value === anyChoice ? { index: 1 } : { label: value });
      else await field.fill(value);
    }
  }

  /** Types the name of an organisation to its end, as it stands in the register. */
  async nameOrganisation(label: string, name: string, where: Locator = this.page.locator('main')): Promise<void> {
    const field = where.getByLabel(label, { exact: true });
    await field.fill(name);
    await this.page.locator(`datalist option[value^="${name} ("]`).first().waitFor({ state: 'attached' });
    await field.press('Tab');
    expect(await field.inputValue()).toMatch(new RegExp(`^${name} \\(`));
  }
}
