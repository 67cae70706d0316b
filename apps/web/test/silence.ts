/** Two seconds of a WAV file that says nothing. */
export function silence(): Buffer {
  const samples = 16_000;
  const header = Buffer.from('524946460000000057415645666d74201000000001000100401f0000401f00000100080064617461', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(samples);
  return Buffer.concat([header, size, Buffer.alloc(samples, 128)]);
}
