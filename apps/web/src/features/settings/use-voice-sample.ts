import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { voiceSample } from '../../api/agent.js';
import { sayRefused } from '../../components/say.js';
import { useAccount } from '../../components/use-account.js';

interface Sample {
  /** The voice that is heard now. */
  playing: string | null;
  /** The voice that is being fetched. */
  loading: string | null;
  /** Plays a voice, or stops it when it is the one that plays. */
  toggle: (voice: { id: string; name: string }) => void;
}

/** One voice at a time; leaving the page is silence. */
export function useVoiceSample(): Sample {
  const { accountId } = useAccount();
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState<string | null>(null);
  const stop = (): void => {
    audio.current?.pause();
    setPlaying(null);
  };
  useEffect(() => () => audio.current?.pause(), []);
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async ({ id }: { id: string; name: string }) => {
      audio.current = await started(await voiceSample(accountId, id), () => setPlaying(null));
      setPlaying(id);
    },
    onError: (error, { name }) => sayRefused(`${name} cannot be heard`)(error),
  });
  const toggle: Sample['toggle'] = (voice) => {
    const isPlaying = playing === voice.id;
    stop();
    if (!isPlaying) mutate(voice);
  };
  return { playing, loading: isPending ? variables.id : null, toggle };
}

async function started(sample: Blob, ended: () => void): Promise<HTMLAudioElement> {
  const address = URL.createObjectURL(sample);
  const audio = new Audio(address);
  audio.onended = () => {
    URL.revokeObjectURL(address);
    ended();
  };
  await audio.play();
  return audio;
}
