import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { ForwardingArrival } from '../src/provisioning/forwarding-arrival.service.js';
import { ForwardingCall } from '../src/provisioning/forwarding-call.service.js';
import { ForwardingService } from '../src/provisioning/forwarding.service.js';
import { LineAudit } from '../src/provisioning/line-audit.service.js';
import { LineReleaseService } from '../src/provisioning/line-release.service.js';
import { ProvisioningViewService } from '../src/provisioning/provisioning-view.service.js';
import { SagaRun } from '../src/provisioning/saga-run.service.js';
import { BY_TEST, layAccount, ProvisioningWorld } from './provisioning-world.js';

const DAY = 86_400;
const HOME = 'https://nightdesk.test/api/twilio/incoming-call';
const OFFICE = '+13125550185';

describe('A line in service', () => {
  let world: ProvisioningWorld;
  let account: AccountId;
  let lineId: string;
  let number: E164;

  beforeAll(async () => {
    world = await ProvisioningWorld.open();
  });
  beforeEach(async () => {
    world.renew();
    await world.db.everything(`delete from routing.lines where number like '+1773%'`);
    account = await layAccount(world.db);
    await world.get(SagaRun).run(account, await world.start(account, { kind: 'buy', areaCode: '773' }));
    const [line] = (await world.get(ProvisioningViewService).show(account)).lines;
    lineId = line?.id ?? '';
    number = line?.number as E164;
  });
  afterAll(() => world.close());

  const events = async (like: string) =>
    world.db.everything<{ event: string; data: Record<string, unknown> }>(
      `select event, data from journal where account_id = $1 and event like $2 order by seq`,
      [account, like],
    );
  const alarms = (kind: string, subjectId: string) =>
    world.db.everything<{ due_at: Date }>(`select due_at from routing.alarms where kind = $1 and subject_id = $2`, [
      kind,
      subjectId,
    ]);
  const audit = () => world.get(LineAudit).audit(account, lineId);

  describe('is audited every night (WHI-10)', () => {
    it('at three in the morning by its own clock, and finds nothing where nothing has changed', async () => {
      const [alarm] = await alarms('line_audit', lineId);
      expect(alarm?.due_at.toLocaleTimeString('en-US', { timeZone: 'America/Chicago', hour: 'numeric' })).toBe('3 AM');
      await audit();
      expect(await events('provisioning.drift%')).toEqual([]);
    });

    it.each<[string, () => void, string[]]>([
      ["the number's voice URL was overwritten", () => pointElsewhere('voice'), ['number']],
      ["the number's fallback URL was emptied", () => pointElsewhere('voiceFallback'), ['number']],
      ["the number's status URL was changed", () => pointElsewhere('callStatus'), ['number']],
      ["the number's SMS URL was overwritten", () => pointElsewhere('sms'), ['number']],
      ['the import was deleted', () => void world.agentNumbers.imports.splice(0), ['agent-number']],
      ['the assistant was edited by hand', () => editAssistant(), ['assistant']],
      ['the assistant was deleted', () => void world.assistants.kept.splice(0), ['assistant-missing']],
    ])('when %s, it is found, repaired and told', async (_title, plant, drift) => {
      plant();
      await audit();
      expect(await events('provisioning.drift%')).toMatchObject([
        { event: 'provisioning.drift_repaired', data: { drift, left: [] } },
      ]);
      expect(world.carrier.numbers[0]?.urls.voice).toBe(HOME);
      expect(await world.standing()).toMatchObject({ numbers: 1, imports: 1, assistants: 1 });
      await audit();
      expect(await events('provisioning.drift%')).toHaveLength(1);
    });

    it('when an assistant is made anew and the answer is lost, the next look finds it: there is one in the end', async () => {
      world.assistants.kept.splice(0);
      world.breaks('assistants.create', 'is done and times out');
      await expect(audit()).rejects.toThrow();
      await audit();
      expect(world.assistants.kept).toHaveLength(1);
      const [line] = await world.db.everything<{ assistant_id: string }>(
        `select assistant_id from lines where id = $1`,
        [lineId],
      );
      expect(line?.assistant_id).toBe(world.assistants.kept[0]?.id);
    });

    it('when the carrier has lost the number, it says so on the line, because only a person can help', async () => {
      world.carrier.numbers.splice(0);
      await audit();
      const [line] = (await world.get(ProvisioningViewService).show(account)).lines;
      expect(line?.drift).toContain('number-lost');
      expect(await events('provisioning.drift_found')).toHaveLength(1);
    });

    it("touches nothing for another account's line", async () => {
      const stranger = await layAccount(world.db);
      pointElsewhere('voice');
      await world.get(LineAudit).audit(stranger, lineId);
      expect(world.carrier.numbers[0]?.urls.voice).not.toBe(HOME);
    });

    function pointElsewhere(which: 'voice' | 'voiceFallback' | 'callStatus' | 'sms'): void {
      for (const held of world.carrier.numbers) held.urls = { ...held.urls, [which]: 'https://elsewhere.example' };
    }
    function editAssistant(): void {
      for (const kept of world.assistants.kept) kept.script = '{"edited":"by hand"}';
    }
  });

  describe('is released', () => {
    const releases = () => world.get(LineReleaseService);

    it('after fourteen days in which it answers as before, and then nothing of it is left', async () => {
      await releases().release(account, lineId, BY_TEST);
      await world.clock.advance(13 * DAY);
      await releases().carryOut(account, lineId);
      expect(await world.standing()).toMatchObject({ numbers: 1, assistants: 1, routed: 1 });
      await world.clock.advance(DAY + 1);
      await releases().carryOut(account, lineId);
      expect(await world.standing()).toMatchObject({
        subaccounts: 0,
        numbers: 0,
        credentials: 0,
        imports: 0,
        assistants: 0,
        routed: 0,
      });
      expect(await alarms('line_release', lineId)).toEqual([]);
      expect(await alarms('line_audit', lineId)).toEqual([]);
      expect((await events('line.%')).map(({ event }) => event)).toEqual(['line.release_scheduled', 'line.released']);
    });

    it('not, when it is kept within the grace period; afterwards it is too late', async () => {
      await releases().release(account, lineId, BY_TEST);
      await releases().keep(account, lineId, BY_TEST);
      await world.clock.advance(20 * DAY);
      await releases().carryOut(account, lineId);
      expect(await world.standing()).toMatchObject({ numbers: 1, routed: 1 });
      await releases().release(account, lineId, BY_TEST);
      await world.clock.advance(15 * DAY);
      await expect(releases().keep(account, lineId, BY_TEST)).rejects.toMatchObject({ code: 'release-too-late' });
    });

    it.each([
      'assistants.remove',
      'agentNumbers.forget',
      'carrier.owned',
      'carrier.release',
      'carrier.closeAccount',
      'agentNumbers.distrust',
    ])('in full, when %s is done and its answer is lost', async (call) => {
      await releases().release(account, lineId, BY_TEST);
      await world.clock.advance(15 * DAY);
      world.breaks(call, 'is done and times out');
      await expect(releases().carryOut(account, lineId)).rejects.toThrow();
      await releases().carryOut(account, lineId);
      expect(await world.standing()).toMatchObject({
        subaccounts: 0,
        numbers: 0,
        credentials: 0,
        imports: 0,
        assistants: 0,
        routed: 0,
      });
    });

    it('while another one stays: the subaccount stays with it', async () => {
      await world.get(SagaRun).run(account, await world.start(account, { kind: 'buy', areaCode: '773' }));
      await releases().release(account, lineId, BY_TEST);
      await world.clock.advance(15 * DAY);
      await releases().carryOut(account, lineId);
      expect(await world.standing()).toMatchObject({
        subaccounts: 1,
        numbers: 1,
        credentials: 1,
        imports: 1,
        assistants: 1,
        routed: 1,
      });
    });

    it('never by another account, which is told that there is no such line', async () => {
      const stranger = await layAccount(world.db);
      await expect(releases().release(stranger, lineId, BY_TEST)).rejects.toMatchObject({ code: 'line-not-found' });
    });
  });

  describe('is forwarded to, and that is checked with a live call', () => {
    const check = () => world.get(ForwardingService).check(account, BY_TEST);
    const arrives = (from: string) => world.get(ForwardingArrival).isCheck(number, from);
    const last = async () => (await world.get(ForwardingService).show(account)).check;

    it("calls the business's number, and the call that comes in at the line proves it", async () => {
      await check();
      expect(world.telephony.calls.at(-1)).toMatchObject({ from: number, to: OFFICE });
      expect(await arrives('+13125550141')).toBe(false);
      expect(await arrives(number)).toBe(true);
      expect(await last()).toMatchObject({ state: 'arrived', dueAt: null });
      expect(await events('forwarding.checked')).toMatchObject([{ data: { state: 'arrived' } }]);
      expect(await arrives(number)).toBe(false);
    });

    it('gives up after a minute, and says why when the carrier told', async () => {
      const { id } = await check();
      await world.get(ForwardingCall).status(account, id, 'in-progress');
      await world.get(ForwardingCall).timeUp(account, id);
      expect(await last()).toMatchObject({ state: 'calling' });
      await world.clock.advance(61);
      await world.get(ForwardingCall).timeUp(account, id);
      expect(await last()).toMatchObject({ state: 'not_arrived', errorCode: 'answered' });
      expect(await arrives(number)).toBe(false);
    });

    it('one at a time, ten a day, and only with a number that may be dialled (FRD-01)', async () => {
      const { id } = await check();
      await expect(check()).rejects.toMatchObject({ code: 'check-running' });
      for (let more = 1; more < 10; more++) {
        await arrives(number);
        await check();
      }
      await arrives(number);
      await expect(check()).rejects.toMatchObject({ code: 'too-many-checks' });
      expect(id).toBeDefined();
      await world.clock.advance(DAY + 1);
      await world.db.everything(
        `update after_hours_configs set business_number = '+19005550100' where account_id = $1`,
        [account],
      );
      await expect(check()).rejects.toMatchObject({ code: 'number-not-possible' });
    });

    it('a number that the carrier refuses to call ends the check at once', async () => {
      world.telephony.onCall = () => ({ kind: 'refused', code: '21211', permanent: true });
      expect(await check()).toMatchObject({ state: 'failed', errorCode: '21211' });
      world.telephony.onCall = () => undefined;
    });
  });
});
