export interface ByteRange {
  start: number;
  /** Inclusive. */
  end: number;
}

/** A `Range: bytes=…` header (RFC 9110); null asks for everything, `unsatisfiable` lies outside. Several ranges are answered whole. */
export function byteRange(header: string | undefined, length: number): ByteRange | null | 'unsatisfiable' {
  const asked = /^bytes=(?<first>\d*)-(?<last>\d*)$/.exec(header ?? '')?.groups as Asked | undefined;
  if (!asked || asked.first + asked.last === '') return null;
  const range = asked.first === '' ? suffix(Number(asked.last), length) : fromOffset(asked, length);
  return range.start > range.end || range.start >= length ? 'unsatisfiable' : range;
}

const suffix = (wanted: number, length: number): ByteRange => ({
  start: Math.max(0, length - wanted),
  end: length - 1,
});

const fromOffset = ({ first, last }: Asked, length: number): ByteRange => ({
  start: Number(first),
  end: last === '' ? length - 1 : Math.min(Number(last), length - 1),
});

interface Asked {
  first: string;
  last: string;
}
