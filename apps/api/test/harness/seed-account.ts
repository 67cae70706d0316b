import type { AccountId } from '@domain/ids';
import { newId } from '@platform/tenancy/new-id';
import type { TestDatabase } from './test-database.js';

export interface SeededAccount {
  accountId: AccountId;
  lineId: string;
  line: string;
  mike: string;
  dana: string;
  dave: string;
}

export interface SeedOptions {
  name?: string;
  timeZone?: string;
  /** Four digits: phones are +1312555<last four> with the line's. */
  area?: string;
  backup?: boolean;
}

/** A contractor with a line, Mike on call, Dana as backup and Dave the owner, closed from 5 PM to 8 AM and on weekends. */
export async function seedAccount(db: TestDatabase, options: SeedOptions = {}): Promise<SeededAccount> {
  const accountId = newId() as AccountId;
  const area = options.area ?? '312';
  const phone = (last: string) => `+1${area}5550${last}`;
  const [lineId, mike, dana, dave] = [newId(), newId(), newId(), newId()];
  await db.platform.query(`insert into routing.accounts (account_id) values ($1)`, [accountId]);
  await db.platform.query(`insert into routing.lines (number, account_id, line_id) values ($1, $2, $3)`, [
    phone('100'),
    accountId,
    lineId,
  ]);
  await db.accounts.within(accountId, async (tx) => {
    await tx.query(`insert into accounts (account_id, name, time_zone, state) values ($1, $2, $3, 'IL')`, [
      accountId,
      options.name ?? 'Metro Plumbing',
      options.timeZone ?? 'America/Chicago',
    ]);
    await tx.query(
      `insert into after_hours_configs (account_id, hours, business_number, owner_name, trades, greeting, services, service_area, digest_slack_webhook)
       values ($1, $2, $3, 'Dave', '{plumbing}', 'Hi, thanks for calling {{BUSINESS_NAME}}. This is {{AI_NAME}}, {{OWNER_NAME}}''s after-hours assistant. How can I help you {{GREETING_WORD}}?',
         '{"Drain cleaning","Water heaters"}', 'Chicago', 'https://hooks.slack.com/services/T00000000/B00000000/metro')`,
      [accountId, JSON.stringify(weekdays('08:00', '17:00')), phone('185')],
    );
    await tx.query(
      `insert into lines (account_id, id, number, assistant_id, voice_number_id) values ($1, $2, $3, 'asst-1', 'pn-1')`,
      [accountId, lineId, phone('100')],
    );
    for (const [id, name, last] of [
      [mike, 'Mike T.', '182'],
      [dana, 'Dana', '183'],
      [dave, 'Dave', '184'],
    ] as const) {
      await tx.query(
        `insert into contacts (account_id, id, name, phone, consent_at, verified_at) values ($1, $2, $3, $4, app_now(), app_now())`,
        [accountId, id, name, phone(last)],
      );
    }
    await tx.query(
      `insert into on_call_rosters (account_id, primary_contact_id, backup_contact_id, owner_contact_id) values ($1, $2, $3, $4)`,
      [accountId, mike, options.backup === false ? null : dana, dave],
    );
    await tx.query(`insert into digest_schedules (account_id) values ($1)`, [accountId]);
  });
  return { accountId, lineId, line: phone('100'), mike: phone('182'), dana: phone('183'), dave: phone('184') };
}

const weekdays = (opens: string, closes: string) => ({
  mon: [{ opens, closes }],
  tue: [{ opens, closes }],
  wed: [{ opens, closes }],
  thu: [{ opens, closes }],
  fri: [{ opens, closes }],
  sat: [],
  sun: [],
});
