import type { Page } from '@playwright/test';
import { fakeApi, type FakeApi } from './fake-api.js';
import { ACCOUNT, now } from './fixtures/night.js';

export interface Look {
  prepare?: (api: FakeApi) => void;
}

/** Opens a page of the account on the fixture night, at the fixture hour. */
export async function visit(page: Page, path: string, { prepare }: Look = {}): Promise<FakeApi> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.clock.install({ time: now });
  const api = await fakeApi(page);
  prepare?.(api);
  await page.goto(path.startsWith('/') ? path : `/a/${ACCOUNT}/${path}`);
  return api;
}
