/** Asks the person to prove that it is them; false when they would rather not. */
type Asker = () => Promise<boolean>;

let asker: Asker | null = null;
let asking: Promise<boolean> | null = null;

/** The dialog that is on the page; undo it with what is returned. */
export function onStepUp(ask: Asker): () => void {
  asker = ask;
  return () => {
    asker = null;
  };
}

/** Requests that are refused together share one question. */
export function proveItIsYou(): Promise<boolean> {
  asking ??= (asker ? asker() : Promise.resolve(false)).finally(() => (asking = null));
  return asking;
}
