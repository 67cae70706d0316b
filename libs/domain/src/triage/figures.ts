/** So many of so many, with the 95 % Wilson interval as shares of one. */
export interface MeasuredRate {
  hits: number;
  of: number;
  low: number;
  high: number;
}

export interface TriageFigures {
  /** The day of the measurement, `YYYY-MM-DD`. */
  measuredOn: string;
  /** The part of the corpus that tuning never looks at. */
  frozen: {
    calls: number;
    /** Of calls where a miss could cost a life, those heard as an emergency. */
    lifeSafetyRecall: MeasuredRate;
    /** Of all emergencies, those heard as one. */
    emergencyRecall: MeasuredRate;
    /** Of routine calls, those taken for an emergency: a technician woken for nothing. */
    falseWakes: MeasuredRate;
    /** Of calls put aside as spam, those that were. */
    spamPrecision: MeasuredRate;
  };
}

/** What `npm run eval:triage` printed for the frozen part; the tests fail when it prints something else. */
export const TRIAGE_FIGURES: TriageFigures = {
  measuredOn: '2026-11-22',
  frozen: {
    calls: 634,
    lifeSafetyRecall: { hits: 261, of: 264, low: 0.967, high: 0.996 },
    emergencyRecall: { hits: 318, of: 324, low: 0.96, high: 0.991 },
    falseWakes: { hits: 4, of: 160, low: 0.01, high: 0.063 },
    spamPrecision: { hits: 73, of: 73, low: 0.95, high: 1 },
  },
};
