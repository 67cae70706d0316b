import { saysYes } from './answers.js';
import type { ToolAnswer, ToolOffer } from './mind.types.js';
import { detailsArguments, type Notepad } from './notepad.js';
import { instructionOf } from './obey.js';

interface OfferedSlot {
  slotId: string;
  label: string;
}

export type BookingMove =
  /** A slot is on the table: wait for yes or no. */
  | { kind: 'ask'; line: string }
  /** Booking is settled one way or the other with this line. */
  | { kind: 'said'; line: string }
  /** No booking on this call: the office rings back. */
  | { kind: 'office-calls' };

type UseTool = (name: string, args: Record<string, unknown>) => Promise<ToolAnswer>;

/** Offers one slot after the other out of those the server named, and books only by the server's slot id. */
export class BookingTalk {
  private readonly offered: boolean;
  private slots: OfferedSlot[] | undefined;

  constructor(
    tools: ToolOffer[],
    private readonly useTool: UseTool,
  ) {
    this.offered = ['check_availability', 'book_appointment'].every((name) => tools.some((tool) => tool.name === name));
  }

  /** True while a slot is on the table. */
  isOpen(): boolean {
    return this.slots !== undefined && this.slots.length > 0;
  }

  async next(words: string, notepad: Notepad): Promise<BookingMove> {
    if (!this.offered) return { kind: 'office-calls' };
    if (!this.slots) return this.lookUp(notepad);
    const [slot] = this.slots;
    if (slot && saysYes(words)) return this.book(slot, notepad);
    this.slots.shift();
    return this.offer();
  }

  private async lookUp(notepad: Notepad): Promise<BookingMove> {
    const args = { preferred_time: preferredTime(notepad), service_type: notepad.service };
    const answer = await this.useTool('check_availability', args);
    this.slots = slotsIn(answer);
    const [line] = instructionOf(answer).say;
    if (this.slots.length > 0 || !line) return this.offer();
    return { kind: 'said', line: `${line} Is there anything else I should pass along?` };
  }

  private offer(): BookingMove {
    const slot = this.slots?.[0];
    if (!slot) return { kind: 'office-calls' };
    return {
      kind: 'ask',
      line: `I can get you on the schedule. We have availability on ${slot.label}. Would that work for you?`,
    };
  }

  private async book(slot: OfferedSlot, notepad: Notepad): Promise<BookingMove> {
    this.slots = [];
    const { caller_name, phone_number, address, service_type, issue_description } = detailsArguments(notepad);
    const args = {
      slot_id: slot.slotId,
      caller_name,
      caller_phone: phone_number,
      address,
      service_type,
      issue_description,
    };
    const answer = await this.useTool('book_appointment', args);
    const [line] = instructionOf(answer).say;
    if (answer.failed && !line) return { kind: 'office-calls' };
    const confirmed = `Great, I've got you down for ${slot.label}. You'll get a confirmation text at this number.`;
    return { kind: 'said', line: `${line ?? confirmed} Is there anything else?` };
  }
}

/** Slots named in the answer as `slot_id=<id> <label>` items; any other answer offers none. */
function slotsIn(answer: ToolAnswer): OfferedSlot[] {
  const items = answer.text.matchAll(
    /slot_id["']?\s*[:=]\s*["']?([\w-]+)["']?[\s,:;-]*(?:["']?label["']?\s*[:=]\s*)?["']?([^;|"\]}]+)/g,
  );
  return [...items].map((item) => ({ slotId: item[1] ?? '', label: (item[2] ?? '').trim() }));
}

function preferredTime(notepad: Notepad): 'morning' | 'afternoon' | 'any' {
  const said = notepad.issue.join(' ');
  if (/\bmorning\b/i.test(said)) return 'morning';
  return /\bafternoon\b/i.test(said) ? 'afternoon' : 'any';
}
