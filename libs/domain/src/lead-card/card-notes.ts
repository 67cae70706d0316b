/** Notes come from several places in one call (no address, a language barrier); each is kept once. */
export function addNote(notes: string | null, note: string | null): string | null {
  if (!note) return notes;
  if (!notes) return note;
  return notes.split('\n').some((kept) => isSame(kept, note)) ? notes : `${notes}\n${note}`;
}

/** Agents end a note with a full stop or not. */
export const isSame = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (note: string): string =>
  note
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase();
