import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { me } from '../../api/me.js';
import { serverNow } from '../../api/server-clock.js';
import {
  invitations,
  members,
  useChangeRole,
  useRemoveMember,
  useResendInvitation,
  useRevokeInvitation,
  type TeamOf,
} from '../../api/team.js';
import type { Invitation, TeamMember } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import classes from '../../components/form-stack.module.css';
import { ListStates } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { say, sayRefused } from '../../components/say.js';
import { shortDay } from '../../components/times.js';
import { ROLE } from '../../components/words.js';
import { ROLES_TO_GIVE } from './roles.js';

interface CardProps {
  of: TeamOf;
  /** May this person change anything here. */
  mayManage: boolean;
}

export function MembersCard({ of, mayManage }: CardProps) {
  const query = useQuery(members(of));
  const { data: myself } = useSuspenseQuery(me());
  return (
    <PageCard title="People" flush>
      <ListStates
        query={query}
        what="The team"
        rows={3}
        isEmpty={query.data?.length === 0}
        empty={<p className="nd-muted">Nobody yet.</p>}
      >
        <ul className={classes.list}>
          {query.data?.map((member) => (
            <li key={member.userId} className={classes.item}>
              <div className={classes.itemMain}>
                <p>
                  {member.name}
                  {member.userId === myself.user.id && <span className="nd-faint"> (you)</span>}
                </p>
                <p>{member.email}</p>
              </div>
              <Badge tone="neutral">{ROLE[member.role]}</Badge>
              {/* Nobody edits their own role; the API refuses it too. */}
              {mayManage && member.userId !== myself.user.id && <MemberMenu of={of} member={member} />}
            </li>
          ))}
        </ul>
      </ListStates>
    </PageCard>
  );
}

function MemberMenu({ of, member }: { of: TeamOf; member: TeamMember }) {
  const change = useChangeRole(of);
  const remove = useRemoveMember(of);
  const refused = sayRefused(`${member.name} was not changed`);
  const give = (role: (typeof ROLES_TO_GIVE)[number]['value']): void =>
    change.mutate(
      { userId: member.userId, role },
      { onSuccess: () => say(`${member.name} is ${ROLE[role]} now.`), onError: refused },
    );
  const letGo = (): void =>
    remove.mutate(member.userId, {
      onSuccess: () => say(`${member.name} can no longer sign in here.`),
      onError: refused,
    });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${member.name}: change`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {of.startsWith('accounts/') &&
          ROLES_TO_GIVE.filter(({ value }) => value !== member.role).map(({ value, label }) => (
            <Menu.Item key={value} onClick={() => give(value)}>
              Make {label}
            </Menu.Item>
          ))}
        <Menu.Item color="red" onClick={() => afterConfirming(removing(member, of), letGo)}>
          Remove from the team
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const removing = ({ name, email }: TeamMember, of: TeamOf): Confirmation => ({
  title: `Remove ${name}?`,
  consequences: [
    of.startsWith('agencies/')
      ? `${name} can no longer enter this agency, nor any of the contractors it looks after.`
      : `${name} can no longer enter this account, and every API key they made stops working. Their place on the on-call team stays.`,
    `To come back, ${email} has to be invited again.`,
  ],
  action: `Remove ${name}`,
});

export function InvitationsCard({ of, mayManage }: CardProps) {
  const { data = [] } = useQuery(invitations(of));
  if (data.length === 0) return null;
  return (
    <PageCard title="Invited" flush>
      <ul className={classes.list}>
        {data.map((invitation) => (
          <InvitationItem key={invitation.id} {...{ of, mayManage, invitation }} />
        ))}
      </ul>
    </PageCard>
  );
}

function InvitationItem({ of, mayManage, invitation }: CardProps & { invitation: Invitation }) {
  const resend = useResendInvitation(of);
  const revoke = useRevokeInvitation(of);
  const { id, email, role, invitedBy, isExpired, expiresAt } = invitation;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const until = shortDay(zone, Date.parse(expiresAt));
  return (
    <li className={classes.item}>
      <div className={classes.itemMain}>
        <p>{email}</p>
        <p>
          {ROLE[role]}, invited by {invitedBy} ·{' '}
          {isExpired || Date.parse(expiresAt) < serverNow() ? `ran out on ${until}` : `until ${until}`}
        </p>
      </div>
      {mayManage && (
        <>
          <Button
            variant="default"
            size="xs"
            aria-label={`Send the invitation to ${email} again`}
            loading={resend.isPending}
            onClick={() =>
              resend.mutate(id, {
                onSuccess: () => say(`Sent to ${email} again.`),
                onError: sayRefused('The invitation was not sent'),
              })
            }
          >
            Send again
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={`Take back the invitation to ${email}`}
            onClick={() => revoke.mutate(id, { onError: sayRefused('The invitation was not taken back') })}
          >
            Take back
          </Button>
        </>
      )}
    </li>
  );
}
