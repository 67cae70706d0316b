import { dialled, FORWARDING_CODES } from '@domain/provisioning/forwarding-codes';
import { ApiProperty } from '@nestjs/swagger';
import type { ForwardingCheck, ForwardingCheckState } from './forwarding-check.entity.js';
import type { ShownForwarding } from './forwarding.service.js';

export class CarrierCodesView {
  @ApiProperty({ example: 't-mobile' }) carrier!: string;
  @ApiProperty({ example: 'T-Mobile' }) label!: string;
  @ApiProperty({ type: String, nullable: true, example: '**61*13125550147#' }) noAnswer!: string | null;
  @ApiProperty({ type: String, nullable: true }) busy!: string | null;
  @ApiProperty({ type: String, nullable: true }) all!: string | null;
  @ApiProperty({ example: '##61#' }) stop!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}

export class ForwardingCheckView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['calling', 'arrived', 'not_arrived', 'failed'] }) state!: ForwardingCheckState;
  @ApiProperty({ description: 'The result in words' }) words!: string;
  placedAt!: Date;
  @ApiProperty({ type: Date, nullable: true }) arrivedAt!: Date | null;
}

export class ForwardingView {
  @ApiProperty({ type: String, nullable: true, description: 'The number customers call' }) businessNumber!:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The line it has to forward to' }) lineNumber!:
    string | null;
  @ApiProperty({ type: [CarrierCodesView], description: 'Empty while there is no line' }) codes!: CarrierCodesView[];
  @ApiProperty({ type: ForwardingCheckView, nullable: true }) lastCheck!: ForwardingCheckView | null;
}

export function toForwardingView({ businessNumber, line, check }: ShownForwarding): ForwardingView {
  const lineNumber = line?.number ?? null;
  return { businessNumber, lineNumber, codes: codesFor(lineNumber), lastCheck: check && toForwardingCheckView(check) };
}

function codesFor(line: string | null): CarrierCodesView[] {
  if (!line) return [];
  return FORWARDING_CODES.map(({ carrier, label, noAnswer, busy, all, stop, note }) => ({
    carrier,
    label,
    stop,
    note,
    noAnswer: dialled(noAnswer, line),
    busy: dialled(busy, line),
    all: dialled(all, line),
  }));
}

export function toForwardingCheckView(check: ForwardingCheck): ForwardingCheckView {
  const { id, state, placedAt, arrivedAt } = check;
  return { id, state, words: wordsOf(check), placedAt, arrivedAt };
}

function wordsOf({ state, errorCode }: ForwardingCheck): string {
  if (state === 'calling') return 'We are calling your number. Let it ring.';
  if (state === 'arrived') return 'Forwarding works: our call to your number came in at your line.';
  if (state === 'failed') return 'Your number could not be called. Check that it is right.';
  return (
    NOT_ARRIVED[errorCode ?? ''] ??
    'Our call did not come in within a minute. Dial the code again and repeat the check.'
  );
}

const NOT_ARRIVED: Record<string, string> = {
  answered: 'Somebody or a voicemail answered before the call was forwarded. Let it ring, or turn the voicemail off.',
  busy: 'Your number was busy and the call was not forwarded. Forward busy calls too, or try again.',
  'no-answer':
    'Your number rang and the call was not forwarded. Dial the code for unanswered calls and repeat the check.',
};
