const OWN_ACCOUNT = `account_id = nullif(current_setting('app.account_id', true), '')::uuid`;

/** The wall every tenant table gets in the migration that creates it (architecture, law 2). */
export const tenantWall = (table: string): string => `
  alter table ${table} enable row level security, force row level security;
  create policy one_account on ${table} using (${OWN_ACCOUNT}) with check (${OWN_ACCOUNT});`;

/** Keeps one row of routing.alarms in step with a due column of a tenant table. Lower priority numbers are swept first. */
export const alarmOn = (table: string, kind: string, column: string, priority: number): string => `
  create trigger arm_${kind} after insert or update of ${column} on ${table}
    for each row execute function routing.arm_alarm('${kind}', '${column}', '${priority}');`;
