import { DomainError } from '@domain/errors/domain-error';
import { hoursProblems } from '@domain/hours/check-hours';
import { mayAttestNoNotice } from '@domain/persona/disclosure';
import { greetingProblems } from '@domain/persona/greeting';
import { setupState, SETUP_MESSAGE, type SetupState } from '@domain/persona/setup-state';
import { VOICES, voiceOf } from '@domain/persona/voices';
import type { LineState } from './config.queries.js';
import type { AfterHoursConfig, ConfigPatch } from './config.types.js';

/** What the settings page is about, and what it depends on elsewhere. */
export interface ShownSettings {
  config: AfterHoursConfig;
  line: LineState;
  hasOnCallPerson: boolean;
}

export const setupOf = ({ config, line, hasOnCallPerson }: ShownSettings): SetupState =>
  setupState({
    lineNumber: line.number,
    hasAssistant: line.hasAssistant,
    hasOnCallPerson,
    hasHours: config.alwaysActive || Object.values(config.hours).some((intervals) => intervals.length > 0),
    businessName: config.accountName,
    ownerName: config.ownerName,
    greetingProblems: greetingProblems(config.greeting),
  });

/** Throws the first reason why this cannot be saved, each with a sentence that helps. */
export function refuseImpossible(shown: ShownSettings, patch: ConfigPatch): void {
  const { config } = shown;
  refuseSentences('hours-invalid', hoursOf(config, patch));
  refuseSentences('greeting-invalid', patch.greeting === undefined ? [] : greetingProblems(patch.greeting));
  refuseSentences('voice-unknown', voiceProblems(config, patch));
  refuseWithoutSetup(shown, patch);
  if (patch.recordingNotice === 'attested_off' && !mayAttestNoNotice(config.state))
    throw new DomainError(
      'invalid',
      'recording-notice-required',
      'Your state requires callers to hear that the call is recorded.',
    );
}

const hoursOf = (config: AfterHoursConfig, patch: ConfigPatch): string[] =>
  patch.hours || patch.closures ? hoursProblems(patch.hours ?? config.hours, patch.closures ?? config.closures) : [];

/** A voice that was chosen before it was retired may stay until somebody chooses another. */
function voiceProblems(config: AfterHoursConfig, { voiceId }: ConfigPatch): string[] {
  if (voiceId === undefined || voiceId === config.voiceId || voiceOf(voiceId)) return [];
  return [`There is no voice "${voiceId}". Choose one of ${VOICES.map(({ id }) => id).join(', ')}.`];
}

function refuseSentences(code: string, sentences: string[]): void {
  if (sentences.length > 0) throw new DomainError('invalid', code, sentences.slice(0, 5).join(' '));
}

/** VTCR 1.1: the switch is disabled with its message; the server says the same, and what is missing. */
function refuseWithoutSetup(shown: ShownSettings, patch: ConfigPatch): void {
  if (!patch.isActive || shown.config.isActive) return;
  const setup = setupOf({ ...shown, config: { ...shown.config, ...patch } });
  if (setup.canActivate) return;
  const missing = setup.missing.filter((gap) => gap.blocks).map((gap) => gap.says);
  throw new DomainError('conflict', 'setup-incomplete', [SETUP_MESSAGE, ...missing].join(' '));
}
