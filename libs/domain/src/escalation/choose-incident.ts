import { isUnanswered, type IncidentState } from './incident.js';
import type { TechReply } from './reply.js';

/** What must be known of the incidents a sender may mean. */
export interface Answerable {
  id: string;
  code: string;
  state: IncidentState;
  acceptedBy: string | null;
  watchdogAskedAt: Date | null;
  /** While "Did you reach …?" waits for its answer, when the silence ends. */
  watchdogAt: Date | null;
}

/** `which`: several fit, and a guess could take the wrong one. `none`: nothing open fits. */
export type Chosen = { kind: 'these'; ids: string[] } | { kind: 'which'; ids: string[] } | { kind: 'none' };

/**
 * The incident a reply is about (decision 6): the one it names; else the only one that waits for such an answer.
 * `open`: the sender's open incidents, newest first.
 */
export function chooseIncident(reply: TechReply, open: readonly Answerable[], senderId: string): Chosen {
  if (reply.code !== null) return these(open.filter((incident) => incident.code === reply.code));
  const waiting = open.filter((incident) => isUnanswered(incident.state));
  if (reply.kind === 'accept_all')
    return waiting.length > 0 ? { kind: 'these', ids: idsOf(waiting) } : these(open.slice(0, 1));
  const fitting = fittingIncidents(reply, open, senderId);
  if (fitting.length === 0) return these(open.slice(0, 1));
  return fitting.length === 1 ? these(fitting) : { kind: 'which', ids: idsOf(fitting) };
}

/** The sender's open incidents that wait for such an answer, whatever code it names. */
export function fittingIncidents(reply: TechReply, open: readonly Answerable[], senderId: string): Answerable[] {
  const waiting = open.filter((incident) => isUnanswered(incident.state));
  const mine = open.filter((incident) => incident.acceptedBy === senderId && !isUnanswered(incident.state));
  return (FITTING[reply.kind] ?? (() => waiting))({ waiting, mine });
}

interface Candidates {
  waiting: Answerable[];
  /** Taken by the sender. */
  mine: Answerable[];
}

/** Words about a job under way mean the sender's own; yes and no may also answer "Did you reach …?". */
const aboutTheJob = ({ waiting, mine }: Candidates) => (mine.length > 0 ? mine : waiting);
const aboutTheQuestion = ({ waiting, mine }: Candidates) => [
  ...waiting,
  ...mine.filter((incident) => incident.watchdogAskedAt !== null && incident.watchdogAt !== null),
];
const FITTING: Partial<Record<TechReply['kind'], (candidates: Candidates) => Answerable[]>> = {
  eta: aboutTheJob,
  here: aboutTheJob,
  reached: aboutTheJob,
  not_reached: aboutTheJob,
  key: aboutTheJob,
  done: aboutTheJob,
  false_alarm: aboutTheJob,
  accept: aboutTheQuestion,
  ok: aboutTheQuestion,
  no: aboutTheQuestion,
  pass: ({ waiting, mine }) => (waiting.length > 0 ? waiting : mine.filter(({ state }) => state === 'accepted')),
};

const idsOf = (incidents: readonly Answerable[]): string[] => incidents.map((incident) => incident.id);
const these = (incidents: readonly Answerable[]): Chosen =>
  incidents.length === 0 ? { kind: 'none' } : { kind: 'these', ids: idsOf(incidents) };
