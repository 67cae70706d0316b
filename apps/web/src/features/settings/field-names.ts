/** What the fields of the settings are called on the pages. */
const NAME: Record<string, string> = {
  isActive: 'agent on or off',
  alwaysActive: 'always active',
  hours: 'office hours',
  closures: 'closures',
  businessNumber: 'business number',
  ringSeconds: 'ring time',
  ownerName: "owner's name",
  trades: 'trades',
  serviceArea: 'service area',
  services: 'services',
  aiName: 'agent name',
  voiceId: 'voice',
  greeting: 'greeting',
  additionalInstructions: 'additional instructions',
  faq: 'questions and answers',
  languages: 'languages',
  emergencyPhrases: 'emergency phrases',
  recordingNotice: 'recording notice',
  aiDisclosure: 'AI disclosure',
  watchdogEnabled: 'question after an acceptance',
  averageEmergencyValueCents: 'value of an emergency job',
  digestEnabled: 'digest on or off',
  digestChannel: 'digest channel',
  digestTime: 'digest time',
};

export const fieldName = (field: string): string => NAME[field] ?? field.replace(/([A-Z])/g, ' $1').toLowerCase();
