import type { JournalEvent } from '../../api/types.js';

/** Which resources an event makes old, by the first word of its name. */
const OUTDATED: Record<string, string[]> = {
  call: ['calls', 'overview', 'disagreements', 'test-calls'],
  lead_card: ['lead-cards', 'calls', 'overview'],
  // A card and a call's row say when its visit is.
  appointment: ['booking', 'lead-cards', 'calls', 'overview'],
  booking: ['booking', 'config'],
  incident: ['incidents', 'overview', 'lead-cards', 'calls', 'drills'],
  drill: ['drills', 'incidents'],
  policy: ['policy'],
  digest: ['digests', 'overview'],
  // Other busy times in the contractor's own calendar mean other open windows.
  calendar: ['calendar', 'booking', 'overview'],
  // With the office hours the hours change in which somebody has to be on call.
  config: ['config', 'overview', 'onboarding', 'on-call'],
  vapi_config_updated: ['config'],
  provisioning: ['provisioning', 'onboarding', 'config', 'overview'],
  line: ['provisioning', 'onboarding', 'overview'],
  forwarding: ['forwarding', 'onboarding'],
  onboarding: ['onboarding'],
  account: ['profile', 'onboarding', 'config'],
  test_call: ['test-calls', 'onboarding'],
  // Whom a ladder reaches depends on who is on call and on whose phone is confirmed.
  on_call: ['on-call', 'contacts', 'policy', 'overview', 'onboarding'],
  contact: ['on-call', 'contacts', 'policy'],
};

/** Query keys below the account. A spoken line concerns one open call, not every list. */
export function outdatedBy({ event, callId }: JournalEvent): string[][] {
  if (event === 'call.turn') return callId ? [['calls', 'detail', callId]] : [];
  const family = event.split('.')[0] ?? '';
  return (OUTDATED[family] ?? []).map((name) => [name]);
}
