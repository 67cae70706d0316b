import { Modal } from '@mantine/core';
import type { Schedule } from '../../api/types.js';
import type { CoverAsk } from './cover-ask.js';
import { CoverForm } from './cover-form.js';
import { ShiftActions } from './shift-actions.js';
import { SwapForm } from './swap-form.js';
import { TakeForm } from './take-form.js';
import { TimeOffForm } from './time-off-form.js';

const TITLE: Record<CoverAsk['kind'], string> = {
  take: 'Take the pager',
  cover: 'Somebody covers',
  'time-off': 'Time off',
  shift: 'This shift',
  swap: 'Swap this shift',
};

interface CoverDialogProps {
  ask: CoverAsk | null;
  close: () => void;
  schedule: Schedule;
  /** Opens another question in the same place. */
  askOn: (ask: CoverAsk) => void;
}

export function CoverDialog({ ask, close, schedule, askOn }: CoverDialogProps) {
  return (
    <Modal
      opened={ask !== null}
      onClose={close}
      title={ask && TITLE[ask.kind]}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {ask?.kind === 'take' && <TakeForm done={close} />}
      {ask?.kind === 'cover' && <CoverForm given={ask} layers={schedule.layers} done={close} />}
      {ask?.kind === 'time-off' && <TimeOffForm done={close} />}
      {ask?.kind === 'shift' && <ShiftActions shift={ask.shift} askOn={askOn} done={close} />}
      {ask?.kind === 'swap' && <SwapForm shift={ask.shift} done={close} />}
    </Modal>
  );
}
