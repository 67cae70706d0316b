import { DomainError } from '@domain/errors/domain-error';
import type { E164 } from '@domain/phone/e164';
import { LineProvider, type OwnedNumber } from '@domain/ports/line-provider';
import { ProviderFailure } from '@domain/ports/provider-failure';
import { failureWords } from '@domain/provisioning/failure-words';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import { lineUrls } from './line-addresses.js';
import { isRouted } from './lines.queries.js';
import type { ProvisioningFacts, SagaStep, SagaWork } from './provisioning.types.js';

const CANDIDATES = 5;

/** A number of the carrier's that leads to us from its first second: every URL goes with the purchase. */
@Injectable()
export class NumberStep implements SagaStep {
  constructor(
    private readonly db: AccountDb,
    private readonly env: Env,
    private readonly lines: LineProvider,
  ) {}

  take(work: SagaWork): Promise<ProvisioningFacts> {
    return work.kind === 'bring' ? this.bring(work) : this.buy(work);
  }

  async undo(work: SagaWork): Promise<void> {
    if (work.kind === 'bring') return this.giveBack(work);
    const { carrierSid } = work.facts;
    if (!carrierSid) return;
    for (const { sid } of await this.lines.tagged(carrierSid, work.id)) await this.lines.release(carrierSid, sid);
  }

  private async buy(work: SagaWork): Promise<ProvisioningFacts> {
    const [kept, ...extra] = await this.lines.tagged(carrierOf(work), work.id);
    for (const { sid } of extra) await this.lines.release(carrierOf(work), sid);
    return kept ? factsOf(kept) : this.buyFirstFree(work);
  }

  /** The one that was being bought comes first: if its answer was lost, the carrier says that it is taken, by us. */
  private async buyFirstFree(work: SagaWork): Promise<ProvisioningFacts> {
    const named = [work.facts.candidate, work.wantedNumber ?? undefined].filter((number) => number !== undefined);
    for (const number of named) {
      const bought = await this.tryToBuy(work, number);
      if (bought) return bought;
    }
    for (const number of await this.offered(work)) {
      const bought = await this.tryToBuy(work, number);
      if (bought) return bought;
    }
    throw new ProviderFailure('refused', 'no-numbers');
  }

  private async offered({ wantedAreaCode, wantedNumber }: SagaWork): Promise<E164[]> {
    const areaCode = wantedAreaCode ?? wantedNumber?.slice(2, 5) ?? '';
    return (await this.lines.search(areaCode, CANDIDATES)).map((offer) => offer.number);
  }

  private async tryToBuy(work: SagaWork, number: E164): Promise<ProvisioningFacts | null> {
    await work.remember({ candidate: number });
    const carrierSid = carrierOf(work);
    const urls = lineUrls(this.env);
    const outcome = await this.lines.buy({ carrierSid, number, tag: work.id, urls });
    if (outcome.kind === 'bought') return { number, numberSid: outcome.sid };
    const [ours] = await this.lines.tagged(carrierSid, work.id);
    return ours ? factsOf(ours) : null;
  }

  /** A number of the platform's carrier account that no line has. Where it led is noted before it is changed. */
  private async bring(work: SagaWork): Promise<ProvisioningFacts> {
    const number = work.wantedNumber;
    const found = number && number !== this.env.ALERT_FROM_NUMBER ? await this.lines.owned(null, number) : null;
    if (!found) throw refusal('number-not-ours');
    const routed = await this.db.within(work.accountId, (tx) => isRouted(tx, found.number));
    if (routed) throw refusal('number-in-use');
    await work.remember({ previousUrls: work.facts.previousUrls ?? found.urls });
    await this.lines.pointAt(null, found.sid, lineUrls(this.env));
    return { ...factsOf(found), carrierSid: null };
  }

  /** Back to where it led, unless another account was faster to bring it. */
  private async giveBack({ accountId, wantedNumber, facts: { previousUrls } }: SagaWork): Promise<void> {
    if (!previousUrls || !wantedNumber) return;
    if (await this.db.within(accountId, (tx) => isRouted(tx, wantedNumber))) return;
    const found = await this.lines.owned(null, wantedNumber);
    if (found) await this.lines.pointAt(null, found.sid, previousUrls);
  }
}

const factsOf = ({ number, sid }: OwnedNumber): ProvisioningFacts => ({ number, numberSid: sid });

function carrierOf({ facts }: SagaWork): string {
  if (!facts.carrierSid) throw new Error('The subaccount comes before the number');
  return facts.carrierSid;
}

const refusal = (code: string): DomainError => new DomainError('conflict', code, failureWords(code));
