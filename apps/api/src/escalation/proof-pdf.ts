import { DateTime } from 'luxon';
import type { IncidentProof, ProofAlert, ProofFacts } from './proof.dto.js';

const INK = '#111111';
const FAINT = '#555555';
const MARGIN = 48;
/** The built-in fonts hold these letters; anything else would print as a wrong one. */
const UNPRINTABLE = /[^\x20-\x7e\xa0-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]/g;

/** The proof on paper: every time exact, the carrier's references, and the hash that ties it to the JSON. */
export async function proofPdf({ proof, sha256 }: IncidentProof): Promise<Buffer> {
  // Loaded with the first proof: it draws after the night, and its fonts are no business of a worker that starts in one.
  const { default: PDFDocument } = await import('pdfkit');
  const page = new PDFDocument({ size: 'LETTER', margin: MARGIN, info: { Title: titleOf(proof) } });
  const bytes = collected(page);
  heading(page, titleOf(proof));
  for (const [label, words] of factsOf(proof)) fact(page, label, words);
  section(page, 'Timeline');
  for (const line of proof.timeline) fact(page, exact(line.at, proof.timeZone), line.text);
  section(page, 'Pages');
  for (const alert of proof.alerts)
    fact(page, `${alert.contactName}, ${alert.channel}`, alertWords(alert, proof.timeZone));
  section(page, 'Check');
  fact(page, 'SHA-256', sha256);
  small(page, 'Of the proof as canonical JSON (keys sorted, no spaces, UTF-8). The same proof can be fetched as JSON.');
  page.end();
  return bytes;
}

const titleOf = (proof: ProofFacts): string =>
  `${proof.isDrill ? 'DRILL' : 'Emergency'} ${proof.code} at ${printable(proof.accountName)}`;

function collected(page: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => resolve(Buffer.concat(chunks)));
    page.on('error', reject);
  });
}

const factsOf = (proof: ProofFacts): [string, string][] => [
  ['Reported', `${exact(proof.reportedAt, proof.timeZone)} (${proof.timeZone})`],
  ['Caller', `${proof.callerName ?? 'Unknown'}, ${proof.callerPhone ?? 'number withheld'}`],
  ['Address', proof.address ?? 'Not provided'],
  ['Issue', proof.issueSummary],
  ['Safety line given', proof.safetyLine ?? 'None'],
  ['Call reference', `${proof.callSid || 'None'}, to ${proof.calledNumber}`],
  ['Accepted', acceptedWords(proof)],
  ...endOf(proof),
];

function acceptedWords({ acceptance, timeZone }: ProofFacts): string {
  if (!acceptance) return 'Nobody';
  const words = acceptance.words ? `: "${acceptance.words}"` : '';
  const { name, at, secondsAfterReport, via } = acceptance;
  return `${name}, ${exact(at, timeZone)}, ${secondsAfterReport} s after the report, via ${via ?? 'unknown'}${words}`;
}

const endOf = (proof: ProofFacts): [string, string][] => [
  ['Spoke with the caller', proof.contactedAt ? exact(proof.contactedAt, proof.timeZone) : 'Not recorded'],
  ['State', `${proof.state}${proof.resolvedAt ? `, ${exact(proof.resolvedAt, proof.timeZone)}` : ''}`],
  ['Outcome', outcomeWords(proof)],
];

function outcomeWords({ outcome, jobValueCents }: ProofFacts): string {
  const value = jobValueCents === null ? [] : [`$${(jobValueCents / 100).toLocaleString('en-US')}`];
  return [...(outcome ? [outcome] : []), ...value].join(', ') || 'None';
}

function alertWords(alert: ProofAlert, timeZone: string): string {
  const sent = alert.sentAt ? `sent ${exact(alert.sentAt, timeZone)}` : 'never sent';
  const code = alert.errorCode ? ` (${alert.errorCode})` : '';
  const carrier = alert.providerSid ? `, carrier ${alert.providerSid} ${alert.providerStatus ?? ''}`.trimEnd() : '';
  const reply = alert.reply ? `, answered "${alert.reply}"` : '';
  return `${alert.phone}, ${sent}, ${alert.state}${code}${carrier}${reply}, attempts: ${alert.attempts.length}`;
}

/** "Feb 12, 2026, 9:22:07.120 PM CST" */
const exact = (at: string, timeZone: string): string =>
  DateTime.fromISO(at, { zone: timeZone, locale: 'en-US' }).toFormat('LLL d, yyyy, h:mm:ss.SSS a ZZZZ');

const printable = (words: string): string => words.replace(/\s+/g, ' ').replace(UNPRINTABLE, '?');

const heading = (page: PDFKit.PDFDocument, words: string): void =>
  void page.font('Helvetica-Bold').fontSize(16).fillColor(INK).text(words).moveDown(0.5);

const section = (page: PDFKit.PDFDocument, words: string): void =>
  void page.moveDown(0.7).font('Helvetica-Bold').fontSize(11).fillColor(INK).text(words).moveDown(0.2);

const fact = (page: PDFKit.PDFDocument, label: string, words: string): void =>
  void page
    .font('Helvetica-Bold')
    .fontSize(9)
    .fillColor(FAINT)
    .text(`${printable(label)}  `, { continued: true })
    .font('Helvetica')
    .fillColor(INK)
    .text(printable(words));

const small = (page: PDFKit.PDFDocument, words: string): void =>
  void page.font('Helvetica').fontSize(8).fillColor(FAINT).text(words);
