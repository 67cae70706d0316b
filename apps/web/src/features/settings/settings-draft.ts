import { hoursProblems } from '@domain/hours/check-hours';
import type { Config, SaveConfig } from '../../api/types.js';
import { dialled, isPhone, shownPhone } from './set-up/phone-entry.js';

/** What each page of the settings edits. */
export const hoursOf = ({ alwaysActive, hours, closures, ...config }: Config) => ({
  alwaysActive,
  hours,
  closures,
  businessNumber: shownPhone(config.businessNumber),
  ringSeconds: config.ringSeconds as number | string,
  ownerName: config.ownerName,
  serviceArea: config.serviceArea,
  watchdogEnabled: config.watchdogEnabled,
  averageEmergencyDollars: Math.round(config.averageEmergencyValueCents / 100) as number | string,
  digestEnabled: config.digestEnabled,
  digestChannel: config.digestChannel,
  digestTime: config.digestTime,
  digestEmail: config.digestEmail,
  digestPhone: config.digestPhone,
  // Written, never read: what is not typed stays as it is.
  digestSlackWebhook: undefined as string | undefined,
});
export type HoursValues = ReturnType<typeof hoursOf>;

/** The page's words and dollars as the settings keep them. */
export const hoursChange = ({ averageEmergencyDollars, businessNumber, ...values }: HoursValues): SaveConfig => ({
  ...values,
  businessNumber: businessNumber.trim() === '' ? null : dialled(businessNumber),
  ringSeconds: Number(values.ringSeconds),
  averageEmergencyValueCents: Number(averageEmergencyDollars) * 100,
});

export const agentOf = (config: Config) => ({
  aiName: config.aiName,
  voiceId: config.voiceId,
  greeting: config.greeting,
  trades: config.trades,
  services: config.services,
  additionalInstructions: config.additionalInstructions,
  emergencyPhrases: config.emergencyPhrases,
  faq: config.faq,
  languages: config.languages,
});
export type AgentValues = ReturnType<typeof agentOf>;

const NEEDED_FIELD = '{{BUSINESS_NAME}}';

/** PRD VTCR 1.3: the greeting is not empty and names the business. */
export const validatePersona = ({ aiName, greeting }: Pick<Config, 'aiName' | 'greeting'>) => ({
  aiName: aiName.trim() ? null : 'Give the agent a name',
  greeting: greeting.includes(NEEDED_FIELD)
    ? null
    : `The greeting must contain ${NEEDED_FIELD}, so that callers know whom they reached`,
});

export function validateAgent(values: AgentValues): Record<string, string | null> {
  const isHalf = values.faq.some(({ question, answer }) => question.trim() === '' || answer.trim() === '');
  return { ...validatePersona(values), faq: isHalf ? 'Every question needs its answer' : null };
}

const SHORTEST_RING = 5;
const LONGEST_RING = 60;

export function validateHours(values: HoursValues): Record<string, string | null> {
  const { hours, closures, businessNumber, ringSeconds, ownerName, averageEmergencyDollars } = values;
  const broken = [...Object.values(hours), ...closures.map(({ intervals }) => intervals)]
    .flat()
    .some(({ opens, closes }) => opens === '' || closes === '');
  const isPhoneRight = businessNumber.trim() === '' || isPhone(businessNumber);
  const rings = Number(ringSeconds);
  return {
    hours: broken ? 'Fill in both times' : (hoursProblems(hours, closures)[0] ?? null),
    businessNumber: isPhoneRight ? null : 'Write ten digits, such as (312) 555-0100',
    ringSeconds:
      rings >= SHORTEST_RING && rings <= LONGEST_RING ? null : 'Between 5 and 60: callers hang up after that',
    ownerName: ownerName.trim() ? null : "Write the owner's first name; the greeting says it",
    averageEmergencyDollars: averageEmergencyDollars === '' ? 'Write a sum, or 0' : null,
  };
}

/** The merge fields of a greeting apart from its words. */
export const greetingPieces = (greeting: string): { text: string; isField: boolean }[] =>
  greeting
    .split(/(\{\{\s*[A-Za-z_]+\s*\}\})/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isField: text.startsWith('{{') }));
