import { layerSentence } from '@domain/on-call/layer-words';
import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { contacts } from '../../api/contacts.js';
import type { Trade } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { useAccount } from '../../components/use-account.js';
import { TRADES } from './ladder-tab.js';
import { leadsOf, reorder, zipsIn, type DraftLayer } from './layer-draft.js';
import classes from './layers-editor.module.css';
import { PeopleInOrder } from './people-in-order.js';
import { RotationFields } from './rotation-fields.js';
import { WindowFields } from './window-fields.js';

interface LayerFieldsProps {
  layer: DraftLayer;
  change: (layer: DraftLayer) => void;
  remove: (() => void) | null;
}

const HOLIDAYS = [
  { value: 'normal', label: 'Like any other day' },
  { value: 'skip', label: 'Not on holidays' },
  { value: 'only', label: 'On holidays only' },
] as const;

/** One layer in four questions, with the answer to all of them in one sentence. */
export function LayerFields({ layer, change, remove }: LayerFieldsProps) {
  const set = (part: Partial<DraftLayer>): void => change({ ...layer, ...part });
  return (
    <PageCard title={layer.name || 'A layer without a name'} aside={<Remove name={layer.name} remove={remove} />}>
      <div className={classes.layer} role="group" aria-label={layer.name || 'A layer without a name'}>
        <LayerSummary layer={layer} />
        <Step number={1} question="Who takes turns?">
          <PeopleInOrder
            label="Who takes turns, in this order"
            people={leadsOf(layer.turns)}
            change={(leads) => set({ turns: reorder(layer.turns, leads) })}
          />
        </Step>
        <Step number={2} question="When does the pager change hands?">
          <RotationFields rotation={layer.rotation} change={(rotation) => set({ rotation })} />
        </Step>
        <Step number={3} question="At what times?">
          <WindowFields windows={layer.windows} change={(windows) => set({ windows })} />
          <Holidays layer={layer} set={set} />
        </Step>
        <Step number={4} question="For which calls?">
          <ForWhat layer={layer} set={set} />
          <NameAndRank layer={layer} set={set} />
        </Step>
      </div>
    </PageCard>
  );
}

function Step({ number, question, children }: { number: number; question: string; children: ReactNode }) {
  return (
    <fieldset className={classes.step}>
      <legend className={classes.question}>
        <span className={classes.number}>{number}</span> {question}
      </legend>
      {children}
    </fieldset>
  );
}

function LayerSummary({ layer }: { layer: DraftLayer }) {
  const { accountId } = useAccount();
  const { data } = useQuery(contacts(accountId));
  const nameOf = (id: string): string => data?.find((one) => one.id === id)?.name ?? 'somebody';
  const turns = layer.turns.map(({ contactIds }) => contactIds.map(nameOf).join(' with '));
  return <p className={classes.summary}>{layerSentence({ ...layer, turns })}</p>;
}

interface PartProps {
  layer: DraftLayer;
  set: (part: Partial<DraftLayer>) => void;
}

function Holidays({ layer, set }: PartProps) {
  return (
    <Select
      label="Holidays"
      data={[...HOLIDAYS]}
      allowDeselect={false}
      value={layer.holidays}
      onChange={(value) => set({ holidays: HOLIDAYS.find((one) => one.value === value)?.value ?? 'normal' })}
    />
  );
}

function NameAndRank({ layer, set }: PartProps) {
  return (
    <div className={classes.fields}>
      <TextInput
        label="Name"
        maxLength={60}
        value={layer.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <NumberInput
        label="Rank"
        description="1 is paged first; higher ranks stand behind."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={1}
        max={9}
        value={layer.rank}
        onChange={(rank) => set({ rank: Number(rank) })}
      />
    </div>
  );
}

function Remove({ name, remove }: { name: string; remove: (() => void) | null }) {
  if (!remove) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={classes.small}
      aria-label={`Remove ${name}`}
      onClick={remove}
    >
      Remove
    </Button>
  );
}

function ForWhat({ layer, set }: PartProps) {
  const [zips, setZips] = useState(layer.zips.join(', '));
  return (
    <div className={classes.fields}>
      <Checkbox.Group
        label="Trades"
        description="None chosen: every trade."
        value={layer.trades}
        onChange={(trades) => set({ trades: trades as Trade[] })}
      >
        <div className={classes.choices}>
          {TRADES.map((trade) => (
            <Checkbox key={trade.value} value={trade.value} label={trade.label} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label="ZIP codes"
        description={layer.zips.length === 0 ? 'Empty: everywhere.' : `${layer.zips.length} in all.`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="60601, 60614"
        value={zips}
        onChange={({ currentTarget }) => {
          setZips(currentTarget.value);
          set({ zips: zipsIn(currentTarget.value) });
        }}
      />
    </div>
  );
}
