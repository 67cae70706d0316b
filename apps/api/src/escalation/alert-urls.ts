import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';

/** Addresses the provider calls back about one alert. Signed by the provider, so the ids in them can be trusted. */
@Injectable()
export class AlertUrls {
  constructor(private readonly env: Env) {}

  messageStatus = (accountId: string, alertId: string): string => this.at('message-status', accountId, alertId);
  answer = (accountId: string, alertId: string): string => this.at('legs/answer', accountId, alertId);
  /** "Did you reach …?" */
  asked = (accountId: string, alertId: string): string => this.at('legs/asked', accountId, alertId);
  legStatus = (accountId: string, alertId: string): string => this.at('legs/status', accountId, alertId);
  join = (accountId: string, alertId: string): string => this.at('legs/join', accountId, alertId);

  /** Where the caller goes on whom the technician has left alone. */
  lost = (accountId: string, alertId: string): string => this.at('legs/lost', accountId, alertId);
  /** Where the technician goes on whose caller never came. */
  alone = (accountId: string, alertId: string): string => this.at('legs/alone', accountId, alertId);

  meet(accountId: string, incidentId: string, contactId: string): string {
    return `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/legs/meet?account=${accountId}&incident=${incidentId}&contact=${contactId}`;
  }

  private at(path: string, accountId: string, alertId: string): string {
    return `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/${path}?account=${accountId}&alert=${alertId}`;
  }
}
