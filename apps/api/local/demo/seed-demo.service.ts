import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { ConfigService } from '../../src/config/config.service.js';
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts.js';
import { DEMO_AGENCY, DEMO_PASSWORD, DEMO_USERS } from './demo-people.js';
import { hashPassword } from '../../src/identity/passwords.service.js';
import { ServiceStart } from './service-start.js';

/** Lays the agency, its two contractors and one person per role on an empty development database, once. */
@Injectable()
export class SeedDemo {
  constructor(
    private readonly platform: PlatformDb,
    private readonly db: AccountDb,
    private readonly service: ServiceStart,
    private readonly config: ConfigService,
  ) {}

  /** True when it was laid now. What an interrupted run left out is added by the next. */
  async lay(): Promise<boolean> {
    const [present] = await this.platform.query<{ id: string }>(`select id from identity.agencies where name = $1`, [
      DEMO_AGENCY,
    ]);
    const agencyId = present?.id ?? newId();
    if (!present)
      await this.platform.query(`insert into identity.agencies (id, name) values ($1, $2)`, [agencyId, DEMO_AGENCY]);
    const accounts = new Map<string, AccountId>();
    for (const account of DEMO_ACCOUNTS) accounts.set(account.key, await this.layAccount(agencyId, account));
    await this.layPeople(agencyId, accounts);
    return !present;
  }

  private async layAccount(agencyId: string, demo: DemoAccount): Promise<AccountId> {
    const { accountId, lineId } = await this.reserveLine(agencyId, demo);
    await this.db.within(accountId, async (tx) => {
      const [known] = await tx.query(`select 1 from accounts where account_id = $1`, [accountId]);
      if (known) return;
      await layRows(tx, agencyId, lineId, demo);
      await this.config.store(tx, { digestSlackWebhook: demo.slackWebhook });
    });
    await this.service.bringUp(accountId, lineId);
    return accountId;
  }

  private async reserveLine(agencyId: string, demo: DemoAccount): Promise<{ accountId: AccountId; lineId: string }> {
    const [known] = await this.platform.query<{ account_id: AccountId; line_id: string }>(
      `select account_id, line_id from routing.lines where number = $1`,
      [demo.line],
    );
    if (known) return { accountId: known.account_id, lineId: known.line_id };
    const accountId = newId() as AccountId;
    const lineId = newId();
    await this.platform.within(async (query) => {
      await query(`insert into routing.accounts (account_id, agency_id) values ($1, $2)`, [accountId, agencyId]);
      await query(`insert into routing.lines (number, account_id, line_id) values ($1, $2, $3)`, [
        demo.line,
        accountId,
        lineId,
      ]);
    });
    return { accountId, lineId };
  }

  private async layPeople(agencyId: string, accounts: Map<string, AccountId>): Promise<void> {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    for (const user of DEMO_USERS) {
      const [created] = await this.platform.query<{ id: string }>(
        `insert into identity.users (id, email, name, password_hash) values ($1, $2, $3, $4) on conflict (email) do nothing returning id`,
        [newId(), user.email, user.name, passwordHash],
      );
      if (!created) continue;
      await this.platform.query(
        `insert into routing.memberships (id, user_id, account_id, agency_id, role) values ($1, $2, $3, $4, $5)`,
        [
          newId(),
          created.id,
          accounts.get(user.account) ?? null,
          user.account === 'agency' ? agencyId : null,
          user.role,
        ],
      );
      const accountId = accounts.get(user.account);
      if (accountId && user.role === 'owner') await this.db.within(accountId, (tx) => layConfirmations(tx, created.id));
    }
  }
}

/** The demo's contractors have long gone live: nothing is left for their owners to look through. */
async function layConfirmations(tx: AccountTx, ownerId: string): Promise<void> {
  await tx.query(
    `insert into onboarding_confirmations (account_id, step, confirmed_by, confirmed_at)
     select $1, step, $2, app_now() from unnest(array['hours', 'forwarding', 'voice', 'compliance']) as step on conflict do nothing`,
    [tx.accountId, ownerId],
  );
}

async function layRows(tx: AccountTx, agencyId: string, lineId: string, demo: DemoAccount): Promise<void> {
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
  await layRoster(tx, demo);
}

async function layRoster(tx: AccountTx, demo: DemoAccount): Promise<void> {
  const ids = new Map<string, string>();
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
}
