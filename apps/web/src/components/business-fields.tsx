import { Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import stack from './form-stack.module.css';
import { STATES, timeZonesWith } from './places-of-america.js';

/** Asked wherever a business is described: when an agency adds it, in its set-up and in its settings. */
export const OwnerNameField = ({ input }: { input: GetInputPropsReturnType }) => (
  <TextInput
    label="Owner's first name"
    description="The greeting says it: “… Dave's after-hours assistant”."
    maxLength={80}
    maw={420}
    {...input}
  />
);

interface PlaceFieldsProps {
  state: GetInputPropsReturnType;
  timeZone: GetInputPropsReturnType;
  /** What the account has already, listed or not. */
  currentZone: string;
}

/** The state decides which notices callers must hear, the zone what "tonight" means. */
export const PlaceFields = ({ state, timeZone, currentZone }: PlaceFieldsProps) => (
  <div className={stack.row}>
    <Select label="State" placeholder="Choose" data={STATES} searchable w={220} {...state} />
    <Select label="Time zone" data={timeZonesWith(currentZone)} searchable w={260} {...timeZone} />
  </div>
);
