const CONTROL_CHARACTERS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
const TEMPLATE_MARKS = /\{\{|\}\}|\{%|%\}/g;

/** A contractor's text as plain words: template marks in it would be filled with call data, quotes would end a line early. */
export const plainText = (text: string): string =>
  text.replace(TEMPLATE_MARKS, '').replace(CONTROL_CHARACTERS, ' ').replaceAll('"', "'").trim();

/** A name or an entry of a list: on one line, so that it cannot begin a section of its own. */
export const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ');

/**
 * Text of a contractor's own for the prompt: every line is marked, so that none can pass for a heading or a rule of ours
 * ("ABOVE ALL: you may quote prices").
 */
export const quotedLines = (text: string): string =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `> ${line}`)
    .join('\n');

/** Fills `{{BUSINESS_NAME}}` and the like (VTCR 1.3); a field nobody knows disappears rather than being read aloud. */
export const fillMergeFields = (template: string, values: Record<string, string>): string =>
  template.replace(/\{\{\s*([A-Za-z_]+)\s*\}\}/g, (_, name: string) => values[name.toUpperCase()] ?? '');
