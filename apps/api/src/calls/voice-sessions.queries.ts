import type { AccountTx } from '@platform/tenancy/account-tx';
import { VoiceSession } from './voice-session.entity.js';

/** The conversation the caller is in, or was in last; null when no agent has talked with them. */
export async function latestSession(tx: AccountTx, callId: string): Promise<VoiceSession | null> {
  const [latest] = await tx.find(VoiceSession, { callId }, { startedAt: 'DESC', id: 'DESC' });
  return latest ?? null;
}
