import { ActionIcon, Button } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { recordingOf } from '../api/calls.js';
import { inWords } from '../api/problem.js';
import { useShortcuts } from './keyboard.js';
import classes from './recording-player.module.css';
import { stopwatch } from './times.js';
import { useAccount } from './use-account.js';

const SPEEDS = [1, 1.25, 1.5, 2];
const JUMP_SECONDS = 5;

/** Nothing is fetched until somebody wants to listen: each play is a look into a private call. */
export function RecordingPlayer({ callId }: { callId: string }) {
  const { accountId } = useAccount();
  const [wanted, setWanted] = useState(false);
  const recording = useQuery({ ...recordingOf(accountId, callId), enabled: wanted });
  const listen = (): void => (wanted && recording.isError ? void recording.refetch() : setWanted(true));
  useShortcuts(recording.data ? [] : [{ keys: 'p', does: 'Play the recording', run: listen }]);
  if (recording.data) return <Player audioFile={recording.data} />;
  return (
    <div className={classes.idle}>
      <Button
        variant="default"
        size="xs"
        loading={recording.isFetching}
        leftSection={<IconPlayerPlayFilled size={13} />}
        onClick={listen}
      >
        Play recording
      </Button>
      {recording.isError && (
        <span className={classes.error} role="alert">
          The recording could not be fetched. {inWords(recording.error)}
        </span>
      )}
    </div>
  );
}

function Player({ audioFile }: { audioFile: Blob }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [url, setUrl] = useState<string>();
  const [state, setState] = useState({ at: 0, length: 0, playing: false });
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    const made = URL.createObjectURL(audioFile);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [audioFile]);
  const { toggle, jump } = controls(audio);
  useShortcuts([
    { keys: 'p', does: 'Play or pause', run: toggle },
    { keys: '[', does: 'Back 5 seconds', run: () => jump(-JUMP_SECONDS) },
    { keys: ']', does: 'Forward 5 seconds', run: () => jump(JUMP_SECONDS) },
  ]);
  const read = (): void => {
    const { currentTime, duration, paused } = audio.current ?? { currentTime: 0, duration: 0, paused: true };
    setState({ at: currentTime, length: Number.isFinite(duration) ? duration : 0, playing: !paused });
  };
  const nextSpeed = (): void => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    if (audio.current) audio.current.playbackRate = next;
    setSpeed(next);
  };
  return (
    <div className={classes.player}>
      {/* The words of every recording stand in the transcript next to it (WCAG 1.2.1). */}
      <audio
        ref={audio}
        src={url}
        autoPlay
        onTimeUpdate={read}
        onPlay={read}
        onPause={read}
        onEnded={read}
        onLoadedMetadata={read}
      />
      <ActionIcon
        variant="filled"
        color="dark"
        radius="xl"
        size="lg"
        aria-label={state.playing ? 'Pause (P)' : 'Play (P)'}
        onClick={toggle}
      >
        {state.playing ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
      </ActionIcon>
      <span className="nd-num nd-muted">{stopwatch(state.at)}</span>
      <input
        type="range"
        className={classes.track}
        min={0}
        max={Math.max(1, state.length)}
        step={0.1}
        value={state.at}
        aria-label="Position in the recording"
        aria-valuetext={`${stopwatch(state.at)} of ${stopwatch(state.length)}`}
        onChange={(event) => audio.current && (audio.current.currentTime = Number(event.currentTarget.value))}
      />
      <span className="nd-num nd-muted">{stopwatch(state.length)}</span>
      <Button variant="default" size="compact-xs" onClick={nextSpeed} aria-label={`Speed ${speed} times, change`}>
        {speed}×
      </Button>
    </div>
  );
}

function controls(audio: RefObject<HTMLAudioElement | null>) {
  return {
    toggle: () => void (audio.current?.paused ? audio.current.play() : audio.current?.pause()),
    jump: (seconds: number) => audio.current && (audio.current.currentTime += seconds),
  };
}
