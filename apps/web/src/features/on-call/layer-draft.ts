import type { Layer, SaveSchedule, Schedule } from '../../api/types.js';

/** A layer being edited; `key` keeps its fields in place while others come and go. */
export interface DraftLayer extends Omit<Layer, 'id'> {
  key: string;
  id?: string;
}

export interface ScheduleValues {
  layers: DraftLayer[];
  backupContactIds: string[];
  ownerContactId: string;
}

export const valuesOf = ({ layers, backupContactIds, ownerContactId }: Schedule): ScheduleValues => ({
  layers: layers.map((layer) => ({ ...layer, key: layer.id })),
  backupContactIds,
  ownerContactId,
});

export const toSave = ({ layers, ...rest }: ScheduleValues): SaveSchedule => ({
  ...rest,
  layers: layers.map(({ key: _key, ...layer }) => layer),
});

export const newLayer = (values: ScheduleValues): DraftLayer => ({
  key: `new-${values.layers.length}-${values.layers.map(({ key }) => key).join('')}`,
  name: `Layer ${values.layers.length + 1}`,
  rank: 1,
  rotation: null,
  turns: [],
  trades: [],
  zips: [],
  windows: [],
  holidays: 'normal',
});

export type Turns = Layer['turns'];

/** The leads in a new order; who goes along with a lead stays with them. */
export const reorder = (turns: Turns, leads: string[]): Turns =>
  leads.map((lead) => turns.find((turn) => turn.contactIds[0] === lead) ?? { contactIds: [lead] });

export const leadsOf = (turns: Turns): string[] => turns.flatMap(({ contactIds }) => contactIds.slice(0, 1));

/** "60601, 60614 60622" as people paste them. */
export const zipsIn = (text: string): string[] => [...new Set(text.match(/\b\d{5}\b/g) ?? [])];

/** Why it cannot be saved yet; null when it can. */
export function scheduleProblem({ layers }: ScheduleValues): string | null {
  if (layers.some(({ turns }) => turns.length === 0)) return 'Every layer needs at least one person.';
  if (layers.some(({ name }) => !name.trim())) return 'Every layer needs a name.';
  return layers.some(({ windows }) => windows.some(({ days }) => days.length === 0))
    ? 'Every time window needs at least one day.'
    : null;
}
