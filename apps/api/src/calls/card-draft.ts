import type { ServiceType } from '@domain/triage/triage.types';
import type { CardDraft } from '../lead-cards/lead-cards.types.js';
import type { Call } from './call.entity.js';

/** What the call itself says for its card. A call nobody could decide is routine: somebody has to read it. */
export const draftOf = (call: Call): CardDraft => ({
  callId: call.id,
  calledAt: call.calledAt,
  classification:
    call.classification === 'emergency' ? 'emergency' : call.classification === 'spam' ? 'spam' : 'routine',
  priority: call.priority ?? 'routine',
  callerPhone: call.callerPhone,
  ...(call.serviceType ? { serviceType: call.serviceType as ServiceType } : {}),
  ...(call.durationSeconds === null ? {} : { callDurationSeconds: call.durationSeconds }),
});
