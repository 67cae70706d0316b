import { can, CAPABILITIES, type AccountRole, type Capability } from '@domain/access/capabilities';

export const ROLES_TO_GIVE: { value: AccountRole; label: string; about: string }[] = [
  { value: 'owner', label: 'Owner', about: 'Everything of this account, including who may get in.' },
  { value: 'dispatcher', label: 'Dispatcher', about: 'The desk: leads, emergencies and who is on call.' },
  { value: 'csr', label: 'CSR', about: 'Reads everything and notes callbacks.' },
];

/** What the capabilities mean to the people who have them. A capability that is on no line adds nothing new to say. */
const IN_WORDS: [Capability, string][] = [
  ['lead_cards.read', 'Read leads, calls and the digest'],
  ['recordings.play', 'Play recordings'],
  ['lead_cards.update_callback', 'Note what came of a callback'],
  ['incidents.handle', 'Take over and close emergencies'],
  ['calls.correct', 'Correct how a call was classed'],
  ['on_call.write', 'Change who is on call'],
  ['drills.run', 'Run drills'],
  ['digests.retry', 'Send a digest again that did not get through'],
  ['test_calls.place', 'Place test calls'],
  ['config.write', 'Change hours, agent and compliance'],
  ['provisioning.write', 'Buy and set up numbers'],
  ['team.manage', 'Invite people and change roles'],
  ['api_keys.manage', 'Make and revoke API keys'],
  ['access_grants.manage', 'Let the agency read conversations'],
];

export interface RoleLine {
  says: string;
  owner: boolean;
  dispatcher: boolean;
  csr: boolean;
  agency: 'always' | 'granted' | 'never';
}

/** The one table, said in words: nothing here is written down a second time. */
export const rolesInWords = (): RoleLine[] =>
  IN_WORDS.map(([capability, says]) => ({
    says,
    owner: can('owner', capability),
    dispatcher: can('dispatcher', capability),
    csr: can('csr', capability),
    agency: CAPABILITIES[capability].agency,
  }));
