import { Checkbox, Chip, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { agentChoices } from '../../api/agent.js';
import stack from '../../components/form-stack.module.css';
import { useAccount } from '../../components/use-account.js';
import { TRADES } from '../../components/words.js';
import classes from './services-fields.module.css';

export interface OfferedServices {
  trades: string[];
  services: string[];
}

interface ServicesFieldsProps {
  value: OfferedServices;
  change: (value: OfferedServices) => void;
  problems?: { trades?: ReactNode; services?: ReactNode };
}

/** VTCR 1.3: checkboxes of what the trades usually offer; anything else is typed in. */
export function ServicesFields({ value, change, problems = {} }: ServicesFieldsProps) {
  const { accountId } = useAccount();
  const { data } = useQuery(agentChoices(accountId));
  const usual = TRADES.filter((trade) => value.trades.includes(trade.value)).map(({ value: trade, label }) => ({
    label,
    services: data?.services[trade as 'plumbing'] ?? [],
  }));
  const known = new Set(usual.flatMap(({ services }) => services));
  const others = value.services.filter((service) => !known.has(service));
  const tick = (ticked: string[], of: string[]): void =>
    change({ ...value, services: [...value.services.filter((service) => !of.includes(service)), ...ticked] });
  return (
    <>
      <fieldset className={stack.plain}>
        <legend className={classes.legend}>Trades</legend>
        <Chip.Group multiple value={value.trades} onChange={(trades) => change({ ...value, trades })}>
          <div className={stack.row}>
            {TRADES.map((trade) => (
              <Chip key={trade.value} value={trade.value} variant="outline">
                {trade.label}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        {problems.trades && <p className={stack.problem}>{problems.trades}</p>}
      </fieldset>
      {usual.map(({ label, services }) => (
        <Checkbox.Group
          key={label}
          label={`${label} services offered`}
          value={value.services.filter((service) => services.includes(service))}
          onChange={(ticked) => tick(ticked, services)}
        >
          <div className={classes.choices}>
            {services.map((service) => (
              <Checkbox key={service} value={service} label={service} />
            ))}
          </div>
        </Checkbox.Group>
      ))}
      <TagsInput
        label="Other services"
        description="Press Enter after each."
        value={others}
        onChange={(typed) =>
          change({ ...value, services: [...value.services.filter((one) => known.has(one)), ...typed] })
        }
        error={problems.services}
      />
    </>
  );
}
