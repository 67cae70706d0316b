const CONTROL_CHARACTERS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
const TEMPLATE_MARKS = /\{\{|\}\}|\{%|%\}/g;

/** A contractor's text as plain words: template marks in it would be filled with call data, quotes would end a line early. */
export const plainText = (text: string): string =>
  text.replace(TEMPLATE_MARKS, '').replace(CONTROL_CHARACTERS, ' ').replaceAll('"', "'").trim();

/** Fills `{{BUSINESS_NAME}}` and the like (VTCR 1.3); a field nobody knows disappears rather than being read aloud. */
export const fillMergeFields = (template: string, values: Record<string, string>): string =>
  template.replace(/\{\{\s*([A-Za-z_]+)\s*\}\}/g, (_, name: string) => values[name.toUpperCase()] ?? '');
