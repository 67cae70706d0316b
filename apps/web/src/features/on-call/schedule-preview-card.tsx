import { clocksMove } from '@domain/on-call/layer-words';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowNarrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../api/contacts.js';
import { inWords } from '../../api/problem.js';
import { schedulePreview } from '../../api/schedule.js';
import { serverNow } from '../../api/server-clock.js';
import type { SaveSchedule, SchedulePreview } from '../../api/types.js';
import { clockTime, dateInWords, shortDay } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import type { DraftLayer } from './layer-draft.js';
import classes from './policy-editor.module.css';

const PAUSE_MS = 300;
const SHOWN = 4;

interface SchedulePreviewCardProps {
  draft: SaveSchedule;
  /** What is missing before it can be worked out. */
  problem: string | null;
  layers: DraftLayer[];
}

/** What the draft means: the next hand-offs, and the hours that nobody would cover. */
export function SchedulePreviewCard({ draft, problem, layers }: SchedulePreviewCardProps) {
  const { accountId } = useAccount();
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const asked = useQuery({ ...schedulePreview(accountId, settled), enabled: problem === null });
  const words = problem ?? (asked.error ? inWords(asked.error) : null);
  return (
    <section className={classes.preview} aria-label="The next 14 days" aria-live="polite">
      {words && (
        <p className={classes.warning} data-bad>
          <IconAlertTriangle size={15} aria-hidden /> {words}
        </p>
      )}
      {!words && asked.data && <Preview preview={asked.data} layers={layers} />}
      {!words && !asked.data && <p className={classes.sentence}>Working out the next 14 days</p>}
    </section>
  );
}

function Preview({ preview, layers }: { preview: SchedulePreview; layers: DraftLayer[] }) {
  const handOffs = changesOf(preview.nextHandOffs)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(0, SHOWN);
  return (
    <>
      {handOffs.length === 0 ? (
        <p className={classes.sentence}>Nobody hands off: the first of each layer always has it.</p>
      ) : (
        <HandOffs handOffs={handOffs} layers={layers} />
      )}
      {preview.gaps.map((gap) => (
        <p key={gap.startsAt + gap.words} className={classes.warning}>
          <IconAlertTriangle size={15} aria-hidden /> {gap.words}
        </p>
      ))}
    </>
  );
}

type HandOff = SchedulePreview['nextHandOffs'][number];

/**
 * A shift that simply ends hands the pager to nobody: the gaps say so. One that begins again with the same people, as
 * nights do, changes no hands either.
 */
function changesOf(handOffs: HandOff[]): HandOff[] {
  const taken = handOffs.filter(({ contactIds }) => contactIds.length > 0);
  return taken.filter(({ layerId, contactIds }, index) => {
    const before = taken.slice(0, index).findLast((one) => one.layerId === layerId);
    return before?.contactIds.join() !== contactIds.join();
  });
}

function HandOffs({ handOffs, layers }: { handOffs: HandOff[]; layers: DraftLayer[] }) {
  const { accountId, timeZone } = useAccount();
  const people = useQuery(contacts(accountId));
  const nameOf = (id: string): string => people.data?.find((one) => one.id === id)?.name ?? 'somebody';
  const layerOf = (id: string): string => layers.find((one) => one.id === id)?.name ?? 'a new layer';
  return (
    <>
      <p className={classes.sentence}>The next hand-offs</p>
      <ol className={classes.handOffs} aria-label="The next hand-offs">
        {handOffs.map(({ layerId, at, contactIds }) => (
          <li key={layerId + at}>
            <time dateTime={at}>
              {shortDay(timeZone, Date.parse(at))}, {clockTime(timeZone, Date.parse(at))}
            </time>
            <IconArrowNarrowRight size={16} aria-hidden />
            <strong>{contactIds.map(nameOf).join(' and ')}</strong>
            {layers.length > 1 && <span>{layerOf(layerId)}</span>}
          </li>
        ))}
      </ol>
      <ClockChange handOffs={handOffs} />
    </>
  );
}

/** Asked every March and November: does the hand-off move with the clocks? It does not. */
function ClockChange({ handOffs }: { handOffs: HandOff[] }) {
  const { timeZone } = useAccount();
  const last = handOffs.at(-1);
  const date = last && clocksMove(serverNow(), Date.parse(last.at), timeZone);
  if (!date) return null;
  return (
    <p className={classes.sentence}>The clocks change on {dateInWords(date)}. Hand-offs keep their time of day.</p>
  );
}
