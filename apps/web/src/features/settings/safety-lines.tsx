import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { agentChoices } from '../../api/agent.js';
import stack from '../../components/form-stack.module.css';
import { PageCard } from '../../components/page-frame.js';
import { useAccount } from '../../components/use-account.js';

/** Reviewed texts, the same for everybody: no setting may soften what is said to somebody who smells gas. */
export function SafetyLines() {
  const { accountId } = useAccount();
  const { data } = useQuery(agentChoices(accountId));
  return (
    <PageCard
      title={
        <>
          <IconLock size={15} aria-hidden /> Safety lines (cannot be changed)
        </>
      }
      flush
    >
      <ul className={stack.list}>
        {data?.safetyLines.map(({ id, english, spanish }) => (
          <li key={id} className={stack.item}>
            <div className={stack.itemMain}>
              <p>{english}</p>
              <p lang="es">{spanish}</p>
            </div>
          </li>
        ))}
      </ul>
    </PageCard>
  );
}
