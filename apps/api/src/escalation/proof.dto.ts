import { ApiProperty } from '@nestjs/swagger';

const text = { type: String, nullable: true } as const;

/** Times are RFC 3339 in UTC with milliseconds, so that the same facts always give the same hash. */
export class ProofAttempt {
  n!: number;
  startedAt!: string;
  @ApiProperty(text) finishedAt!: string | null;
  @ApiProperty(text) outcome!: string | null;
}

export class ProofAlert {
  id!: string;
  contactName!: string;
  phone!: string;
  channel!: string;
  escalationStep!: string;
  /** Which run of the ladder: 1, and one more each time it was opened again. */
  run!: number;
  dueAt!: string;
  @ApiProperty(text) sentAt!: string | null;
  @ApiProperty(text) finishedAt!: string | null;
  state!: string;
  /** The carrier's own reference, by which it can confirm all of this. */
  @ApiProperty(text) providerSid!: string | null;
  @ApiProperty(text) providerStatus!: string | null;
  @ApiProperty(text) errorCode!: string | null;
  /** The limit of pace it waited for: "3 calls in 15 minutes to Mike T.". */
  @ApiProperty(text) heldBecause!: string | null;
  @ApiProperty(text) heldUntil!: string | null;
  @ApiProperty(text) reply!: string | null;
  @ApiProperty({ type: [ProofAttempt] }) attempts!: ProofAttempt[];
}

export class ProofAcceptance {
  name!: string;
  at!: string;
  @ApiProperty(text) via!: string | null;
  /** The API key of the connected system that accepted; null when a person did. */
  @ApiProperty(text) apiKeyId!: string | null;
  @ApiProperty(text) words!: string | null;
  secondsAfterReport!: number;
}

export class ProofStep {
  name!: string;
  channel!: string;
  delaySeconds!: number;
}

export class ProofLine {
  at!: string;
  event!: string;
  text!: string;
}

export class ProofFacts {
  accountName!: string;
  timeZone!: string;
  incidentId!: string;
  code!: string;
  isDrill!: boolean;
  state!: string;
  reportedAt!: string;
  openedBy!: string;
  callSid!: string;
  calledNumber!: string;
  @ApiProperty(text) callerName!: string | null;
  @ApiProperty(text) callerPhone!: string | null;
  @ApiProperty(text) address!: string | null;
  issueSummary!: string;
  /** What the caller was told about their safety, word for word. */
  @ApiProperty(text) safetyLine!: string | null;
  /** What they should have been told, and hung up before hearing. */
  @ApiProperty(text) unheardLine!: string | null;
  @ApiProperty({ type: ProofAcceptance, nullable: true }) acceptance!: ProofAcceptance | null;
  @ApiProperty(text) contactedAt!: string | null;
  @ApiProperty(text) resolvedAt!: string | null;
  @ApiProperty(text) outcome!: string | null;
  @ApiProperty({ type: Number, nullable: true }) jobValueCents!: number | null;
  @ApiProperty({ type: [ProofStep] }) ladder!: ProofStep[];
  @ApiProperty({ type: [ProofAlert] }) alerts!: ProofAlert[];
  @ApiProperty({ type: [ProofLine] }) timeline!: ProofLine[];
}

export class IncidentProof {
  proof!: ProofFacts;
  /** SHA-256, in hex, of `proof` as canonical JSON: keys sorted, no spaces, UTF-8. */
  sha256!: string;
}
