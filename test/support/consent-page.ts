import type { Page } from 'playwright-core';

/** On Discord's page, where an application asks to know who somebody is: they say who they are, and decide. */
export async function decideOn(page: Page, name: string, decision: 'Authorize' | 'Cancel'): Promise<void> {
  await page.getByLabel('You are').selectOption({ label: name });
  await page.getByRole('button', { name: decision }).click();
}
