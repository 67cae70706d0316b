import type { Config } from '../../api/types.js';

/** What this page edits. */
export type SettingsValues = Pick<
  Config,
  | 'alwaysActive'
  | 'hours'
  | 'aiName'
  | 'greeting'
  | 'services'
  | 'additionalInstructions'
  | 'emergencyPhrases'
  | 'digestEnabled'
  | 'digestChannel'
  | 'digestTime'
>;

export const valuesOf = ({
  alwaysActive,
  hours,
  aiName,
  greeting,
  services,
  additionalInstructions,
  emergencyPhrases,
  digestEnabled,
  digestChannel,
  digestTime,
}: Config): SettingsValues =>
  structuredClone({
    ...{ alwaysActive, hours, aiName, greeting, services, additionalInstructions, emergencyPhrases },
    ...{ digestEnabled, digestChannel, digestTime },
  });

const NEEDED_FIELD = '{{BUSINESS_NAME}}';

/** PRD VTCR 1.3: the greeting is not empty and names the business. */
export const validatePersona = ({ aiName, greeting }: Pick<Config, 'aiName' | 'greeting'>) => ({
  aiName: aiName.trim() ? null : 'Give the agent a name',
  greeting: greeting.includes(NEEDED_FIELD)
    ? null
    : `The greeting must contain ${NEEDED_FIELD}, so that callers know whom they reached`,
});

export function validateSettings(values: SettingsValues): Record<string, string | null> {
  const broken = Object.values(values.hours)
    .flat()
    .some(({ opens, closes }) => opens === '' || closes === '');
  return { ...validatePersona(values), hours: broken ? 'Fill in both times' : null };
}

/** The merge fields of a greeting apart from its words. */
export const greetingPieces = (greeting: string): { text: string; isField: boolean }[] =>
  greeting
    .split(/(\{\{\s*[A-Za-z_]+\s*\}\})/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isField: text.startsWith('{{') }));
