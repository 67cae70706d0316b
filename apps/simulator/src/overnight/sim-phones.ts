import type { FastifyInstance } from 'fastify';

/** The handsets as the handset page uses them: through the simulator's own control routes. */
export class SimPhones {
  constructor(private readonly app: FastifyInstance) {}

  async dial(from: string, to: string): Promise<string> {
    const { callSid } = (await this.post('/sim/calls', { from, to })) as { callSid: string };
    return callSid;
  }

  async say(callSid: string, text: string): Promise<void> {
    await this.post(`/sim/calls/${callSid}/say`, { text });
  }

  async hangUp(callSid: string): Promise<void> {
    await this.post(`/sim/calls/${callSid}/hangup`, {});
  }

  async text(from: string, to: string, body: string): Promise<void> {
    await this.post(`/sim/phones/${encodeURIComponent(from)}/messages`, { to, body });
  }

  async behave(phone: string, behaviour: Record<string, unknown>): Promise<void> {
    await this.send('PUT', `/sim/phones/${encodeURIComponent(phone)}/behaviour`, behaviour);
  }

  private post(url: string, payload: Record<string, unknown>): Promise<unknown> {
    return this.send('POST', url, payload);
  }

  private async send(method: 'POST' | 'PUT', url: string, payload: Record<string, unknown>): Promise<unknown> {
    const response = await this.app.inject({ method, url, payload });
    // A caller may speak into a line that has just gone dead: that is the caller's bad luck, not a failure of the night.
    if (response.statusCode === 404 || response.statusCode === 409) return {};
    if (response.statusCode >= 400)
      throw new Error(`${method} ${url} answered ${response.statusCode}: ${response.body}`);
    return response.body === '' ? {} : response.json();
  }
}
