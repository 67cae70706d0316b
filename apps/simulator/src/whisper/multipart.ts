export interface Part {
  name: string;
  filename?: string;
  content: Buffer;
}

/** Splits a multipart/form-data body (RFC 7578); undefined when it is none. */
export function partsOf(contentType: string, body: unknown): Part[] | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary || !Buffer.isBuffer(body)) return undefined;
  return sections(body, Buffer.from(`--${boundary}`))
    .map(readPart)
    .filter((part) => part !== undefined);
}

function sections(body: Buffer, delimiter: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let start = body.indexOf(delimiter); start !== -1;) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    // Between two delimiters stand a line break, the part, and another line break.
    if (next !== -1) found.push(body.subarray(start + delimiter.length + 2, next - 2));
    start = next;
  }
  return found;
}

function readPart(section: Buffer): Part | undefined {
  const headEnd = section.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const head = section.subarray(0, headEnd).toString('utf8');
  const name = /\bname="([^"]*)"/i.exec(head)?.[1];
  const filename = /\bfilename="([^"]*)"/i.exec(head)?.[1];
  return name === undefined
    ? undefined
    : { name, ...(filename !== undefined && { filename }), content: section.subarray(headEnd + 4) };
}
