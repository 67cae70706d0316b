import type { Route } from '@playwright/test';

export const json = (route: Route, body: unknown, status = 200): Promise<void> =>
  route.fulfill({
    status,
    contentType: status < 400 ? 'application/json' : 'application/problem+json',
    body: JSON.stringify(body),
  });

export const problem = (route: Route, status: number, code: string, detail: string): Promise<void> =>
  json(route, { type: 'about:blank', title: code, status, code, detail, instance: 'r1' }, status);
