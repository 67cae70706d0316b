import { safeWords } from '@domain/escalation/gsm7';

/** VTCR 1.2. Carries no incident code: its answer may never acknowledge an emergency. */
export const testMessage = (businessName: string): string =>
  `This is a test from ${safeWords(businessName)}'s after-hours system. You're set as the primary on-call contact. Reply OK to confirm.`;
