/**
 * Simulated speech: a real, short, silent sound file whose tag carries the words that were spoken, so that the simulated
 * transcription can hear them. WAV keeps them in a RIFF LIST/INFO ICMT chunk, MP3 in an ID3v2.4 COMM frame.
 */

const SAMPLE_RATE = 8000;
const BYTES_PER_SAMPLE = 2;
/** Long enough for a transcription client that refuses clips under a tenth of a second; short enough to keep nights small. */
const SILENCE_MS = 500;
/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, stereo; 417 bytes each, all-zero side information decodes to silence. */
const MP3_FRAME_HEADER = [0xff, 0xfb, 0x90, 0x00];
const MP3_FRAME_BYTES = 417;
const MP3_FRAMES = 20;
/** ID3v2.4: encoding 3 is UTF-8. */
const ID3_UTF8 = 3;

export function encodeSpokenWav(text: string): Buffer {
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', pcmFormat()),
    chunk('LIST', commentList(text)),
    chunk('data', silence()),
  ]);
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length), body]);
}

export function encodeSpokenMp3(text: string): Buffer {
  const frame = Buffer.alloc(MP3_FRAME_BYTES);
  frame.set(MP3_FRAME_HEADER);
  return Buffer.concat([id3Tag(text), ...Array.from({ length: MP3_FRAMES }, () => frame)]);
}

/** @returns the words spoken in a file made here, null for any other bytes. Silence is the empty text. */
export function decodeSpokenAudio(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 0, 4) === 'RIFF') return decodeWav(file);
  if (file.toString('latin1', 0, 3) === 'ID3') return decodeId3(file);
  return null;
}

function pcmFormat(): Buffer {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(SAMPLE_RATE, 4);
  format.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE, 8);
  format.writeUInt16LE(BYTES_PER_SAMPLE, 12);
  format.writeUInt16LE(BYTES_PER_SAMPLE * 8, 14);
  return format;
}

function silence(): Buffer {
  return Buffer.alloc((SAMPLE_RATE * BYTES_PER_SAMPLE * SILENCE_MS) / 1000);
}

function commentList(text: string): Buffer {
  return Buffer.concat([Buffer.from('INFO'), chunk('ICMT', Buffer.from(`${text}\0`, 'utf8'))]);
}

/** RIFF chunks start on even offsets; the length does not count the pad byte. */
function chunk(id: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(id, 'latin1'), uint32(content.length), content, Buffer.alloc(content.length % 2)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function decodeWav(file: Buffer): string | null {
  const list = findChunk(file, 12, 'LIST');
  const comment = list && findChunk(list, 4, 'ICMT');
  return comment ? comment.toString('utf8').replace(/\0+$/, '') : null;
}

function findChunk(file: Buffer, from: number, id: string): Buffer | null {
  for (let at = from; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4);
    if (file.toString('latin1', at, at + 4) === id) return file.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return null;
}

function id3Tag(text: string): Buffer {
  const content = Buffer.concat([Buffer.from([ID3_UTF8]), Buffer.from('eng\0'), Buffer.from(text, 'utf8')]);
  const frame = Buffer.concat([Buffer.from('COMM'), synchsafe(content.length), Buffer.alloc(2), content]);
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0]), synchsafe(frame.length), frame]);
}

/** ID3 sizes carry seven bits a byte, so that a size never looks like the start of a sound frame. */
function synchsafe(value: number): Buffer {
  return Buffer.from([21, 14, 7, 0].map((shift) => (value >> shift) & 0x7f));
}

function decodeId3(file: Buffer): string | null {
  if (file.toString('latin1', 10, 14) !== 'COMM') return null;
  const length = [...file.subarray(14, 18)].reduce((size, byte) => (size << 7) | byte, 0);
  return file.toString('utf8', 20 + 5, 20 + length);
}
