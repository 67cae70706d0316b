import { hoursProblems } from '@domain/hours/check-hours';
import type { Config } from '../../api/types.js';

/** What each page of the settings edits. */
export const hoursOf = ({ alwaysActive, hours, closures, ...config }: Config) => ({
  ...{ alwaysActive, hours, closures },
  ...{ digestEnabled: config.digestEnabled, digestChannel: config.digestChannel, digestTime: config.digestTime },
  ...{ digestEmail: config.digestEmail, digestPhone: config.digestPhone },
  // Written, never read: what is not typed stays as it is.
  digestSlackWebhook: undefined as string | undefined,
});
export type HoursValues = ReturnType<typeof hoursOf>;

export const agentOf = (config: Config) => ({
  ...{ aiName: config.aiName, voiceId: config.voiceId, greeting: config.greeting },
  ...{ trades: config.trades, services: config.services, additionalInstructions: config.additionalInstructions },
  ...{ emergencyPhrases: config.emergencyPhrases, faq: config.faq },
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

export function validateHours({ hours, closures }: HoursValues): Record<string, string | null> {
  const broken = Object.values(hours)
    .flat()
    .some(({ opens, closes }) => opens === '' || closes === '');
  return { hours: broken ? 'Fill in both times' : (hoursProblems(hours, closures)[0] ?? null) };
}

/** The merge fields of a greeting apart from its words. */
export const greetingPieces = (greeting: string): { text: string; isField: boolean }[] =>
  greeting
    .split(/(\{\{\s*[A-Za-z_]+\s*\}\})/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isField: text.startsWith('{{') }));
