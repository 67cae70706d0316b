import { Account } from './accounts/account.entity.js';
import { Appointment } from './booking/appointment.entity.js';
import { BookingRulesRow } from './booking/booking-rules.entity.js';
import { CalendarConnectionRow } from './calendar/calendar-connection.entity.js';
import { Call } from './calls/call.entity.js';
import { IntakeQuestionRow } from './calls/intake-question.entity.js';
import { VoiceSession } from './calls/voice-session.entity.js';
import { AfterHoursSettings } from './config/after-hours-settings.entity.js';
import { DigestHistory } from './digest/digest-history.entity.js';
import { DigestSchedule } from './digest/digest-schedule.entity.js';
import { Alert } from './escalation/alert.entity.js';
import { Incident } from './escalation/incident.entity.js';
import { Policy } from './escalation/policy.entity.js';
import { LeadCard } from './lead-cards/lead-card.entity.js';
import { Contact } from './on-call/contact.entity.js';
import { OnCallRoster } from './on-call/on-call-roster.entity.js';
import { CarrierAccountRow } from './provisioning/carrier-account.entity.js';
import { ForwardingCheck } from './provisioning/forwarding-check.entity.js';
import { Line } from './provisioning/line.entity.js';
import { ProvisioningStep } from './provisioning/provisioning-step.entity.js';
import { Provisioning } from './provisioning/provisioning.entity.js';

/** Every TypeORM entity of the program. */
export const ENTITIES: (new () => object)[] = [
  Account,
  AfterHoursSettings,
  Alert,
  Appointment,
  BookingRulesRow,
  CalendarConnectionRow,
  Call,
  CarrierAccountRow,
  Contact,
  DigestHistory,
  DigestSchedule,
  ForwardingCheck,
  Incident,
  IntakeQuestionRow,
  LeadCard,
  Line,
  OnCallRoster,
  Policy,
  Provisioning,
  ProvisioningStep,
  VoiceSession,
];
