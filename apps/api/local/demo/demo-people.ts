/** The demo's sign-ins; laid only beside the simulator or on an empty development database. */
export const DEMO_PASSWORD = 'night-shift-demo-2026';

export const DEMO_AGENCY = 'Lakeside Contractor Services';

export interface DemoUser {
  email: string;
  name: string;
  role: 'agency_admin' | 'owner' | 'dispatcher' | 'csr';
  account: 'metro' | 'apex' | 'agency';
  is: string;
}

export const DEMO_USERS: readonly DemoUser[] = [
  {
    email: 'dave@metroplumbing.example',
    name: 'Dave Morrison',
    role: 'owner',
    account: 'metro',
    is: 'owner of Metro Plumbing',
  },
  {
    email: 'dana@metroplumbing.example',
    name: 'Dana Whitfield',
    role: 'dispatcher',
    account: 'metro',
    is: 'dispatcher of Metro Plumbing',
  },
  {
    email: 'carla@metroplumbing.example',
    name: 'Carla Reyes',
    role: 'csr',
    account: 'metro',
    is: 'CSR of Metro Plumbing',
  },
  {
    email: 'rosa@apexair.example',
    name: 'Rosa Delgado',
    role: 'owner',
    account: 'apex',
    is: 'owner of Apex Air & Electric',
  },
  {
    email: 'ann@lakeside.example',
    name: 'Ann Lindqvist',
    role: 'agency_admin',
    account: 'agency',
    is: 'agency admin of Lakeside Contractor Services',
  },
];
