import { jest } from '@jest/globals';
import { setTimeout as realPause } from 'node:timers/promises';
import type { FaultOrder } from '../../../simulator/src/faults.js';
import { createSimulator } from '../../../simulator/src/server.js';
import { readSettings } from '../../../simulator/src/server-settings.js';
import { makeStandIns } from '../../../simulator/src/server-stand-ins.js';
import { DEMO_ACCOUNTS } from '../../local/demo/demo-accounts.js';
import { TestDatabase } from '../harness/test-database.js';
import { Night } from './night.js';
import { Office } from './office.js';
import { OneClock } from './one-clock.js';
import { Caller, Technician } from './people.js';
import { PhoneNetwork, type AgentError, type Letter } from './phone-network.js';
import { Program } from './program.js';

export const METRO_LINE = '+13125550100';
export const METRO_OFFICE = '+13125550185';
export const APEX_LINE = '+13035550100';
export const MIKE = '+13125550182';
export const DANA = '+13125550183';
export const DAVE = '+13125550184';
export const LUIS = '+13035550182';
export const CHICAGO = 'America/Chicago';

/** The PRD's own evening: a Thursday in February, half an hour before Metro Plumbing closes. */
const CURTAIN = new Date('2026-02-12T22:30:00Z');
const STAFF = DEMO_ACCOUNTS.flatMap((account) => [
  ...account.contacts.map((contact) => contact.phone),
  account.businessNumber,
]);
const REAL_PATIENCE_MS = 8_000;
const LOOK_EVERY_REAL_MS = 25;
const UNFINISHED = `state in ('created', 'retry', 'active')`;

/** A story of twenty minutes takes a few real seconds, more on a busy machine. */
jest.setTimeout(60_000);

/**
 * The whole program beside the whole simulator, in one process: the real HTTP, adapters, vendors' SDKs, database and
 * worker. Only time is ours: it stands still until a story lets it pass.
 */
export class Stage {
  database: TestDatabase;
  network: PhoneNetwork;
  night: Night;
  program: Program;
  metro: Office;
  apex: Office;
  private since = CURTAIN.getTime();
  /** What has been opened so far; a start that fails half way must not leave a port or a database behind. */
  private readonly closers: (() => Promise<unknown>)[] = [];

  async open(): Promise<void> {
    const simulator = await createSimulator({ ...readSettings({}), port: 0, smtpPort: 0, clockScale: 0 }, makeStandIns);
    this.closers.push(() => simulator.close());
    const simulatorUrl = await simulator.listen();
    this.database = await TestDatabase.create();
    this.closers.push(() => this.database.drop());
    this.network = new PhoneNetwork(simulator.app);
    this.night = new Night(simulator.world, this.network, this.database.platform);
    await this.night.moveTo(CURTAIN.getTime());
    const clock = new OneClock(simulator.world.clock);
    const { smtpUrl = '' } = simulator.world.address;
    this.program = await Program.start({ databaseUrl: this.database.url, simulatorUrl, smtpUrl, clock });
    this.closers.push(() => this.program.stop());
    this.night.program = this.program;
    this.metro = await Office.signIn(this.program.url, 'dave@metroplumbing.example', METRO_LINE);
    this.apex = await Office.signIn(this.program.url, 'rosa@apexair.example', APEX_LINE);
  }

  async close(): Promise<void> {
    for (const close of this.closers.reverse()) await close();
  }

  /** Ends whatever is left of the last story and goes on to the next `21:22` or `sat 10:00` in Chicago. */
  async opensAt(wallClock: string): Promise<void> {
    await this.network.forgiveEverything();
    for (const number of STAFF) await this.network.behaves(number, { kind: 'by-hand' });
    for (const { callSid } of await this.network.liveCalls()) await this.network.hangUp(callSid);
    for (const office of [this.metro, this.apex]) await this.closeIncidents(office);
    await this.night.until(wallClock, CHICAGO);
    this.since = this.night.now;
  }

  caller(number: string | null): Caller {
    return new Caller(number, this.network, this.night);
  }

  tech(number: string): Technician {
    return new Technician(number, this.network, this.night, this.since);
  }

  passes(time: { minutes?: number; seconds?: number }): Promise<void> {
    return this.night.pass((time.minutes ?? 0) * 60 + (time.seconds ?? 0));
  }

  fault(order: FaultOrder): Promise<void> {
    return this.network.fault(order);
  }

  /** Makes the simulated model hear this caller as this class, whatever is said. */
  agentThinks(caller: string, hearsAs: AgentError['hearsAs']): Promise<void> {
    return this.network.agent(caller, { hearsAs });
  }

  /** What stands in the contractor's Slack channel since the story began. */
  async slackOf(key: 'metro' | 'apex'): Promise<string[]> {
    const hook = DEMO_ACCOUNTS.find((account) => account.key === key)?.slackWebhook ?? '';
    const posts = await this.network.slack();
    const ours = posts.filter((post) => hook.endsWith(post.webhook) && Date.parse(post.at) >= this.since);
    return ours.map((post) => post.text);
  }

  /** What arrived in a letter box since the story began, the oldest first. */
  async mailsTo(address: string): Promise<Letter[]> {
    const letters = await this.network.mailsTo(address);
    return letters.filter((letter) => Date.parse(letter.at) >= this.since).toReversed();
  }

  /** Real time, for what background jobs do at their own pace. */
  async eventually<T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> {
    for (const giveUpAt = performance.now() + REAL_PATIENCE_MS; performance.now() < giveUpAt;) {
      const seen = await look();
      if (seen) return seen;
      await realPause(LOOK_EVERY_REAL_MS);
    }
    throw new Error(`It never came to it that ${what}`);
  }

  /** The API can be reached again. */
  async isBackAgain(): Promise<void> {
    await this.network.forgiveEverything();
    await this.program.asksWhatCameMeanwhile();
    await this.jobsAreDone();
    await this.passes({ seconds: 5 });
    await this.jobsAreDone();
  }

  /** What waits in the worker's queues need wait no longer. */
  async hurryJobs(): Promise<void> {
    await this.database.everything(
      `update pgboss.job set start_after = now() where start_after > now() and ${UNFINISHED}`,
    );
  }

  /** Until the worker has run what waits in its queues. Their waits are real time, so the story shortens them. */
  async jobsAreDone(): Promise<void> {
    await this.hurryJobs();
    const count = `select count(*)::int as jobs from pgboss.job where ${UNFINISHED}`;
    await this.eventually(
      async () => (await this.database.everything<{ jobs: number }>(count))[0]?.jobs === 0,
      'the queues were empty',
    );
  }

  /** Every row of an account, as text, whatever table it is in: the oracle of the walls between accounts. */
  async rowsOf(accountId: string): Promise<string> {
    const tables = await this.database.everything<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
       where column_name = 'account_id' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const rows = tables.map(({ name }) => `select t::text as row from ${name} t where account_id = '${accountId}'`);
    return (await this.database.everything<{ row: string }>(rows.join(' union all '))).map(({ row }) => row).join('\n');
  }

  private async closeIncidents(office: Office): Promise<void> {
    await this.night.settle();
    for (const { id } of await office.openIncidents()) await office.ask('POST', `incidents/${id}/resolve`, {});
  }
}
