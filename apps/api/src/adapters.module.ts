import { AgentAssistants } from '@domain/ports/agent-assistants';
import { Calendar } from '@domain/ports/calendar';
import { CalendarConsent } from '@domain/ports/calendar-consent';
import { CarrierAccounts } from '@domain/ports/carrier-accounts';
import { ChatChannel } from '@domain/ports/chat-channel';
import { Clock } from '@domain/ports/clock';
import { AgentNumbers, LineProvider } from '@domain/ports/line-provider';
import { LineTypes } from '@domain/ports/line-types';
import { Mailer } from '@domain/ports/mailer';
import { Telephony } from '@domain/ports/telephony';
import { Transcriber } from '@domain/ports/transcriber';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { VoiceSamples } from '@domain/ports/voice-samples';
import { assess } from '@domain/triage/assess';
import { GoogleCalendar } from '@integrations/google-calendar/google-calendar';
import { GoogleCalendarConsent } from '@integrations/google-calendar/google-calendar-consent';
import { loadCalendarApi } from '@integrations/google-calendar/google-session';
import { SlackChatChannel } from '@integrations/slack/slack-chat-channel';
import { SmtpMailer } from '@integrations/smtp/smtp-mailer';
import { OpenAiTranscriber } from '@integrations/transcription/openai-transcriber';
import { TwilioLineProvider } from '@integrations/twilio/twilio-line-provider';
import { TwilioLineTypes } from '@integrations/twilio/twilio-line-types';
import { TwilioTelephony } from '@integrations/twilio/twilio-telephony';
import { VapiAgentNumbers } from '@integrations/vapi/vapi-agent-numbers';
import { VapiAssistants } from '@integrations/vapi/vapi-assistants';
import { loadVapiSdk } from '@integrations/vapi/vapi-client';
import { VapiVoiceAgent } from '@integrations/vapi/vapi-voice-agent';
import { VapiVoiceSamples } from '@integrations/vapi/vapi-voice-samples';
import { Global, Module } from '@nestjs/common';
import { DevelopmentClock } from '@platform/clock/development-clock';
import { SystemClock } from '@platform/clock/system-clock';
import { Env } from '@platform/env/env';
import { PlatformModule } from '@platform/platform.module';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { CarrierDirectory } from './provisioning/carrier-directory.service.js';
import { CarrierVault } from './provisioning/carrier-vault.service.js';

const clock = {
  provide: Clock,
  inject: [Env, PlatformDb],
  useFactory: (env: Env, db: PlatformDb): Clock =>
    env.CLOCK_SCALE === undefined ? new SystemClock() : new DevelopmentClock(db),
};

/** Loads and compiles what the first caller must not wait for. */
export async function readyForCallers(): Promise<void> {
  assess([{ role: 'caller', text: 'Hello?' }]);
  await loadVapiSdk();
  await loadCalendarApi();
}

/** The only file that says which provider stands behind a port (law 7). */
@Global()
@Module({
  imports: [PlatformModule],
  providers: [
    clock,
    { provide: Telephony, useClass: TwilioTelephony },
    { provide: LineProvider, useClass: TwilioLineProvider },
    { provide: LineTypes, useClass: TwilioLineTypes },
    { provide: VoiceAgent, useClass: VapiVoiceAgent },
    { provide: VoiceSamples, useClass: VapiVoiceSamples },
    { provide: AgentNumbers, useClass: VapiAgentNumbers },
    { provide: AgentAssistants, useClass: VapiAssistants },
    CarrierVault,
    { provide: CarrierAccounts, useClass: CarrierDirectory },
    { provide: ChatChannel, useClass: SlackChatChannel },
    { provide: Transcriber, useClass: OpenAiTranscriber },
    { provide: Mailer, useClass: SmtpMailer },
    { provide: Calendar, useClass: GoogleCalendar },
    { provide: CalendarConsent, useClass: GoogleCalendarConsent },
  ],
  exports: [
    Clock,
    Telephony,
    LineProvider,
    LineTypes,
    VoiceAgent,
    VoiceSamples,
    AgentNumbers,
    AgentAssistants,
    CarrierAccounts,
    ChatChannel,
    Transcriber,
    Mailer,
    Calendar,
    CalendarConsent,
  ],
})
export class AdaptersModule {}
