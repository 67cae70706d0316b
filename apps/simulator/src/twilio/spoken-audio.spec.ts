import { decodeSpokenAudio, encodeSpokenMp3, encodeSpokenWav } from './spoken-audio.js';

describe('simulated speech', () => {
  it.each(['', 'My basement is flooding.', 'El sótano se está inundando – ¡rápido! 🚿', 'x'.repeat(40_000)])(
    'comes out of the sound file as it went in: %.30s',
    (text) => {
      expect(decodeSpokenAudio(encodeSpokenWav(text))).toBe(text);
      expect(decodeSpokenAudio(encodeSpokenMp3(text))).toBe(text);
    },
  );

  it('is a WAV whose declared length is its length, and whose data chunk is silence', () => {
    const wav = encodeSpokenWav('odd');
    expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
    expect(wav.toString('latin1', 8, 12)).toBe('WAVE');
    expect(wav.includes('data')).toBe(true);
  });

  it('is not found in a file that somebody else made', () => {
    expect(decodeSpokenAudio(Buffer.from('OggS'))).toBeNull();
    expect(decodeSpokenAudio(new Uint8Array())).toBeNull();
  });
});
