export interface SlackMessageBody {
  text?: string;
  blocks?: unknown[];
}

interface Block {
  type?: unknown;
  text?: unknown;
  fields?: unknown;
  elements?: unknown;
}

const KNOWN_BLOCKS = new Set(['section', 'header', 'context', 'divider', 'actions', 'markdown', 'rich_text', 'image']);
const MAX_BLOCKS = 50;
const MAX_SECTION_TEXT = 3000;
const MAX_HEADER_TEXT = 150;
const MAX_FIELDS = 10;
const MAX_FIELD_TEXT = 2000;
const MAX_CONTEXT_ELEMENTS = 10;
const MAX_ACTIONS = 25;

/** The error the vendor gives for a message that breaks its limits (docs.slack.dev, Block Kit); undefined when it would be posted. */
export function complaintAboutMessage(body: unknown): 'invalid_payload' | 'no_text' | 'invalid_blocks' | undefined {
  if (typeof body !== 'object' || body === null) return 'invalid_payload';
  const { text = '', blocks = [] } = body as SlackMessageBody;
  if (text === '' && blocks.length === 0) return 'no_text';
  return areWithinLimits(blocks) ? undefined : 'invalid_blocks';
}

function areWithinLimits(blocks: unknown): boolean {
  return Array.isArray(blocks) && blocks.length <= MAX_BLOCKS && (blocks as Block[]).every(isWithinLimits);
}

function isWithinLimits(block: Block): boolean {
  if (!KNOWN_BLOCKS.has(String(block.type))) return false;
  switch (block.type) {
    case 'header':
      return fits(block.text, MAX_HEADER_TEXT);
    case 'section':
      return isSectionWithinLimits(block);
    case 'context':
      return isList(block.elements, MAX_CONTEXT_ELEMENTS);
    case 'actions':
      return isList(block.elements, MAX_ACTIONS);
    default:
      return true;
  }
}

function isSectionWithinLimits({ text, fields }: Block): boolean {
  if (text === undefined && fields === undefined) return false;
  if (text !== undefined && !fits(text, MAX_SECTION_TEXT)) return false;
  return fields === undefined || (isList(fields, MAX_FIELDS) && fields.every((field) => fits(field, MAX_FIELD_TEXT)));
}

function fits(text: unknown, longest: number): boolean {
  const content = typeof text === 'object' && text !== null ? (text as { text?: unknown }).text : undefined;
  return typeof content === 'string' && content.length > 0 && content.length <= longest;
}

function isList(value: unknown, longest: number): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= longest;
}
