import type { PersonaScript } from '@domain/persona/persona-script';

/**
 * Assistants at the voice agent's provider, found again by the tag they were made with. Implementations bound each
 * request, never retry, and throw ProviderFailure; what cannot be found counts as removed.
 */
export abstract class AgentAssistants {
  /** Ids made with this tag since an instant, oldest first. */
  abstract tagged(tag: string, since: Date): Promise<string[]>;
  abstract create(script: PersonaScript, tag: string): Promise<string>;
  /** Sends the whole script again; false when there is no such assistant any more. */
  abstract replace(id: string, script: PersonaScript): Promise<boolean>;
  /** Whether the provider still has what `script` says, our address and secret included. */
  abstract compare(id: string, script: PersonaScript): Promise<'same' | 'drifted' | 'missing'>;
  abstract remove(id: string): Promise<void>;
}
