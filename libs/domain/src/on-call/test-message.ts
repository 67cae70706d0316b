import { safeWords } from '@domain/escalation/gsm7';
import type { Said } from './pager-language.js';

/** VTCR 1.2. Carries no incident code: its answer may never acknowledge an emergency. */
export const testMessage = (businessName: string): Said => ({
  en: `This is a test from ${safeWords(businessName)}'s after-hours system. You're set as the primary on-call contact. Reply OK to confirm.`,
  es: `Prueba del sistema de emergencias de ${safeWords(businessName)}. Tienes la guardia principal. Contesta OK para confirmar.`,
});
