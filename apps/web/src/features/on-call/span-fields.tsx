import { TextInput } from '@mantine/core';
import { instantOf } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './on-call-page.module.css';

/** Local date and time as `datetime-local` fields write them. */
export interface LocalSpan {
  from: string;
  to: string;
}

interface SpanFieldsProps {
  span: LocalSpan;
  change: (span: LocalSpan) => void;
  error?: string | null;
}

export function SpanFields({ span, change, error }: SpanFieldsProps) {
  const { timeZone } = useAccount();
  return (
    <>
      <TextInput
        type="datetime-local"
        label="From"
        description={`Times of ${timeZone.replace('_', ' ')}`}
        required
        value={span.from}
        onChange={({ currentTarget }) => change({ ...span, from: currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label="Until"
        required
        value={span.to}
        error={error}
        onChange={({ currentTarget }) => change({ ...span, to: currentTarget.value })}
      />
    </>
  );
}

/** The two instants; a sentence where they make no span. */
export function readSpan(zone: string, { from, to }: LocalSpan): { startsAt: string; endsAt: string } | string {
  const [startsAt, endsAt] = [instantOf(zone, from), instantOf(zone, to)];
  if (startsAt === null || endsAt === null) return 'Write both times';
  if (endsAt <= startsAt) return 'The end must come after the start';
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
}

/** What the API says about it, below the fields that it is about. */
export const Refused = ({ words }: { words: string | null }) => (
  <p className={classes.refused} role="alert">
    {words}
  </p>
);
