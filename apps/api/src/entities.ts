import { Account } from './accounts/account.entity.js';
import { Call } from './calls/call.entity.js';
import { VoiceSession } from './calls/voice-session.entity.js';
import { AfterHoursSettings } from './config/after-hours-settings.entity.js';
import { DigestHistory } from './digest/digest-history.entity.js';
import { DigestSchedule } from './digest/digest-schedule.entity.js';
import { Alert } from './escalation/alert.entity.js';
import { Incident } from './escalation/incident.entity.js';
import { LeadCard } from './lead-cards/lead-card.entity.js';
import { Contact } from './on-call/contact.entity.js';
import { OnCallRoster } from './on-call/on-call-roster.entity.js';
import { Line } from './provisioning/line.entity.js';

/** Every TypeORM entity of the program. */
export const ENTITIES: (new () => object)[] = [
  Account,
  AfterHoursSettings,
  Alert,
  Call,
  Contact,
  DigestHistory,
  DigestSchedule,
  Incident,
  LeadCard,
  Line,
  OnCallRoster,
  VoiceSession,
];
