// Words every question is made of; "do you take cards" and "do you take dogs" must not look alike for their first three.
const EMPTY_WORDS = new Set(
  `a an the is are am be was were do does did you your we our us i my me it its this that these those there to of in on at for from
   with by and or if so as can could will would should may might have has had what which who when where how why any some about
   please tell know want take accept guys folks need get got just also too than then not no yes`.split(/\s+/),
);
const SAME_MEANING: Record<string, string> = {
  card: 'payment',
  cards: 'payment',
  visa: 'payment',
  mastercard: 'payment',
  credit: 'payment',
  debit: 'payment',
  cash: 'payment',
  check: 'payment',
  checks: 'payment',
  pay: 'payment',
  financing: 'finance',
  insured: 'insurance',
  licensed: 'licence',
  license: 'licence',
  guarantee: 'warranty',
  guarantees: 'warranty',
  warrantied: 'warranty',
  weekends: 'weekend',
  saturday: 'weekend',
  saturdays: 'weekend',
  sunday: 'weekend',
  sundays: 'weekend',
};

/** The words that carry a question, each in one form: "Do you accept credit cards?" is accept, credit, payment. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map(formOf))];
}

/** How much two questions are about the same thing, 0 to 1: the share of the shorter one's words that are in the other. */
export function likeness(one: string, other: string): number {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const shorter = Math.min(first.length, second.length);
  if (shorter === 0) return 0;
  const inCommon = first.filter((word) => second.includes(word)).length;
  const everything = new Set([...first, ...second]).size;
  // Half for how much of the shorter is covered, half for how much of both is the same: one shared word of ten is not enough.
  return (inCommon / shorter + inCommon / everything) / 2;
}

/** Rough stems are enough to match what people ask against what people wrote. */
const ENDINGS = [
  [/^(.{3,})ing$/, '$1'],
  [/^(.{3,})es$/, '$1'],
  [/^(.{2,}[^s])s$/, '$1'],
] as const;

function formOf(word: string): string {
  const ending = ENDINGS.find(([pattern]) => pattern.test(word));
  return SAME_MEANING[word] ?? (ending ? word.replace(ending[0], ending[1]) : word);
}
