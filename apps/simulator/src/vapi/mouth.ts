import type { CallStream } from '../world-streams.js';

/** Speaks sentence by sentence, so that a caller who talks over it is not talked down. */
export class Mouth {
  private speaking = false;
  private cutOff = false;

  constructor(private readonly stream: CallStream) {}

  get isSpeaking(): boolean {
    return this.speaking;
  }

  /** @returns what was really said: all of it, or the sentences begun before somebody interrupted. */
  async say(line: string): Promise<string> {
    this.speaking = true;
    this.cutOff = false;
    const said: string[] = [];
    for (const sentence of sentencesOf(line)) {
      if (this.cutOff) break;
      said.push(sentence);
      await this.stream.say(sentence);
    }
    this.speaking = false;
    return said.join(' ');
  }

  /** Falls silent after the sentence it is in. */
  interrupt(): void {
    this.cutOff = true;
  }
}

/** An initial, as in "Mike T. directly", ends no sentence. */
const SENTENCE_END = /(?<=(?<![A-Z]\.)(?<=[.!?]["”']?))\s+/;

function sentencesOf(line: string): string[] {
  return line.split(SENTENCE_END).filter(Boolean);
}
