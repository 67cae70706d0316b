/** Reading of foreign JSON: a value of another shape is as good as absent. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectAt = (value: unknown, key: string): JsonObject => {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
};

export const textAt = (value: unknown, key: string): string | null => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'string' && found !== '' ? found : null;
};

export const numberAt = (value: unknown, key: string): number | null => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
};

export const listAt = (value: unknown, key: string): unknown[] | null => {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : null;
};

/** An instant given as ISO text or as milliseconds; null when it is neither. */
export const instantAt = (value: unknown, key: string): Date | null => {
  const given = textAt(value, key) ?? numberAt(value, key);
  if (given === null) return null;
  const instant = new Date(given);
  return Number.isNaN(instant.getTime()) ? null : instant;
};

/** Whether everything in `wanted` is in `found` as well; lists must be the same length and in the same order. */
export function holds(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    const items = Array.isArray(found) ? found : [];
    return items.length === wanted.length && wanted.every((item, index) => holds(items[index], item));
  }
  if (!isObject(wanted)) return found === wanted;
  return isObject(found) && Object.entries(wanted).every(([key, value]) => holds(found[key], value));
}
