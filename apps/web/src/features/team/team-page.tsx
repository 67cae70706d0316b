import classes from '../../components/form-stack.module.css';
import { PageFrame } from '../../components/page-frame.js';
import { SettingsTabs } from '../../components/settings-tabs.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { InviteCard } from './invite-card.js';
import { RolesCard } from './roles-card.js';
import { InvitationsCard, MembersCard } from './team-cards.js';

/** People with a login. Technicians who are only paged are contacts of the on-call page. */
export function TeamPage() {
  const { accountId } = useAccount();
  const mayInvite = useCan('team.invite');
  const mayManage = useCan('team.manage');
  return (
    <PageFrame title="Team" about="People who sign in here. Technicians are paged without a login; see On-call." narrow>
      <SettingsTabs />
      <div className={classes.stack}>
        {mayInvite && <InviteCard of={`accounts/${accountId}`} />}
        <InvitationsCard of={`accounts/${accountId}`} mayManage={mayInvite} />
        <MembersCard of={`accounts/${accountId}`} mayManage={mayManage} />
        <RolesCard />
      </div>
    </PageFrame>
  );
}
