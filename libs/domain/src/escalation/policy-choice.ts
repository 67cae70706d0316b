import type { OnCallWant } from '@domain/on-call/schedule.types';
import type { Trade } from '@domain/triage/triage.types';

/** What an emergency is about, as far as the conversation has shown it. */
export interface EmergencyNature {
  serviceType: string | null;
  category: string | null;
  address: string | null;
}

const TRADES: readonly string[] = ['plumbing', 'hvac', 'electrical'] satisfies Trade[];
/** Only categories that belong to one trade whatever the words: gas may be a pipe or a furnace. */
const OWN_TRADE: Record<string, Trade> = { water: 'plumbing', heat: 'hvac', ac: 'hvac', electrical: 'electrical' };

/** The trade and the territory that pick the people and the policy of one emergency; empty when neither is known. */
export function wantOf({ serviceType, category, address }: EmergencyNature): OnCallWant {
  const trade = isTrade(serviceType) ? serviceType : OWN_TRADE[category ?? ''];
  const zip = zipIn(address);
  return { ...(trade ? { trade } : {}), ...(zip ? { zip } : {}) };
}

const isTrade = (serviceType: string | null): serviceType is Trade =>
  serviceType !== null && TRADES.includes(serviceType);

/** The last five-digit group: a house number comes first, a ZIP code last. A lone leading number is a house. */
function zipIn(address: string | null): string | null {
  return /\D(\d{5})(?:-\d{4})?\s*$/.exec(address?.trim() ?? '')?.[1] ?? null;
}
