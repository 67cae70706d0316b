/** Every pg-boss queue. The migration role creates them; the application may not. */
export const JOB_QUEUES = [
  'booking.follow_card',
  'booking.text_customer',
  'digest.deliver',
  'digest.reschedule',
  'voicemail.transcribe',
  'calls.look_everywhere',
  'calls.find_missed',
  'assistant.publish',
  'incident.tell_agency',
  'incident.settle_cards',
  'mail.deliver',
  'provisioning.run',
  'on_call.notify',
  'on_call.line_type',
  'contractors.import',
] as const;
