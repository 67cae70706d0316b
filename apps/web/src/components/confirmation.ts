/** A question before an act that cannot simply be undone. */
export interface Confirmation {
  /** "Remove Sam Wu?" */
  title: string;
  /** What will be different afterwards, in whole sentences, with the names of whom it touches. */
  consequences: string[];
  /** The word of the act itself: "Remove Sam Wu". */
  action: string;
  /** Typed before the act is offered; for what takes a phone or a whole business away. */
  typed?: { what: string; text: string };
}

type Asker = (question: Confirmation) => Promise<boolean>;

let asker: Asker | null = null;

/** The dialog that is on the page; undo it with what is returned. */
export function onConfirmation(ask: Asker): () => void {
  asker = ask;
  return () => {
    asker = null;
  };
}

/** False without a dialog on the page: nothing is done unasked. */
export const isSure = async (question: Confirmation): Promise<boolean> => (await asker?.(question)) ?? false;

/** Does the act once the person has read what it means and said yes. */
export function afterConfirming(question: Confirmation, act: () => void): void {
  void isSure(question).then((sure) => {
    if (sure) act();
  });
}

/** As a person copies it: capitals, spaces and the brackets of a phone number do not matter. */
export const isTyped = (given: string, wanted: string): boolean => plain(given) === plain(wanted);

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
