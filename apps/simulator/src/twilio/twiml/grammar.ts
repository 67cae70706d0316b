/** One TwiML element: its attributes (`#` number, `?` boolean, else text) and the elements it may hold. */
interface Element {
  attributes: string;
  children: string;
}

/** TwiML for voice as the vendor's own library (twilio 6.2.0) writes it. `twiml-grammar.spec.ts` holds it against the vendor's list. */
export const VOICE_ELEMENTS: Readonly<Record<string, Element>> = {
  Response: {
    attributes: '',
    children:
      'Connect Dial Echo Enqueue Gather Hangup Leave Pause Pay Play Prompt Queue Record Redirect Refer Reject Say Sms Start Stop',
  },
  AiSession: { attributes: 'aiConnector aiSessionConfiguration', children: '' },
  Application: {
    attributes: 'copyParentTo? customerId method statusCallback statusCallbackEvent statusCallbackMethod url',
    children: 'ApplicationSid Parameter',
  },
  Client: {
    attributes: 'method statusCallback statusCallbackEvent statusCallbackMethod url',
    children: 'Identity Parameter',
  },
  Conference: {
    attributes:
      'beep coach endConferenceOnExit? eventCallbackUrl jitterBufferSize maxParticipants# muted? participantLabel record recordingConfigurationId recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod region startConferenceOnEnter? statusCallback statusCallbackEvent statusCallbackMethod trim waitMethod waitUrl',
    children: '',
  },
  Connect: {
    attributes: 'action method',
    children: 'AiSession Autopilot Conversation ConversationRelay ConversationRelaySession Room Stream VirtualAgent',
  },
  Conversation: {
    attributes:
      'inboundAutocreation? inboundTimeout# method record recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod routingAssignmentTimeout# serviceInstanceSid statusCallback statusCallbackEvent statusCallbackMethod trim url',
    children: '',
  },
  ConversationRelay: {
    attributes:
      'backgroundnoisereduction debug deepgramsmartformat dtmfDetection? elevenlabsTextNormalization events hints ignorebackchannel intelligenceService interruptSensitivity interruptible language partialPrompts? preemptible? profanityFilter? reportInputDuringAgentSpeech? speechModel speechtimeout transcriptionLanguage transcriptionProvider ttsLanguage ttsProvider url voice welcomeGreeting welcomeGreetingInterruptible',
    children: 'Language Parameter',
  },
  ConversationRelaySession: { attributes: 'connector sessionConfiguration', children: '' },
  Dial: {
    attributes:
      'action answerOnBridge? callerId events hangupOnStar? method passports record recordingConfigurationId recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod recordingTrack referMethod referUrl ringTone sequential? timeLimit# timeout# trim',
    children: 'Application Client Conference Number Queue Sim Sip WhatsApp',
  },
  Echo: { attributes: '', children: '' },
  Enqueue: { attributes: 'action maxQueueSize# method waitUrl waitUrlMethod workflowSid', children: 'Task' },
  Gather: {
    attributes:
      'action actionOnEmptyResult? bargeIn? debug? enhanced? finishOnKey hints input language maxSpeechTime# method numDigits# partialResultCallback partialResultCallbackMethod profanityFilter? speechModel speechTimeout timeout#',
    children: 'Pause Play Say',
  },
  Hangup: { attributes: '', children: 'Parameter' },
  Leave: { attributes: '', children: '' },
  Number: {
    attributes:
      'amdStatusCallback amdStatusCallbackMethod byoc machineDetection machineDetectionSilenceTimeout# machineDetectionSpeechEndThreshold# machineDetectionSpeechThreshold# machineDetectionTimeout# method sendDigits statusCallback statusCallbackEvent statusCallbackMethod url',
    children: '',
  },
  Parameter: { attributes: 'name value', children: '' },
  Pause: { attributes: 'length#', children: '' },
  Pay: {
    attributes:
      'action bankAccountType chargeAmount currency description input language maxAttempts# minPostalCodeLength# paymentConnector paymentMethod postalCode securityCode? statusCallback statusCallbackMethod timeout# tokenType validCardTypes',
    children: 'Parameter Prompt',
  },
  Play: { attributes: 'digits loop#', children: '' },
  Prompt: { attributes: 'attempt cardType errorType for requireMatchingInputs?', children: 'Pause Play Say' },
  Queue: { attributes: 'method postWorkActivitySid reservationSid url', children: '' },
  Record: {
    attributes:
      'action finishOnKey maxLength# method playBeep? recordingConfigurationId recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod timeout# transcribe? transcribeCallback trim',
    children: '',
  },
  Recording: {
    attributes:
      'channels recordingConfigurationId recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod track trim',
    children: '',
  },
  Redirect: { attributes: 'method', children: '' },
  Refer: { attributes: 'action method', children: 'Sip' },
  Reject: { attributes: 'reason', children: 'Parameter' },
  Room: { attributes: 'participantIdentity', children: '' },
  Say: { attributes: 'language loop# voice', children: 'Break Emphasis Lang P Phoneme Prosody S SayAs Sub W' },
  Sim: { attributes: '', children: '' },
  Sip: {
    attributes:
      'amdStatusCallback amdStatusCallbackMethod machineDetection machineDetectionSilenceTimeout# machineDetectionSpeechEndThreshold# machineDetectionSpeechThreshold# machineDetectionTimeout# method password statusCallback statusCallbackEvent statusCallbackMethod url username',
    children: 'Headers Uri',
  },
  Siprec: { attributes: 'connectorName name statusCallback statusCallbackMethod track', children: 'Parameter' },
  Sms: { attributes: 'action from method statusCallback to', children: '' },
  Start: { attributes: 'action method', children: 'Recording Siprec Stream Transcription' },
  Stop: { attributes: '', children: 'Siprec Stream Transcription' },
  Stream: {
    attributes: 'audioFormat connectorName name sampleRate statusCallback statusCallbackMethod track url',
    children: 'Parameter',
  },
  Task: { attributes: 'priority# timeout#', children: '' },
  Transcription: {
    attributes:
      'enableAutomaticPunctuation? hints inboundTrackLabel intelligenceService languageCode name outboundTrackLabel partialResults? profanityFilter? speechModel statusCallbackMethod statusCallbackUrl track transcriptionEngine',
    children: 'Config Parameter',
  },
  VirtualAgent: {
    attributes: 'connectorName language sentimentAnalysis? statusCallback statusCallbackMethod',
    children: 'Config Parameter',
  },
  WhatsApp: { attributes: 'method statusCallback statusCallbackEvent statusCallbackMethod url', children: '' },
};

/** The verbs that the simulator plays; the others are valid TwiML that it passes over with a complaint. */
export const PLAYED_VERBS = [
  'Connect',
  'Dial',
  'Gather',
  'Hangup',
  'Pause',
  'Play',
  'Record',
  'Redirect',
  'Reject',
  'Say',
  'Start',
] as const;
export type PlayedVerb = (typeof PLAYED_VERBS)[number];

export function isPlayed(name: string): name is PlayedVerb {
  return (PLAYED_VERBS as readonly string[]).includes(name);
}
