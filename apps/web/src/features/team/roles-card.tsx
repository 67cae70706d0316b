import { IconCheck, IconMinus } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { PageCard } from '../../components/page-frame.js';
import classes from './roles-card.module.css';
import { rolesInWords, type RoleLine } from './roles.js';

const AGENCY = { always: 'Yes', granted: 'While you allow it', never: 'No' };

export const RolesCard = () => (
  <PageCard title="What each role may do" flush>
    <div className={classes.scroll} role="region" aria-label="Roles" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Act</VisuallyHidden>
            </th>
            <th scope="col">Owner</th>
            <th scope="col">Dispatcher</th>
            <th scope="col">CSR</th>
            <th scope="col">Your agency</th>
          </tr>
        </thead>
        <tbody>
          {rolesInWords().map((line) => (
            <Line key={line.says} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  </PageCard>
);

const Line = ({ line }: { line: RoleLine }) => (
  <tr>
    <th scope="row">{line.says}</th>
    <Cell may={line.owner} />
    <Cell may={line.dispatcher} />
    <Cell may={line.csr} />
    <td>{AGENCY[line.agency]}</td>
  </tr>
);

const Cell = ({ may }: { may: boolean }) => (
  <td>
    {may ? <IconCheck size={16} aria-hidden /> : <IconMinus size={16} className="nd-faint" aria-hidden />}
    <VisuallyHidden>{may ? 'Yes' : 'No'}</VisuallyHidden>
  </td>
);
