import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { ConfigService } from './config/config.service.js';
import type { DemoAccount } from './demo-accounts.js';
import { DemoSchedule } from './demo-schedule.service.js';

/** The rows of one contractor of the demo. */
@Injectable()
export class DemoAccountRows {
  constructor(
    private readonly config: ConfigService,
    private readonly schedule: DemoSchedule,
  ) {}

  async lay(tx: AccountTx, agencyId: string, lineId: string, demo: DemoAccount): Promise<void> {
    await layAccount(tx, agencyId, lineId, demo);
    const ids = await layRoster(tx, demo);
    const [mike, dana, dave] = [ids.get('primary'), ids.get('backup'), ids.get('owner')];
    // A crew of two has nothing to rotate: Apex shows the simple form.
    if (mike && dana && dave) await this.schedule.lay(tx, { mike, dana, dave }, demo.timeZone);
    await this.config.store(tx, { digestSlackWebhook: demo.slackWebhook });
  }
}

async function layAccount(tx: AccountTx, agencyId: string, lineId: string, demo: DemoAccount): Promise<void> {
  await tx.query(`insert into accounts (account_id, agency_id, name, time_zone, state) values ($1, $2, $3, $4, $5)`, [
    tx.accountId,
    agencyId,
    demo.name,
    demo.timeZone,
    demo.state,
  ]);
  await tx.query(
    `insert into after_hours_configs (account_id, hours, business_number, owner_name, trades, service_area, services, greeting)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.accountId,
      JSON.stringify(demo.hours),
      demo.businessNumber,
      demo.ownerName,
      demo.trades,
      demo.serviceArea,
      demo.services,
      demo.greeting,
    ],
  );
  await tx.query(`insert into lines (account_id, id, number) values ($1, $2, $3)`, [tx.accountId, lineId, demo.line]);
}

type Role = DemoAccount['contacts'][number]['role'];

/** Returns the contacts' ids by role. */
async function layRoster(tx: AccountTx, demo: DemoAccount): Promise<Map<Role, string>> {
  const ids = new Map<Role, string>();
  for (const contact of demo.contacts) {
    ids.set(contact.role, newId());
    await tx.query(
      `insert into contacts (account_id, id, name, phone, consent_at, verified_at) values ($1, $2, $3, $4, app_now(), app_now())`,
      [tx.accountId, ids.get(contact.role), contact.name, contact.phone],
    );
  }
  await tx.query(
    `insert into on_call_rosters (account_id, primary_contact_id, backup_contact_id, owner_contact_id) values ($1, $2, $3, $4)`,
    [tx.accountId, ids.get('primary'), ids.get('backup') ?? null, ids.get('owner')],
  );
  return ids;
}
