import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { insertAssessment, lastAgentOpinion } from './assessments.queries.js';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { wasCorrected } from './corrections.queries.js';
import { asTurns, priorCalls, turnsOf } from './calls.queries.js';
import { triageContext } from './triage-context.js';
import {
  asItStands,
  disagreement,
  isNews,
  judgedColumns,
  verdictOf,
  weigh,
  type AgentOpinion,
  type Heard,
  type Opinions,
  type Verdict,
} from './verdict.js';

/** What there is to be judged beside the transcript: an opinion of the agent, or its summary of the problem. */
export interface TriageNews {
  opinion?: AgentOpinion;
  summary?: string | null;
}

/** Judges a call so far and writes the judgement down with its evidence (decision 1). */
@Injectable()
export class CallTriageService {
  constructor(
    private readonly config: ConfigService,
    private readonly log: CallLog,
  ) {}

  /** In the transaction that holds the call's lock. The same words judged again change nothing. */
  async judge(tx: AccountTx, call: Call, news: TriageNews = {}): Promise<Verdict> {
    if (news.opinion) await this.noteOpinion(tx, call, news.opinion);
    const heard = await this.heardIn(tx, call, news);
    const opinions = weigh(call.classification, heard);
    const next = judgedColumns(call, opinions);
    // A person has had the last word (decision 1): later reports are kept as opinions only.
    if (await wasCorrected(tx, call.id)) return asItStands(call, heard);
    if (isNews(call, next)) {
      await tx.update(Call, { id: call.id }, next);
      await this.noteVerdict(tx, call, { heard, opinions });
    }
    return verdictOf(call, heard, opinions);
  }

  private async heardIn(tx: AccountTx, call: Call, news: TriageNews): Promise<Heard> {
    const config = await this.config.read(tx);
    const agent = news.opinion ?? (await lastAgentOpinion(tx, call.id));
    const earlier = call.isRepeatCaller ? await priorCalls(tx, call) : [];
    return {
      turns: asTurns(await turnsOf(tx, call.id)),
      summary: news.summary ?? null,
      agent,
      context: triageContext(config, call, { at: this.log.now(), earlier, agent }),
    };
  }

  private noteOpinion(tx: AccountTx, call: Call, opinion: AgentOpinion): Promise<void> {
    return insertAssessment(tx, call.id, {
      decidedBy: 'voice_agent',
      classification: opinion.classification,
      reasoning: opinion.reasoning ?? 'The agent gave no reason',
      tone: opinion.tone,
      at: this.log.now(),
    });
  }

  private async noteVerdict(tx: AccountTx, call: Call, judged: { heard: Heard; opinions: Opinions }): Promise<void> {
    const { heard, opinions } = judged;
    const at = this.log.now();
    if (opinions.rules) await insertAssessment(tx, call.id, { decidedBy: 'rules', assessment: opinions.rules, at });
    const differs = disagreement(heard, opinions);
    await this.log.tell(tx, call.id, 'call.classified', {
      teller: heard.agent ? 'voice_agent' : 'system',
      data: {
        classification: opinions.classification,
        was: call.classification,
        ...(differs ? { disagreement: differs } : {}),
      },
    });
  }
}
