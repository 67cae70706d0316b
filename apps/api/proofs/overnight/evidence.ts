import { DEMO_PASSWORD } from '../../local/demo/demo-people.js';

/** What the API and the handsets say after the night. Shapes are those of the OpenAPI document, as far as they are read here. */
export interface NightEvidence {
  timeZone: string;
  calls: EvidentCall[];
  cards: EvidentCard[];
  incident: EvidentIncident | null;
  digests: EvidentDigest[];
  textsToMike: string[];
  slackPosts: string[];
  events: { at: string; local: string; what: string }[];
}

export interface EvidentCall {
  id: string;
  callerPhone: string | null;
  callerName: string | null;
  calledAt: string;
  durationSeconds: number | null;
  classification: string | null;
  status: string;
  summary: string | null;
  leadCardId: string | null;
  hasRecording: boolean;
}

export interface EvidentCard {
  callId: string;
  classification: string;
  callerName: string;
  callerPhone: string | null;
  address: string | null;
  calledAt: string;
  issueSummary: string;
  issueDetail: string | null;
  serviceType: string;
  safetyInstructionGiven: string | null;
  callDurationSeconds: number | null;
  appointmentBooked: boolean;
  onCall: { state: string; label: string };
  callbackStatus: string;
}

export interface EvidentIncident {
  state: string;
  acceptedAt: string | null;
  acceptedName: string | null;
  acceptedVia: string | null;
  contactedAt: string | null;
  jobValueCents: number | null;
  timeline: { at: string; event: string; text: string }[];
  alerts: { escalationStep: string; channel: string; contactName: string; state: string; sentAt: string | null }[];
}

export interface EvidentDigest {
  digestDate: string;
  totalCalls: number;
  emergencies: number;
  routineBooked: number;
  routineCallback: number;
  spam: number;
  content: string;
  sentAt: string | null;
}

interface Origins {
  api: string;
  simulator: string;
}

/** Asks as the owner would: through the API, signed in, and on Mike's own phone. */
export async function gatherEvidence(origins: Origins, mike: string): Promise<NightEvidence> {
  const session = await signIn(origins.api, 'dave@metroplumbing.example');
  const [account] = session.accounts;
  if (!account) throw new Error('Dave has no account');
  const get = <T>(path: string) =>
    getJson<T>(`${origins.api}/api/v1/accounts/${account.accountId}/${path}`, session.accessToken);
  const calls = (await get<{ data: EvidentCall[] }>('calls')).data.sort(byTime);
  const cards = (await get<{ data: EvidentCard[] }>('lead-cards')).data.sort(byTime);
  const [incident] = (await get<{ data: { id: string }[] }>('incidents')).data;
  const digests = (await get<{ data: EvidentDigest[] }>('digests')).data.sort((a, b) =>
    a.digestDate.localeCompare(b.digestDate),
  );
  return {
    timeZone: account.timeZone,
    calls,
    cards,
    digests,
    incident: incident ? await get<EvidentIncident>(`incidents/${incident.id}`) : null,
    ...(await onTheHandsets(origins.simulator, mike)),
  };
}

async function onTheHandsets(
  simulator: string,
  mike: string,
): Promise<Pick<NightEvidence, 'textsToMike' | 'slackPosts' | 'events'>> {
  const phone = await getJson<{ messages: { to: string; body: string }[] }>(
    `${simulator}/sim/phones/${encodeURIComponent(mike)}`,
  );
  const posts = await getJson<{ data: unknown }[]>(`${simulator}/sim/log?scope=slack.channel`);
  const night = await getJson<{ events: NightEvidence['events'] }>(`${simulator}/sim/overnight`);
  return {
    textsToMike: phone.messages.filter((message) => message.to === mike).map((message) => message.body),
    slackPosts: posts.map((post) => JSON.stringify(post.data)),
    events: night.events,
  };
}

async function signIn(
  api: string,
  email: string,
): Promise<{ accessToken: string; accounts: { accountId: string; timeZone: string }[] }> {
  const response = await fetch(`${api}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`Sign-in failed: HTTP ${response.status}`);
  const { accessToken } = (await response.json()) as { accessToken: string };
  return {
    accessToken,
    ...(await getJson<{ accounts: { accountId: string; timeZone: string }[] }>(`${api}/api/v1/me`, accessToken)),
  };
}

async function getJson<T>(url: string, token?: string): Promise<T> {
  const response = await fetch(url, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  if (!response.ok) throw new Error(`${url} answered HTTP ${response.status}`);
  return (await response.json()) as T;
}

const byTime = (a: { calledAt: string }, b: { calledAt: string }): number => a.calledAt.localeCompare(b.calledAt);
