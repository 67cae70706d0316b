import { factsOf, pageOf, timelineOf, titleOf, type Line } from './proof-words.js';
import type { IncidentProof } from './proof.dto.js';

type Paper = PDFKit.PDFDocument;

const INK = '#111111';
const FAINT = '#555555';
const RULE = '#cccccc';
const MARGIN = 54;
const LABEL_WIDTH = 120;
const FOOTER_HEIGHT = 24;
/** The built-in fonts hold these letters; anything else would print as a wrong one. */
const UNPRINTABLE = /[^\n\x20-\x7e\xa0-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]/g;

/** The proof on paper: every time exact, the carrier's references, and the hash that ties it to the JSON. */
export async function proofPdf({ proof, sha256 }: IncidentProof): Promise<Buffer> {
  // Fonts and all, and nobody who pages needs it.
  const { default: PDFDocument } = await import('pdfkit');
  const title = printable(titleOf(proof));
  const margins = { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER_HEIGHT };
  const paper = new PDFDocument({ size: 'LETTER', margins, bufferPages: true, info: { Title: title } });
  const bytes = collected(paper);
  paper.font('Helvetica-Bold').fontSize(18).fillColor(INK).text(title).moveDown(0.6);
  lines(paper, factsOf(proof));
  section(paper, 'Timeline');
  for (const { day, lines: ofDay } of timelineOf(proof)) {
    small(paper, day);
    lines(paper, ofDay);
  }
  section(paper, 'Messages and calls');
  lines(
    paper,
    proof.alerts.map((alert) => pageOf(alert, proof.timeZone)),
  );
  section(paper, 'Check');
  lines(paper, [['SHA-256', sha256]]);
  small(
    paper,
    'Of the proof as canonical JSON (keys sorted, no spaces, UTF-8). The same proof can be fetched as JSON.',
  );
  footers(paper, `${title}  ·  ${proof.incidentId}`);
  paper.end();
  return bytes;
}

function collected(paper: Paper): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
  });
}

function section(paper: Paper, words: string): void {
  keepTogether(paper, 60);
  paper.moveDown(1).font('Helvetica-Bold').fontSize(12).fillColor(INK).text(words, MARGIN);
  const y = paper.y + 2;
  paper.moveTo(MARGIN, y).lineTo(rightOf(paper), y).lineWidth(0.5).strokeColor(RULE).stroke();
  paper.y = y + 6;
}

/** Labels in a column of their own. A line is never torn between two pages. */
function lines(paper: Paper, all: Line[]): void {
  for (const [label, words] of all) line(paper, printable(label), printable(words));
}

function line(paper: Paper, label: string, words: string): void {
  const width = rightOf(paper) - MARGIN - LABEL_WIDTH;
  paper.font('Helvetica').fontSize(9);
  const height = Math.max(
    paper.heightOfString(words, { width }),
    paper.heightOfString(label, { width: LABEL_WIDTH - 8 }),
  );
  keepTogether(paper, height);
  const { y } = paper;
  paper.fillColor(FAINT).text(label, MARGIN, y, { width: LABEL_WIDTH - 8 });
  paper.fillColor(INK).text(words, MARGIN + LABEL_WIDTH, y, { width });
  paper.x = MARGIN;
  paper.y = y + height + 3;
}

function small(paper: Paper, words: string): void {
  keepTogether(paper, 30);
  paper.font('Helvetica-Bold').fontSize(8).fillColor(FAINT).text(words, MARGIN).moveDown(0.4);
}

function keepTogether(paper: Paper, height: number): void {
  if (paper.y + height > paper.page.height - MARGIN - FOOTER_HEIGHT) paper.addPage();
}

/** Sheets that fall out of order can be put back. */
function footers(paper: Paper, words: string): void {
  const { start, count } = paper.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    paper.switchToPage(index);
    // Below the margin the text would begin a page of its own.
    paper.page.margins.bottom = 0;
    const y = paper.page.height - MARGIN + 6;
    const width = rightOf(paper) - MARGIN;
    paper.font('Helvetica').fontSize(8).fillColor(FAINT).text(words, MARGIN, y, { width, lineBreak: false });
    paper.text(`Page ${index - start + 1} of ${count}`, MARGIN, y, { width, align: 'right', lineBreak: false });
  }
}

const rightOf = (paper: Paper): number => paper.page.width - MARGIN;

const printable = (words: string): string => words.replace(/[^\S\n]+/g, ' ').replace(UNPRINTABLE, '?');
