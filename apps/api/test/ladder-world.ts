import { AccountDb } from '@platform/tenancy/account-db';
import { newId } from '@platform/tenancy/new-id';
import type {
  EmergencyDetails,
  EmergencyReport,
  IncidentOutcome,
  OpenedIncident,
} from '../src/escalation/escalation.types.js';
import { EscalationService } from '../src/escalation/escalation.service.js';
import type { SeededAccount } from './harness/seed-account.js';
import type { TestApp } from './harness/test-app.js';

export interface IncidentRow {
  id: string;
  code: string;
  state: string;
  round: number;
  next_step: number;
  accepted_name: string | null;
  accepted_via: string | null;
  accepted_at: Date | null;
  eta_minutes: number | null;
  job_value_cents: string | null;
  next_fire_at: Date | null;
  watchdog_at: Date | null;
  contacted_at: Date | null;
  merged_into: string | null;
  call_sid: string;
}

export interface AlertRow {
  id: string;
  escalation_step: string;
  channel: string;
  contact_name: string;
  state: string;
  error_code: string | null;
  attempts: number;
  provider_sid: string | null;
  reply: string | null;
}

/** What happens around one contractor's emergency, in the words of the people in it. */
export class LadderWorld {
  private texts = 0;

  constructor(
    readonly app: TestApp,
    readonly account: SeededAccount,
  ) {}

  /** A caller's emergency is recognised. */
  emergency(changes: Partial<EmergencyReport> = {}): Promise<OpenedIncident> {
    return this.app.http.get(AccountDb, { strict: false }).within(this.account.accountId, async (tx) => {
      const callId = changes.callId ?? newId();
      const callSid = changes.callSid ?? `CA${callId.replaceAll('-', '')}`;
      await tx.query(
        `insert into calls (account_id, id, line_id, call_sid, caller_phone, called_at) values ($1, $2, $3, $4, $5, app_now())
         on conflict do nothing`,
        [tx.accountId, callId, this.account.lineId, callSid, '+13125550415'],
      );
      return this.app.http.get(EscalationService, { strict: false }).open(tx, {
        callId,
        callSid,
        lineNumber: this.account.line,
        callerPhone: '+13125550415',
        callerName: 'Jim Kowalski',
        address: '218 Oak Lane',
        issueSummary: 'Burst pipe to water heater, basement flooding',
        openedBy: 'voice_agent',
        safetyLine: 'Main water shutoff',
        controlUrl: 'https://control.test/1',
        ...changes,
      });
    });
  }

  /** The conversation brings more. */
  learns(incidentId: string, details: EmergencyDetails): Promise<void> {
    return this.app.http.get(AccountDb, { strict: false }).within(this.account.accountId, async (tx) => {
      const [row] = await tx.query<{ call_id: string }>(`select call_id from incidents where id = $1`, [incidentId]);
      await this.app.http.get(EscalationService, { strict: false }).addDetails(tx, row?.call_id ?? '', details);
    });
  }

  /** A text from a phone to the account's line, as Twilio delivers it. Returns the TwiML answer. */
  async replies(phone: string, words: string, messageSid = this.nextSid()): Promise<string> {
    const form = { MessageSid: messageSid, From: phone, To: this.account.line, Body: words, NumMedia: '0' };
    const response = await this.app.twilio('sms-incoming', form).expect(200);
    await this.app.settle();
    return response.text;
  }

  /** The newest leg to a phone is picked up and one key is pressed. Returns the TwiML that followed. */
  async presses(phone: string, key: string): Promise<string> {
    const leg = this.legTo(phone);
    const form = { CallSid: leg.sid, CallStatus: 'in-progress', From: this.account.line, To: phone };
    await this.app.twilio(pathOf(leg.answerUrl), form).expect(200);
    const response = await this.app.twilio(`legs/key${queryOf(leg.answerUrl)}`, { ...form, Digits: key }).expect(200);
    await this.app.settle();
    return response.text;
  }

  /** A worker is killed without a word: what it had claimed is free, what it had begun stays begun. */
  async workerDies(): Promise<void> {
    await this.app.db.platform.query(`update routing.alarms set claimed_by = null, claimed_until = null`);
  }

  /** The newest leg to a phone ends. */
  async legEnds(phone: string, status: string): Promise<void> {
    const leg = this.legTo(phone);
    await this.app.twilio(pathOf(leg.statusUrl), { CallSid: leg.sid, CallStatus: status, To: phone }).expect(204);
    await this.app.settle();
  }

  /** The carrier's receipt of the newest text to a phone. */
  async receipt(phone: string, status: string, errorCode?: string): Promise<void> {
    const text = this.app.telephony.texts.findLast((sent) => sent.to === phone);
    if (!text) throw new Error(`no text to ${phone}`);
    const form = {
      MessageSid: text.sid,
      MessageStatus: status,
      To: phone,
      ...(errorCode ? { ErrorCode: errorCode } : {}),
    };
    await this.app.twilio(pathOf(text.statusUrl), form).expect(204);
    await this.app.settle();
  }

  legTo(phone: string) {
    const leg = this.app.telephony.calls.findLast((call) => call.to === phone);
    if (!leg) throw new Error(`no call to ${phone}`);
    return leg;
  }

  textsTo(phone: string): string[] {
    return this.app.telephony.textsTo(phone);
  }

  callsTo(phone: string): number {
    return this.app.telephony.calls.filter((call) => call.to === phone).length;
  }

  async incident(id: string): Promise<IncidentRow> {
    const [row] = await this.app.db.everything<IncidentRow>(`select * from incidents where id = $1`, [id]);
    if (!row) throw new Error(`no incident ${id}`);
    return row;
  }

  /** How lead card and digest see the emergency. */
  outcome(incidentId: string): Promise<IncidentOutcome | undefined> {
    return this.app.http.get(AccountDb, { strict: false }).within(this.account.accountId, async (tx) => {
      const [row] = await tx.query<{ call_id: string }>(`select call_id from incidents where id = $1`, [incidentId]);
      const callId = row?.call_id ?? '';
      return (await this.app.http.get(EscalationService, { strict: false }).outcomesOf(tx, [callId])).get(callId);
    });
  }

  alerts(incidentId: string): Promise<AlertRow[]> {
    return this.app.db.everything<AlertRow>(`select * from alerts where incident_id = $1 order by id`, [incidentId]);
  }

  async journal(incidentId: string): Promise<string[]> {
    const rows = await this.app.db.everything<{ event: string }>(
      `select event from journal where subject_id = $1 order by seq`,
      [incidentId],
    );
    return rows.map((row) => row.event);
  }

  private nextSid(): string {
    this.texts += 1;
    return `SM${this.account.accountId.replaceAll('-', '').slice(0, 26)}${this.texts.toString(16).padStart(6, '0')}`;
  }
}

const pathOf = (url: string): string => url.slice(url.indexOf('/api/twilio/') + '/api/twilio/'.length);
const queryOf = (url: string): string => url.slice(url.indexOf('?'));
