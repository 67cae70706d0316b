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

/** What `npm run eval:triage` printed for the frozen part (issue 3, item 8). Nobody types a better number here. */
export const TRIAGE_FIGURES: TriageFigures = {
  measuredOn: '2026-11-21',
  frozen: {
    calls: 797,
    lifeSafetyRecall: { hits: 339, of: 354, low: 0.931, high: 0.974 },
    emergencyRecall: { hits: 423, of: 445, low: 0.926, high: 0.967 },
    falseWakes: { hits: 18, of: 198, low: 0.058, high: 0.139 },
    spamPrecision: { hits: 64, of: 66, low: 0.896, high: 0.992 },
  },
};
