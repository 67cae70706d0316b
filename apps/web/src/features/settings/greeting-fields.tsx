import { ActionIcon, Radio, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { agentChoices, greetingPreview, voices, type GreetingDraft } from '../../api/agent.js';
import stack from '../../components/form-stack.module.css';
import { useAccount } from '../../components/use-account.js';
import classes from './greeting-fields.module.css';
import { greetingPieces } from './settings-draft.js';
import { useVoiceSample } from './use-voice-sample.js';

export interface Persona {
  aiName: string;
  voiceId: string;
  greeting: string;
}

interface GreetingFieldsProps {
  value: Persona;
  change: (value: Persona) => void;
  problems: Partial<Record<keyof Persona, ReactNode>>;
}

/** VTCR 1.3's "Voice Agent Setup": name, voice and greeting, and how long the greeting takes to say. */
export function GreetingFields({ value, change, problems }: GreetingFieldsProps) {
  return (
    <div className={stack.stack}>
      <TextInput
        label="Agent Name"
        maw={240}
        maxLength={40}
        value={value.aiName}
        error={problems.aiName}
        onChange={(event) => change({ ...value, aiName: event.currentTarget.value })}
      />
      <VoiceChoice chosen={value.voiceId} choose={(voiceId) => change({ ...value, voiceId })} />
      <Textarea
        label="Greeting"
        autosize
        minRows={2}
        maxLength={600}
        value={value.greeting}
        error={problems.greeting}
        onChange={(event) => change({ ...value, greeting: event.currentTarget.value })}
      />
      <MergeFields add={(field) => change({ ...value, greeting: `${value.greeting.trimEnd()} ${field}` })} />
      <Preview draft={{ greeting: value.greeting, ...(value.aiName.trim() ? { aiName: value.aiName.trim() } : {}) }} />
    </div>
  );
}

function VoiceChoice({ chosen, choose }: { chosen: string; choose: (voiceId: string) => void }) {
  const { accountId } = useAccount();
  const { data } = useQuery(voices(accountId));
  const { playing, loading, toggle } = useVoiceSample();
  const current = data?.voices.find(({ id }) => id === chosen);
  return (
    <div>
      <Radio.Group label="Voice" value={chosen} onChange={choose}>
        <div className={classes.voices}>
          {data?.voices.map(({ id, name, gender, accent, character, speaksSpanish }) => (
            <div key={id} className={classes.voice} data-checked={id === chosen || undefined}>
              <Radio
                value={id}
                label={name}
                description={[gender, accent, character, speaksSpanish && 'Spanish too'].filter(Boolean).join(', ')}
              />
              <ActionIcon
                variant="default"
                aria-label={playing === id ? `Stop ${name}` : `Preview ${name}`}
                loading={loading === id}
                onClick={() => toggle({ id, name })}
              >
                {playing === id ? <IconPlayerStopFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
              </ActionIcon>
            </div>
          ))}
        </div>
      </Radio.Group>
      {data && (
        <details className={classes.sample}>
          <summary>What {current?.name ?? 'the voice'} says to callers</summary>
          <p>“{current?.sample}”</p>
          <p className="nd-faint">{data.note}</p>
        </details>
      )}
    </div>
  );
}

function MergeFields({ add }: { add: (field: string) => void }) {
  const { accountId } = useAccount();
  const { data } = useQuery(agentChoices(accountId));
  return (
    <p className={classes.chips}>
      Add:
      {data?.mergeFields.map(({ field, meaning, required }) => (
        <button
          key={field}
          type="button"
          className={classes.chip}
          aria-label={`Add ${field}: ${meaning}`}
          title={required ? `${meaning} (required)` : meaning}
          onClick={() => add(field)}
        >
          {field}
        </button>
      ))}
    </p>
  );
}

function Preview({ draft }: { draft: GreetingDraft }) {
  const { accountId } = useAccount();
  const [asked] = useDebouncedValue(draft, 300);
  const { data } = useQuery({ ...greetingPreview(accountId, asked), enabled: asked.greeting.trim() !== '' });
  const isLong = data ? data.seconds > data.aimSeconds : false;
  return (
    <div className={classes.preview}>
      <p className={classes.greeting} aria-label="The greeting with its merge fields">
        {greetingPieces(draft.greeting).map((piece, index) =>
          piece.isField ? (
            <code key={index} className={classes.field}>
              {piece.text}
            </code>
          ) : (
            piece.text
          ),
        )}
      </p>
      {data && (
        <>
          <p className={classes.heard}>Callers hear: “{data.text}”</p>
          <p className={isLong ? classes.long : classes.heard} role="status">
            {data.seconds.toFixed(1)} s to say, aim for {data.aimSeconds} s or less.
          </p>
          {data.problems.map((problem) => (
            <p key={problem} className={stack.problem}>
              {problem}
            </p>
          ))}
        </>
      )}
    </div>
  );
}
