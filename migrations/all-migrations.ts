import { LayFoundations1763717400000 } from './1763717400000-lay-foundations.js';
import { CreateAccountsAndConfig1763717460000 } from './1763717460000-create-accounts-and-config.js';
import { CreateCallsAndCards1763717520000 } from './1763717520000-create-calls-and-cards.js';
import { CreateTheLadder1763717580000 } from './1763717580000-create-the-ladder.js';
import { CreateDigestsAndJournal1763717640000 } from './1763717640000-create-digests-and-journal.js';
import { SecureSignIn1763717700000 } from './1763717700000-secure-sign-in.js';
import { CreateApiKeys1763717760000 } from './1763717760000-create-api-keys.js';
import { RecordProvisioning1763717820000 } from './1763717820000-record-provisioning.js';
import { VersionSettings1763717880000 } from './1763717880000-version-settings.js';
import { CreateSchedules1763717940000 } from './1763717940000-create-schedules.js';
import { CreatePolicies1763718000000 } from './1763718000000-create-policies.js';
import { PaceDeliveries1763718060000 } from './1763718060000-pace-deliveries.js';
import { CreateOnboarding1763718120000 } from './1763718120000-create-onboarding.js';
import { AddAcceptingKey1763718200000 } from './1763718200000-add-accepting-key.js';
import { RoundOutOnCall1763718210000 } from './1763718210000-round-out-on-call.js';
import { RememberRequests1763718220000 } from './1763718220000-remember-requests.js';
import { LeaseDigestTries1763718221000 } from './1763718221000-lease-digest-tries.js';
import { KnowWhoAnswers1763718230000 } from './1763718230000-know-who-answers.js';
import { LightenTheLadder1763718240000 } from './1763718240000-lighten-the-ladder.js';
import { CreateIntake1763718250000 } from './1763718250000-create-intake.js';
import { KeepHalfHeardWords1763718251000 } from './1763718251000-keep-half-heard-words.js';
import { RememberWhatWasUnheard1763718260000 } from './1763718260000-remember-what-was-unheard.js';
import { KnowTheCrew1763718280000 } from './1763718280000-know-the-crew.js';
import { CreateBooking1763718290000 } from './1763718290000-create-booking.js';
import { PutCardsFirst1763718291000 } from './1763718291000-put-cards-first.js';
import { ConnectCalendars1763718295000 } from './1763718295000-connect-calendars.js';
import { RingByAge1763718300000 } from './1763718300000-ring-by-age.js';

/** Listed by hand: a glob would not survive bundling, and the order is the history. */
export const migrations = [
  LayFoundations1763717400000,
  CreateAccountsAndConfig1763717460000,
  CreateCallsAndCards1763717520000,
  CreateTheLadder1763717580000,
  CreateDigestsAndJournal1763717640000,
  SecureSignIn1763717700000,
  CreateApiKeys1763717760000,
  RecordProvisioning1763717820000,
  VersionSettings1763717880000,
  CreateSchedules1763717940000,
  CreatePolicies1763718000000,
  PaceDeliveries1763718060000,
  CreateOnboarding1763718120000,
  AddAcceptingKey1763718200000,
  RoundOutOnCall1763718210000,
  RememberRequests1763718220000,
  LeaseDigestTries1763718221000,
  KnowWhoAnswers1763718230000,
  LightenTheLadder1763718240000,
  CreateIntake1763718250000,
  KeepHalfHeardWords1763718251000,
  RememberWhatWasUnheard1763718260000,
  KnowTheCrew1763718280000,
  CreateBooking1763718290000,
  PutCardsFirst1763718291000,
  ConnectCalendars1763718295000,
  RingByAge1763718300000,
];
