import { useParams } from '@tanstack/react-router';
import classes from '../../components/form-stack.module.css';
import { PageFrame } from '../../components/page-frame.js';
import { InviteCard } from './invite-card.js';
import { InvitationsCard, MembersCard } from './team-cards.js';

/** Everybody here looks after every contractor of the agency. */
export function AgencyTeamPage() {
  const { agencyId = '' } = useParams({ strict: false });
  return (
    <PageFrame title="Team" about="Admins of the agency. They set contractors up and see counts and health." narrow>
      <div className={classes.stack}>
        <InviteCard of={`agencies/${agencyId}`} />
        <InvitationsCard of={`agencies/${agencyId}`} mayManage />
        <MembersCard of={`agencies/${agencyId}`} mayManage />
      </div>
    </PageFrame>
  );
}
