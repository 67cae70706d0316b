import type { AccountId } from '@domain/ids';
import { LineProvider } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { CarrierVault } from './carrier-vault.service.js';
import { subaccountInUse } from './lines.queries.js';
import type { ProvisioningFacts, SagaStep, SagaWork } from './provisioning.types.js';

/** The contractor's own account at the carrier. Its name there is the account's id, so that a retry finds it. */
@Injectable()
export class SubaccountStep implements SagaStep {
  constructor(
    private readonly db: AccountDb,
    private readonly lines: LineProvider,
    private readonly vault: CarrierVault,
  ) {}

  async take({ accountId }: SagaWork): Promise<ProvisioningFacts> {
    const known = await this.vault.of(accountId);
    const open = await this.lines.accountsNamed(accountId);
    const kept =
      open.find((account) => account.sid === known?.sid) ?? open[0] ?? (await this.lines.openAccount(accountId));
    await this.vault.keep(accountId, kept);
    // A second one can only be the late child of a request that timed out; nothing of ours lives in it.
    for (const { sid } of open) if (sid !== kept.sid) await this.lines.closeAccount(sid);
    return { carrierSid: kept.sid };
  }

  async undo({ accountId, id, lineId }: SagaWork): Promise<void> {
    await this.closeIfEmpty(accountId, { lineId, provisioningId: id });
  }

  /** Every open account of this name goes, whatever we wrote down. False while something else lives in it. */
  async closeIfEmpty(
    accountId: AccountId,
    except: { lineId: string; provisioningId: string | null },
  ): Promise<boolean> {
    if (await this.db.within(accountId, (tx) => subaccountInUse(tx, except))) return false;
    for (const { sid } of await this.lines.accountsNamed(accountId)) await this.lines.closeAccount(sid);
    await this.vault.drop(accountId);
    return true;
  }
}
