/**
 * What the ladder's texts say in one language. The verbs (ETA, HERE, DONE, FALSE, WHO, ALL), the codes and the digits are
 * the same in all. Times and names come ready to be read; accents that GSM-7 lacks are dropped when a text is put together.
 */
export interface TextWords {
  unknownCaller: string;
  /** In the middle of a sentence, when no name is known. */
  theCaller: string;
  /** In place of a number that the caller hides. */
  withheld: string;
  notProvided: string;
  caller: string;
  phone: string;
  address: string;
  issue: string;
  told: string;
  notTold: string;
  calledAt: (time: string) => string;
  delayed: (time: string) => string;
  busyUntil: (time: string) => string;
  emergency: (account: string) => string;
  unresolved: (account: string) => string;
  nobodyYet: string;
  callBack: string;
  callBackPromised: string;
  noNumber: string;
  keys: string;
  gotIt: (callerAndNumber: string) => string;
  next: string;
  nextOnTheWay: (minutes: number) => string;
  nextOnSite: string;
  update: (account: string) => string;
  hungUpUntold: string;
  calledAgain: (name: string, time: string) => string;
  tookIt: (taker: string, time: string) => string;
  askedElsewhere: (name: string) => string;
  closedBy: Record<'resolved' | 'false_alarm', (name: string, time: string) => string>;
  alreadyTook: (taker: string, time: string) => string;
  stillPaging: string;
  passed: string;
  didYouReach: (callerAndNumber: string) => string;
  eta: (minutes: number) => string;
  onSite: string;
  resolved: (value: string | null) => string;
  falseAlarm: string;
  lostCall: (callerAndNumber: string) => string;
  lostCallWithheld: (name: string) => string;
  takeItFirst: string;
  reopened: (name: string) => string;
  noWord: (name: string) => string;
  nothingOpen: (account: string) => string;
  notOpenForYou: (code: string) => string;
  alreadyEnded: Record<'resolved' | 'false_alarm', (time: string) => string>;
  help: (account: string) => string;
  optedOut: (name: string, account: string) => string;
  onCall: (primary: string, backup: string | null, owner: string) => string;
  testConfirmed: string;
  /** Behind a name: " at (312) 555-0415". */
  numberBehind: (number: string) => string;
  withheldBehind: string;
  whichOne: (count: number, example: string) => string;
  storm: (count: number, account: string) => string;
  stormKeys: (example: string) => string;
  whichBusiness: string;
  /** Who calls about what in a rehearsal. */
  rehearsal: { caller: string; issue: string };
}
