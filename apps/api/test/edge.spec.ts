import { freePort } from '@platform/local/free-port';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const NGINX = '/usr/sbin/nginx';
const REPOSITORY = join(import.meta.dirname, '../../..');
const CALL = '/api/twilio/incoming-call';
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

if (!existsSync(NGINX)) console.warn('Skipped: the web server in front needs Debian’s package nginx-light.');

/** The file that is deployed, with this machine's addresses in the place of the network's. */
class Edge {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly server: ChildProcess,
  ) {}

  static async start(apiPort: number): Promise<Edge> {
    const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'edge-'))];
    layFiles(folder);
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, `http://127.0.0.1:${apiPort}`));
    const server = spawn(NGINX, ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
    const edge = new Edge(`http://127.0.0.1:${port}`, folder, server);
    await edge.ready();
    return edge;
  }

  ask(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`${this.url}${path}`, init);
  }

  async stop(): Promise<void> {
    this.server.kill('SIGTERM');
    await once(this.server, 'exit');
    rmSync(this.folder, { recursive: true });
  }

  private async ready(): Promise<void> {
    while (!(await this.ask('/').catch(() => undefined))) {
      if (this.server.exitCode !== null) throw new Error('The web server refuses its file: try nginx -t.');
      await pause(20);
    }
  }
}

/** The app as it is built: a page, a file with its hash in the name, and what a caller hears in an outage. */
function layFiles(folder: string): void {
  cpSync(join(REPOSITORY, 'apps/web/public'), join(folder, 'app'), { recursive: true });
  mkdirSync(join(folder, 'app/assets'));
  writeFileSync(join(folder, 'app/index.html'), '<title>Nightdesk</title>');
  writeFileSync(join(folder, 'app/assets/app-1a2b.js'), 'export const night = 1;\n'.repeat(200));
}

function configuration(folder: string, port: number, api: string): string {
  const deployed = readFileSync(join(REPOSITORY, 'docker/web.nginx.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('http://api:3000', api)
    .replace('/usr/share/nginx/html', join(folder, 'app'));
  const temporary = TEMPORARY.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
  return `daemon off; master_process off; pid ${folder}/pid; events {}
    http { include /etc/nginx/mime.types; access_log off; ${temporary} ${deployed} }`;
}

async function serve(port: number, answer: RequestListener): Promise<Server> {
  const server = createServer(answer).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

(existsSync(NGINX) ? describe : describe.skip)('The web server in front of the API', () => {
  let edge: Edge;
  let apiPort: number;
  let api: Server | undefined;

  beforeAll(async () => {
    apiPort = await freePort();
    edge = await Edge.start(apiPort);
  });
  afterEach(() => {
    api?.closeAllConnections();
    api?.close();
    api = undefined;
  });
  afterAll(() => edge.stop());

  it('does not need to know where the API is to start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'edge-'));
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, 8080, 'http://api.invalid:3000'));
    const tried = spawnSync(NGINX, ['-t', '-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]);
    expect([tried.status, String(tried.stderr)]).toEqual([0, expect.stringContaining('test is successful')]);
    rmSync(folder, { recursive: true });
  });

  it('answers while no API is there: a caller hears what to do and leaves a message (law 5)', async () => {
    const heard = await edge.ask(CALL, { method: 'POST', body: new URLSearchParams({ CallSid: 'CA1' }) });
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'text/xml']);
    const twiml = await heard.text();
    expect(twiml).toContain('call 911 now');
    const kept = await edge.ask(/action="([^"]+)"/.exec(twiml)?.[1] ?? '');
    expect(await kept.text()).toContain('We have your message');
  });

  it('tells everybody else the truth: 502, not a page', async () => {
    expect((await edge.ask('/api/v1/me')).status).toBe(502);
    expect((await edge.ask('/api/twilio/sms-incoming', { method: 'POST' })).status).toBe(502);
  });

  it('lets a caller wait no longer than six seconds for an API that hangs', async () => {
    api = await serve(apiPort, () => undefined);
    const heard = await edge.ask(CALL, { method: 'POST', signal: AbortSignal.timeout(9000) });
    expect(await heard.text()).toContain('call 911 now');
  }, 15_000);

  it('passes on path, query and body, and says itself whom a request comes from', async () => {
    api = await serve(apiPort, (request, response) => {
      response.setHeader('content-security-policy', "default-src 'none'");
      void request.resume().on('end', () => response.end(`${request.url} ${request.headers['x-forwarded-for']}`));
    });
    const forged = { 'X-Forwarded-For': '203.0.113.9' };
    const answer = await edge.ask('/api/v1/leads?order=waiting&q=a%2Fb', { method: 'POST', headers: forged });
    expect(await answer.text()).toBe('/api/v1/leads?order=waiting&q=a%2Fb 127.0.0.1');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  });

  it('takes a report with a whole transcript, and nothing larger than the API takes', async () => {
    api = await serve(apiPort, (request, response) => void request.resume().on('end', () => response.end('ok')));
    const send = (megabytes: number): Promise<Response> =>
      edge.ask('/api/vapi/webhook', { method: 'POST', body: 'x'.repeat(megabytes * 1024 * 1024) });
    expect((await send(4)).status).toBe(200);
    expect((await send(6)).status).toBe(413);
  });

  it('passes live updates on as they come', async () => {
    api = await serve(apiPort, (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: first\n\n');
    });
    const stream = await edge.ask('/api/v1/accounts/a/live');
    const first = await stream.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: first\n\n');
  });

  it('serves the app with the headers that the API gives it, and keeps only what never changes', async () => {
    const page = await edge.ask('/a/0192/leads');
    expect(await page.text()).toContain('Nightdesk');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await edge.ask('/assets/app-1a2b.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect((await edge.ask('/assets/gone-9f.js')).status).toBe(404);
  });
});
