import { ChatChannel } from '@domain/ports/chat-channel';
import { Clock } from '@domain/ports/clock';
import { AgentNumbers, LineProvider } from '@domain/ports/line-provider';
import { Telephony } from '@domain/ports/telephony';
import { Transcriber } from '@domain/ports/transcriber';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { SlackChatChannel } from '@integrations/slack/slack-chat-channel';
import { OpenAiTranscriber } from '@integrations/transcription/openai-transcriber';
import { TwilioLineProvider } from '@integrations/twilio/twilio-line-provider';
import { TwilioTelephony } from '@integrations/twilio/twilio-telephony';
import { VapiAgentNumbers } from '@integrations/vapi/vapi-agent-numbers';
import { VapiVoiceAgent } from '@integrations/vapi/vapi-voice-agent';
import { Global, Module } from '@nestjs/common';
import { DevelopmentClock } from '@platform/clock/development-clock';
import { SystemClock } from '@platform/clock/system-clock';
import { Env } from '@platform/env/env';
import { PlatformModule } from '@platform/platform.module';
import { PlatformDb } from '@platform/tenancy/platform-db';

const clock = {
  provide: Clock,
  inject: [Env, PlatformDb],
  useFactory: (env: Env, db: PlatformDb): Clock =>
    env.CLOCK_SCALE === undefined ? new SystemClock() : new DevelopmentClock(db),
};

/** The only file that says which provider stands behind a port (law 7). */
@Global()
@Module({
  imports: [PlatformModule],
  providers: [
    clock,
    { provide: Telephony, useClass: TwilioTelephony },
    { provide: LineProvider, useClass: TwilioLineProvider },
    { provide: VoiceAgent, useClass: VapiVoiceAgent },
    { provide: AgentNumbers, useClass: VapiAgentNumbers },
    { provide: ChatChannel, useClass: SlackChatChannel },
    { provide: Transcriber, useClass: OpenAiTranscriber },
  ],
  exports: [Clock, Telephony, LineProvider, VoiceAgent, AgentNumbers, ChatChannel, Transcriber],
})
export class AdaptersModule {}
