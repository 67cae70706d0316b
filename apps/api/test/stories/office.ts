import { DEMO_PASSWORD } from '../../local/demo/demo-people.js';

export interface CallFacts {
  id: string;
  callerPhone: string | null;
  calledAt: string;
  durationSeconds: number | null;
  status: string;
  handledBy: string | null;
  classification: string | null;
  priority: string | null;
  category: string | null;
  serviceType: string | null;
  summary: string | null;
  isAfterHours: boolean;
  isRepeatCaller: boolean;
  hasRecording: boolean;
  leadCardId: string | null;
  incidentId: string | null;
  badge: { text: string; tone: string };
}

export interface CallDetailFacts extends CallFacts {
  turns: { role: 'caller' | 'agent'; text: string }[];
  assessments: { decidedBy: string; classification: string; safetyInstruction: string | null; reasoning: string }[];
  voicemailText: string | null;
}

export interface CardFacts {
  id: string;
  callId: string;
  classification: string;
  priority: string;
  callerName: string;
  callerPhone: string | null;
  callbackPhone: string | null;
  address: string | null;
  issueSummary: string;
  issueDetail: string | null;
  serviceType: string;
  classificationReasoning: string | null;
  safetyInstructionGiven: string | null;
  callerTone: string;
  notes: string | null;
  callDurationSeconds: number | null;
  appointmentBooked: boolean;
  onCall: { state: string; label: string };
  callbackStatus: string;
  calledBack: { at: string; byName: string } | null;
}

export interface IncidentFacts {
  id: string;
  code: string;
  callId: string;
  state: string;
  openedBy: string;
  callerName: string | null;
  callerPhone: string | null;
  address: string | null;
  issueSummary: string;
  safetyLine: string | null;
  acceptedName: string | null;
  acceptedVia: string | null;
  contactedAt: string | null;
}

export interface AlertFacts {
  step: number;
  escalationStep: string | null;
  channel: string;
  contactName: string;
  state: string;
  attempts: number;
  errorCode: string | null;
}

interface Page<Row> {
  data: Row[];
}

const READ_ONLY = ['version', 'accountName', 'timeZone', 'line', 'digestSlackWebhookSet'];

/** The contractor's own view of the night: REST as a person of the demo account. */
export class Office {
  private constructor(
    readonly accountId: string,
    readonly line: string,
    private readonly origin: string,
    private readonly token: string,
  ) {}

  static async signIn(origin: string, email: string, line: string): Promise<Office> {
    const response = await fetch(`${origin}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: DEMO_PASSWORD }),
    });
    const { accessToken } = (await response.json()) as { accessToken: string };
    const me = await fetch(`${origin}/api/v1/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    const { accounts } = (await me.json()) as { accounts: { accountId: string }[] };
    const accountId = accounts[0]?.accountId;
    if (!accountId) throw new Error(`${email} has no account`);
    return new Office(accountId, line, origin, accessToken);
  }

  /** The latest call from this number; a withheld one is null. */
  async callFrom(number: string | null): Promise<CallFacts> {
    return found(await this.callsFrom(number), `call from ${number ?? 'a withheld number'}`);
  }

  async callsFrom(number: string | null): Promise<CallFacts[]> {
    const { data } = await this.get<Page<CallFacts>>('calls?limit=100');
    return data.filter((call) => call.callerPhone === number);
  }

  callDetail(callId: string): Promise<CallDetailFacts> {
    return this.get(`calls/${callId}`);
  }

  /** The card of the latest call from this number. */
  async cardOf(number: string | null): Promise<CardFacts> {
    const { leadCardId } = await this.callFrom(number);
    if (!leadCardId) throw new Error(`The call from ${number ?? 'a withheld number'} left no card`);
    return this.get(`lead-cards/${leadCardId}`);
  }

  async incidentOf(number: string | null): Promise<IncidentFacts> {
    const { incidentId } = await this.callFrom(number);
    if (!incidentId) throw new Error(`The call from ${number ?? 'a withheld number'} opened no incident`);
    return this.get(`incidents/${incidentId}`);
  }

  async alertsOf(number: string | null): Promise<AlertFacts[]> {
    const { id } = await this.incidentOf(number);
    return (await this.get<{ alerts: AlertFacts[] }>(`incidents/${id}`)).alerts;
  }

  async openIncidents(): Promise<IncidentFacts[]> {
    return (await this.get<Page<IncidentFacts>>('incidents?state=open&limit=100')).data;
  }

  /** The settings as they can be saved again. */
  async settings(): Promise<Record<string, unknown>> {
    const view = Object.entries(await this.get<Record<string, unknown>>('config'));
    return Object.fromEntries(view.filter(([name]) => !READ_ONLY.includes(name)));
  }

  async save(settings: Record<string, unknown>): Promise<void> {
    const { version } = await this.get<{ version: number }>('config');
    const response = await this.ask('PUT', 'config', settings, { 'if-match': `"${version}"` });
    if (!response.ok) throw new Error(`The settings were refused: ${await response.text()}`);
  }

  async get<T>(path: string): Promise<T> {
    const response = await this.ask('GET', path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(`${this.origin}/api/v1/accounts/${this.accountId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

function found<Row>(rows: Row[], what: string): Row {
  const [row] = rows;
  if (!row) throw new Error(`The office sees no ${what}`);
  return row;
}
