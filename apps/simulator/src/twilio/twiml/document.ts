import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of a TwiML document, in document order. */
export interface Verb {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** All text inside, SSML flattened, blanks folded. */
  text: string;
  children: Verb[];
}

export type ParsedDocument = { kind: 'document'; verbs: Verb[] } | { kind: 'unreadable'; reason: string };

type Node = Record<string, unknown>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
});

/** Reads TwiML as Twilio does: one well-formed document whose root is <Response>. */
export function parseDocument(xml: string): ParsedDocument {
  const text = xml.trim();
  if (text === '') return { kind: 'unreadable', reason: 'the document is empty' };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { kind: 'unreadable', reason: `${valid.err.msg} (line ${valid.err.line})` };
  const roots = (parser.parse(text) as Node[]).filter((node) => !elementName(node).startsWith('?'));
  const root = roots.find((node) => elementName(node) === 'Response');
  if (!root) return { kind: 'unreadable', reason: 'the root element is not <Response>' };
  return { kind: 'document', verbs: toVerb(root).children };
}

function toVerb(node: Node): Verb {
  const name = elementName(node);
  const content = node[name] as Node[];
  const elements = content.filter((child) => ![TEXT, '#comment'].includes(elementName(child)));
  return {
    name,
    attributes: (node[ATTRIBUTES] as Record<string, string> | undefined) ?? {},
    text: textOf(content).replace(/\s+/g, ' ').trim(),
    children: elements.map(toVerb),
  };
}

function elementName(node: Node): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';
}

function textOf(content: Node[]): string {
  return content
    .map((node) => (TEXT in node ? String(node[TEXT]) : ` ${textOf(node[elementName(node)] as Node[])} `))
    .join('');
}
