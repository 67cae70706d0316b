import { busyAt, freeFirst } from './busy.js';
import type { OnCallPerson } from './roster.js';
import { isAway, layerSegments, type Seat, type SeatReason } from './layer-segments.js';
import { rosterLayers } from './roster-layers.js';
import type { LayeredSchedule, OnCallSchedule, OnCallWant, ScheduleLayer } from './schedule.types.js';

export type { OnCallSchedule, OnCallWant } from './schedule.types.js';

/** Somebody whom a layer has on call now. */
export interface LayerPerson {
  layerId: string;
  name: string;
  person: OnCallPerson;
  because: SeatReason;
}

/** Who stands behind the line at one instant. `backup` is null in a shop of one. */
export interface OnCallNow {
  primary: OnCallPerson;
  backup: OnCallPerson | null;
  owner: OnCallPerson;
  /** Of every layer that has somebody, the one paged first in front. A layer of two people is named twice. */
  layers: LayerPerson[];
}

/**
 * Who is on call at `at`, for what the caller wants. Asked again at every step of a ladder, so that a hand-off in the
 * middle of an emergency pages the new person. Overrides win over turns; someone away or gone is passed over; where no
 * layer answers, the backups move up, and the owner, who can't leave, is always last; someone busy comes behind everybody
 * who is free. Never answers "nobody"
 * (reference/oncall 7.2).
 */
export function onCallAt(schedule: OnCallSchedule, at: Date, want: OnCallWant = {}): OnCallNow {
  const layered = schedule.kind === 'roster' ? rosterLayers(schedule.roster) : schedule;
  const chain = distinct(chainAt(layered, at, want));
  const [primary = layered.owner, backup = null] = chain;
  const layers = byRank(layered.layers, want).flatMap((layer) => seated(layered, layer, at));
  return { primary, backup, owner: layered.owner, layers };
}

/** The layers that serve the want, in the order they are asked: by rank, then those that name it before general ones. */
export function layersFor(layers: ScheduleLayer[], want: OnCallWant): ScheduleLayer[] {
  const serves = (layer: ScheduleLayer) =>
    fits(layer.trades, want.trade) !== 'no' && fits(layer.zips, want.zip) !== 'no';
  return byRank(layers.filter(serves), want);
}

function chainAt(schedule: LayeredSchedule, at: Date, want: OnCallWant): OnCallPerson[] {
  const answering = layersFor(schedule.layers, want)
    .map((layer) => ({ rank: layer.rank, people: seated(schedule, layer, at).map((seat) => seat.person) }))
    .filter(({ people }) => people.length > 0);
  const [first] = answering;
  // Layers of one rank serve different calls, so they are no backup for each other; those behind them are.
  const behind = answering.filter(({ rank }) => first && rank > first.rank).flatMap(({ people }) => people);
  const backups = schedule.backups.filter(
    (person) => person.isActive && !isAway(schedule.timeOff, person.contactId, at.getTime()),
  );
  const chain = [...(first?.people ?? []), ...behind, ...backups];
  return freeFirst(chain, schedule.owner, busyAt(schedule.busy, at));
}

function seated(schedule: LayeredSchedule, layer: ScheduleLayer, at: Date): LayerPerson[] {
  const instant = at.getTime();
  const [segment] = layerSegments(schedule, layer, { from: instant, to: instant + 1 });
  return (segment?.seats ?? []).flatMap(({ contactId, because }: Seat) => {
    const person = schedule.people.find((each) => each.contactId === contactId);
    return person ? [{ layerId: layer.layerId, name: layer.name, person, because }] : [];
  });
}

function byRank(layers: ScheduleLayer[], want: OnCallWant): ScheduleLayer[] {
  return layers.toSorted((one, other) => one.rank - other.rank || closeness(other, want) - closeness(one, want));
}

const CLOSENESS = { named: 1, general: 0, unasked: -1, no: -2 } as const;

/** A layer for HVAC alone is the better answer to an HVAC call, and the worse one to a call of which nothing is known. */
const closeness = (layer: ScheduleLayer, want: OnCallWant): number =>
  CLOSENESS[fits(layer.trades, want.trade)] + CLOSENESS[fits(layer.zips, want.zip)];

function fits(served: string[], wanted: string | undefined): keyof typeof CLOSENESS {
  if (served.length === 0) return 'general';
  if (wanted === undefined) return 'unasked';
  return served.includes(wanted) ? 'named' : 'no';
}

const distinct = (people: OnCallPerson[]): OnCallPerson[] =>
  people.filter((person, index) => people.findIndex((other) => other.contactId === person.contactId) === index);
