import { VERSIONS, type AccountLetter } from './suspects.js';
import type { IsolationWorld } from './world.js';
import { newId } from '@platform/tenancy/new-id';

/** Whose id stands in a position. */
export type IdOf = 'own' | 'sister' | 'stranger' | 'never' | 'malformed';

/** Headers in which something of another account can stand. */
export const CARRIES_SOMETHING = /^(if-match|last-event-id)$/i;

/** What a header says: the account's own, another's, what nobody has, or nonsense. */
export function headerValue(world: IsolationWorld, name: string, { letter, value }: Whose): string {
  switch (name) {
    case 'if-match':
      return { never: '"999999999"', malformed: '"x"' }[value as string] ?? `"${VERSIONS[letter]}"`;
    case 'last-event-id':
      return (
        { own: '1-0', never: `${Number.MAX_SAFE_INTEGER}-0`, malformed: 'x' }[value as string] ??
        world.places[letter].cursor
      );
    // A key that was used before would be refused before the case's own position is looked at.
    default:
      return newId();
  }
}

interface Whose {
  letter: AccountLetter;
  value: IdOf;
}
