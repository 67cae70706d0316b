import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { JobRunner, type JobHandler } from '@platform/jobs/job-runner';
import type { AssistantService } from './calls/assistant.service.js';
import type { BookingWork } from './booking/booking-work.service.js';
import type { CallWork } from './calls/call-work.service.js';
import type { DigestCourier } from './digest/digest-courier.service.js';
import type { DigestService } from './digest/digest.service.js';
import type { LadderService } from './escalation/ladder.service.js';
import type { UnreachedService } from './escalation/unreached.service.js';
import type { MailDeliveryService } from './identity/mail-delivery.service.js';
import type { JOB_QUEUES } from './job-queues.js';
import type { AppointmentCardService } from './lead-cards/appointment-card.service.js';
import type { SettledEmergencyService } from './lead-cards/settled-emergency.service.js';
import type { CoverTurnsService } from './on-call/cover-turns.service.js';
import type { HandOffNoticeService } from './on-call/hand-off-notice.service.js';
import type { HandOffSilenceService } from './on-call/hand-off-silence.service.js';
import type { LineTypesService } from './on-call/line-types.service.js';
import type { NoteDeliveryService } from './on-call/note-delivery.service.js';
import type { ContractorImportsService } from './onboarding/contractor-imports.service.js';
import type { ProvisioningWork } from './provisioning/provisioning-work.service.js';

type JobName = (typeof JOB_QUEUES)[number];

/** Which service answers each job. */
export abstract class JobHandlers {
  abstract readonly of: Record<JobName, JobHandler>;
}

/** In the order in which the worker's module names them. */
type AlarmServices = [
  ladder: LadderService,
  digests: DigestService,
  calls: CallWork,
  provisioning: ProvisioningWork,
  handOffs: HandOffNoticeService,
  covers: CoverTurnsService,
  silences: HandOffSilenceService,
  lineTypes: LineTypesService,
  bookings: BookingWork,
];

/** Which service answers each alarm. */
export const alarmHandlers = (
  ...[ladder, digests, calls, provisioning, handOffs, covers, silences, lineTypes, bookings]: AlarmServices
): AlarmHandlers =>
  new AlarmHandlers()
    .onReturn(() => calls.afterOutage())
    .on('ladder', (accountId, id, run) => ladder.fireStep(accountId, id, run))
    .on('alert', (accountId, id) => ladder.dispatch(accountId, id))
    .on('watchdog', (accountId, id) => ladder.watchdog(accountId, id))
    .on('caller_news', (accountId, id) => ladder.tellCaller(accountId, id))
    .on('call_check', (accountId, id) => calls.checkCall(accountId, id))
    .on('digest', (accountId) => digests.compile(accountId))
    .on('line_audit', (accountId, id) => provisioning.audit(accountId, id))
    .on('line_release', (accountId, id) => provisioning.release(accountId, id))
    .on('forwarding_check', (accountId, id) => provisioning.forwardingTimeUp(accountId, id))
    .on('hand_off', (accountId) => handOffs.fire(accountId))
    .on('hand_off_silence', (accountId, id) => silences.fire(accountId, id))
    .on('cover_ask', (accountId, id) => covers.fire(accountId, id))
    .on('line_lookup', (accountId, id) => lineTypes.remember(accountId, id))
    .on('booking_ask', (accountId, id) => bookings.askApprover(accountId, id))
    .on('booking_expiry', (accountId, id) => bookings.expireHold(accountId, id));

/** In the order in which the worker's module names them. */
type JobServices = [
  digests: DigestService,
  calls: CallWork,
  assistants: AssistantService,
  mail: MailDeliveryService,
  unreached: UnreachedService,
  provisioning: ProvisioningWork,
  notes: NoteDeliveryService,
  courier: DigestCourier,
  lineTypes: LineTypesService,
  ...desk: DeskServices,
];
type DeskServices = [
  imports: ContractorImportsService,
  cards: SettledEmergencyService,
  appointmentCards: AppointmentCardService,
  bookings: BookingWork,
];

export const jobHandlers = (
  ...[digests, calls, assistants, mail, unreached, provisioning, notes, courier, lineTypes, ...desk]: JobServices
): JobHandlers => ({
  of: {
    'digest.deliver': (accountId, id) => courier.deliver(accountId, id),
    'digest.reschedule': (accountId) => digests.ensureSchedule(accountId),
    'voicemail.transcribe': (accountId, id) => calls.transcribe(accountId, id),
    'calls.look_everywhere': () => calls.lookEverywhere(),
    'calls.find_missed': (accountId) => calls.findMissed(accountId),
    'assistant.publish': (accountId) => assistants.publish(accountId),
    'incident.tell_agency': (accountId, id) => unreached.tellAgency(accountId, id),
    'provisioning.run': (accountId, id) => provisioning.run(accountId, id),
    'on_call.notify': (accountId, id) => notes.deliver(accountId, id),
    'on_call.line_type': (accountId, id) => lineTypes.lookUp(accountId, id),
    'mail.deliver': (_none, id) => mail.deliver(id),
    ...deskJobs(...desk),
  },
});

type DeskJob =
  | 'contractors.import'
  | 'incident.settle_cards'
  | 'booking.fill_calendar'
  | 'booking.follow_calendar'
  | 'booking.follow_card'
  | 'booking.text_customer';

/** What people find in the morning: contractors that were imported, cards, appointments. */
const deskJobs = (...[imports, cards, appointmentCards, bookings]: DeskServices): Record<DeskJob, JobHandler> => ({
  'contractors.import': (_none, id) => imports.run(id),
  'incident.settle_cards': (accountId, id) => cards.settle(accountId, id),
  'booking.fill_calendar': (accountId) => bookings.fillCalendar(accountId),
  'booking.follow_calendar': (accountId, id) => bookings.followCalendar(accountId, id),
  'booking.follow_card': (accountId, id) => appointmentCards.follow(accountId, id),
  'booking.text_customer': (accountId, id) => bookings.textCustomer(accountId, id),
});

/** Alarms: every step of a page has been gone through by then. */
const WARM_AFTER = 60;

/** What the worker does when the clock or a queue says so. */
@Injectable()
export class ClockWork {
  constructor(
    private readonly sweeper: AlarmSweeper,
    private readonly runner: JobRunner,
    private readonly jobs: JobHandlers,
  ) {}

  /** `onWarm` is called once, when enough has been done for the paths of a page to be compiled. */
  async start(onWarm: () => void = () => undefined): Promise<void> {
    this.sweeper.afterHandling(WARM_AFTER, onWarm);
    // The ladder first: what was due while nobody was there is waiting for it.
    await this.sweeper.start();
    this.runner.start(this.jobs.of);
  }

  runJob(name: JobName, accountId: string, id: string): Promise<void> {
    return this.jobs.of[name](accountId as AccountId, id);
  }
}
