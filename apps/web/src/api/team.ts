import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { mine } from './request.js';
import type { Invitation, TeamMember } from './types.js';

/** Whose team it is: the path of an account or of an agency. Both speak alike. */
export type TeamOf = `accounts/${string}` | `agencies/${string}`;

export const members = (of: TeamOf) =>
  queryOptions({ queryKey: keyOf(of, 'members'), queryFn: () => mine.get<TeamMember[]>(`${of}/members`) });

export const invitations = (of: TeamOf) =>
  queryOptions({ queryKey: keyOf(of, 'invitations'), queryFn: () => mine.get<Invitation[]>(`${of}/invitations`) });

/** Account first, as everywhere. */
const keyOf = (of: TeamOf, name: string): string[] => [of.split('/')[1] ?? of, name];

function useTeamChange<Given>(of: TeamOf, mutationFn: (given: Given) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: members(of).queryKey }),
        client.invalidateQueries({ queryKey: invitations(of).queryKey }),
      ]),
  });
}

export interface NewInvitation {
  email: string;
  /** An agency has one role only and is sent none. */
  role?: 'owner' | 'dispatcher' | 'csr';
}

export const useInvite = (of: TeamOf) =>
  useTeamChange(of, (given: NewInvitation) => mine.post<Invitation>(`${of}/invitations`, given));

export const useResendInvitation = (of: TeamOf) =>
  useTeamChange(of, (id: string) => mine.post<Invitation>(`${of}/invitations/${id}/resend`));

export const useRevokeInvitation = (of: TeamOf) =>
  useTeamChange(of, (id: string) => mine.remove(`${of}/invitations/${id}`));

export const useRemoveMember = (of: TeamOf) =>
  useTeamChange(of, (userId: string) => mine.remove(`${of}/members/${userId}`));

export const useChangeRole = (of: TeamOf) =>
  useTeamChange(of, ({ userId, role }: { userId: string; role: 'owner' | 'dispatcher' | 'csr' }) =>
    mine.patch<TeamMember>(`${of}/members/${userId}`, { role }),
  );
