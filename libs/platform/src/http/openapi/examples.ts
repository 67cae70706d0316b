import { propertiesIn, type Document, type SchemaObject } from './schema.types.js';

/** What a property holds in a document that people read: one contractor, one night. Phones are reserved for fiction. */
const BY_NAME: Record<string, string> = {
  accountName: 'Metro Plumbing',
  additionalInstructions: 'We do not service mobile homes.',
  address: '218 Oak Lane',
  agencyName: 'Lakeside Contractor Services',
  aiName: 'Alex',
  answer: 'We serve Chicago and the north suburbs.',
  callerName: 'Jim Kowalski',
  content: 'AFTER-HOURS DIGEST: Metro Plumbing',
  detail: 'Burst pipe to water heater, basement flooding',
  digestDate: '2026-02-13',
  digestTime: '06:00',
  greeting: "Hi, thanks for calling {{BUSINESS_NAME}}. This is {{AI_NAME}}, {{OWNER_NAME}}'s after-hours assistant.",
  issueSummary: 'Burst pipe to water heater, basement flooding',
  key: 'nd_live_6XkQ0v2LtPzA_h3Jw9R4yBn7cVq1sKd8mTf5gZx0eUa2LpYq7Rk',
  keyId: '6XkQ0v2LtPzA',
  name: 'Mike T.',
  notes: 'Shut the main off already',
  organisation: 'Metro Plumbing',
  ownerName: 'Dave',
  question: 'Which towns do you serve?',
  reason: 'Vacation',
  serviceArea: 'Chicago and the north suburbs',
  start: 'nd_live_6XkQ0v2LtPzA_',
  summary: 'Burst pipe to water heater, basement flooding',
  text: 'My basement is flooding',
  timeZone: 'America/Chicago',
  closes: '17:00',
  opens: '08:00',
};
const BY_ENDING: [RegExp, string][] = [
  [/phone$|number$/i, '+17735550190'],
  [/email$/i, 'mike@metroplumbing.example'],
  [/name$/i, 'Dave Morrison'],
  [/zip$/i, '60601'],
];
const BY_FORMAT: Record<string, string> = {
  'date-time': '2026-02-13T03:22:00.000Z',
  date: '2026-02-13',
  uuid: '01890a5d-ac96-774b-bcce-b302099a8057',
  email: 'mike@metroplumbing.example',
};

/** An example for every plain property that has none and for which an honest one is known. */
export function addExamples(document: Document): void {
  for (const [name, property] of propertiesIn(document)) {
    const example = property.example === undefined && !property.enum ? exampleOf(name, property) : undefined;
    if (example !== undefined) property.example = example;
  }
}

function exampleOf(name: string, property: SchemaObject): unknown {
  if (property.type === 'boolean') return property.default ?? true;
  if (property.type === 'integer' || property.type === 'number') return property.default ?? property.minimum ?? 1;
  return property.type === 'string' ? textExample(name, property) : undefined;
}

function textExample(name: string, property: SchemaObject): string | undefined {
  const text =
    BY_FORMAT[property.format ?? ''] ?? BY_NAME[name] ?? BY_ENDING.find(([ending]) => ending.test(name))?.[1];
  return text !== undefined && fits(text, property) ? text : undefined;
}

const fits = (text: string, { pattern, maxLength = Infinity, minLength = 0 }: SchemaObject): boolean =>
  text.length <= maxLength && text.length >= minLength && (pattern === undefined || new RegExp(pattern).test(text));
