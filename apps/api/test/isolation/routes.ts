import type { TestApp } from '../harness/test-app.js';

export interface Route {
  method: string;
  /** As the router writes it: `/api/v1/accounts/:accountId/calls`. */
  path: string;
}

/** Every route the router answers, from its own print-out: what is not in here cannot be asked for. */
export function routesOf(app: TestApp): Route[] {
  const routes: Route[] = [];
  const above: string[] = [];
  for (const line of app.http.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', part = '', methods = ''] = /^((?:│   |    )*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    if (part === '') continue;
    const depth = indent.length / 4;
    above.length = depth;
    above[depth] = part;
    for (const method of methods.split(', ').filter(isOwn)) routes.push({ method, path: above.join('') });
  }
  return routes;
}

/** HEAD is answered by GET's handler; OPTIONS by nobody. */
const isOwn = (method: string): boolean => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method);

/** The document's spelling of a router's path. */
export const asDocumented = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
