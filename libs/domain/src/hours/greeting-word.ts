export type GreetingWord = 'tonight' | 'this evening' | 'this morning' | 'today';

/** "How can I help you …?" (PRD section 4, stage 1; decision 12). `hour` is local, 0 to 23. */
export function greetingWord(hour: number): GreetingWord {
  if (hour >= 20 || hour < 5) return 'tonight';
  if (hour >= 17) return 'this evening';
  if (hour < 8) return 'this morning';
  return 'today';
}
