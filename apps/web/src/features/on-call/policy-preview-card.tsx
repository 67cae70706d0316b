import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowNarrowRight, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { inWords } from '../../api/problem.js';
import { policyPreview } from '../../api/policy.js';
import type { PolicyPreview, SavePolicy, Trade } from '../../api/types.js';
import { useAccount } from '../../components/use-account.js';
import { CHANNEL } from '../../components/words.js';
import classes from './policy-editor.module.css';

const PAUSE_MS = 250;

interface PolicyPreviewCardProps {
  trade: Trade | null;
  draft: SavePolicy;
  /** What is stored, while nothing has been changed. */
  saved: PolicyPreview | null;
}

/** What would happen tonight, in one sentence, with what to know before trusting it with a night. */
export function PolicyPreviewCard({ trade, draft, saved }: PolicyPreviewCardProps) {
  const { accountId } = useAccount();
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const asked = useQuery({ ...policyPreview(accountId, trade, settled), enabled: saved === null });
  const preview = saved ?? asked.data;
  return (
    <section className={classes.preview} aria-label="What happens tonight">
      <p className={classes.sentence} aria-live="polite">
        <IconArrowNarrowRight size={18} aria-hidden />
        <span>
          {preview?.sentence ?? 'Working it out'}
          {!saved && ' Not saved yet.'}
        </span>
      </p>
      {preview && <Turns preview={preview} />}
      {asked.error && saved === null ? <Warning bad>{inWords(asked.error)}</Warning> : null}
      {preview?.problem && <Warning bad>{preview.problem}</Warning>}
      {preview?.warnings.map((words) => (
        <Warning key={words}>{words}</Warning>
      ))}
    </section>
  );
}

function Turns({ preview: { turns } }: { preview: PolicyPreview }) {
  return (
    <ol className={classes.turns}>
      {turns.map((turn) => (
        <li key={turn.contactId} className={classes.turn}>
          <span className={classes.at}>{turn.seconds === 0 ? 'at once' : `+${minutes(turn.seconds)} min`}</span>
          <strong>{turn.name}</strong>
          <span>{turn.channels.map((channel) => CHANNEL[channel]).join(', ')}</span>
        </li>
      ))}
    </ol>
  );
}

const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;

function Warning({ bad = false, children }: { bad?: boolean; children: string }) {
  const Icon = bad ? IconX : IconAlertTriangle;
  return (
    <p className={classes.warning} data-bad={bad || undefined} role={bad ? 'alert' : undefined}>
      <Icon size={15} aria-hidden /> {children}
    </p>
  );
}
