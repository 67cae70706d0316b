import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from './filter-chips.module.css';

interface FilterChipsProps<T extends string> {
  label: string;
  options: { value: T; label: string }[];
  value: T | undefined;
  change: (value: T | undefined) => void;
}

/** One choice of a few; choosing it again takes it off. */
export function FilterChips<T extends string>({ label, options, value, change }: FilterChipsProps<T>) {
  return (
    <div className={classes.chips} role="group" aria-label={label}>
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <UnstyledButton
            key={option.value}
            className={classes.chip}
            aria-pressed={chosen}
            onClick={() => change(chosen ? undefined : option.value)}
          >
            {option.label}
            {chosen && <IconX size={13} aria-hidden />}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
