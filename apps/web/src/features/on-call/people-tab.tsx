import { ContactsCard } from './contacts-card.js';
import { RingGroupsCard } from './ring-groups-card.js';
import { WakesCard } from './wakes-card.js';

/** The people who can be paged, whether that has been proven, and how often they were. */
export function PeopleTab() {
  return (
    <>
      <ContactsCard />
      <RingGroupsCard />
      <WakesCard />
    </>
  );
}
