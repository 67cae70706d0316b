import { gapKey } from '../../api/schedule.js';
import type { Gap, Layer } from '../../api/types.js';
import type { CoverAsk } from './cover-ask.js';

/** What closes a gap: its hours, in the layer whose callers it leaves alone. */
export function coverFor(gap: Gap, layers: Layer[]): Extract<CoverAsk, { kind: 'cover' }> {
  const { startsAt, endsAt } = gap;
  const layerId = layerOf(gap, layers)?.id;
  return { kind: 'cover', startsAt, endsAt, ...(layerId && { layerId }) };
}

/** The gap a link names, while it is open. */
export const gapNamed = (key: string | undefined, gaps: Gap[]): Gap | undefined =>
  gaps.find((gap) => gapKey(gap) === key);

/** A gap of every caller belongs to no layer: whoever covers is paged first. */
function layerOf({ trade, zip }: Gap, layers: Layer[]): Layer | undefined {
  if (trade === null && zip === null) return undefined;
  const serves = (layer: Layer): boolean =>
    (trade === null || layer.trades.includes(trade)) && (zip === null || layer.zips.includes(zip));
  return layers.toSorted((one, other) => one.rank - other.rank).find(serves);
}
