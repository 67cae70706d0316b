import { Radio, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { BookableService, BookingMode } from '../../../api/types.js';
import { PageCard } from '../../../components/page-frame.js';
import type { BookingDraft, TradeMode } from './booking-draft.js';
import classes from './booking.module.css';

const MODES: { mode: BookingMode; name: string; tonight: string }[] = [
  {
    mode: 'assist_only',
    name: 'Your people book',
    tonight:
      'Tonight the agent asks what day would suit, writes it on the card and says that your office will call. No time is promised.',
  },
  {
    mode: 'suggest',
    name: 'The agent suggests, you approve',
    tonight:
      'Tonight it offers what is open and holds the time the caller takes. Somebody approves it, and only then the caller gets the confirmation. If nobody does in time, it becomes a callback.',
  },
  {
    mode: 'auto_book',
    name: 'The agent books inside your rules',
    tonight:
      'Tonight routine jobs inside the rules below are booked during the call and confirmed by text. Everything outside them waits for approval, as in 2.',
  },
];

const TRADES: { trade: BookableService; label: string }[] = [
  { trade: 'plumbing', label: 'Plumbing' },
  { trade: 'hvac', label: 'HVAC' },
  { trade: 'electrical', label: 'Electrical' },
  { trade: 'general', label: 'General' },
];

const TRADE_MODES: { value: TradeMode; label: string }[] = [
  { value: 'same', label: 'As chosen above' },
  ...MODES.map(({ mode, name }, index) => ({ value: mode, label: `${index + 1}. ${name}` })),
];

/** Who decides about an appointment (decision 13), overall and by trade. */
export const ModeCard = ({ form }: { form: UseFormReturnType<BookingDraft> }) => (
  <PageCard title="Who books">
    <Radio.Group
      aria-label="Who books"
      value={form.values.mode}
      onChange={(mode) => form.setFieldValue('mode', mode as BookingMode)}
    >
      <div className={classes.modes}>
        {MODES.map(({ mode, name, tonight }, index) => (
          <Radio.Card key={mode} value={mode} className={classes.mode} aria-label={`${index + 1}. ${name}`}>
            <span className={classes.modeHead}>
              <Radio.Indicator />
              <strong>
                {index + 1}. {name}
              </strong>
            </span>
            <span className={classes.tonight}>{tonight}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
    <p className={classes.always}>
      Whatever you choose: emergencies and urgent, unsafe, unclear or high-value jobs always go to a person.
    </p>
    <div className={classes.trades} role="group" aria-label="Differently by trade">
      {TRADES.map(({ trade, label }) => (
        <Select
          key={trade}
          label={label}
          data={TRADE_MODES}
          value={form.values.tradeModes[trade]}
          onChange={(mode) => form.setFieldValue(`tradeModes.${trade}`, (mode ?? 'same') as TradeMode)}
        />
      ))}
    </div>
  </PageCard>
);
