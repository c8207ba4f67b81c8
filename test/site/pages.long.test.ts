/** Every page in every way to show it, whole: pages.browser.test.ts looks at each in one way. */
import { expect, test } from 'vitest';
import { LOOKS, lookAt } from '../axe.ts';
import { browseSite, layOut, NAMES } from './browse.ts';

const { open } = browseSite();

test.each(NAMES)('%s is without violation in light and dark, on phone and desktop', async (name) => {
  const { page } = await open(`${name}.html`);
  await layOut(page);
  for (const look of LOOKS) {
    expect({ ...look, ...(await lookAt(page, look)) }).toEqual({ ...look, overflow: 0, violations: [] });
  }
  await page.close();
});
