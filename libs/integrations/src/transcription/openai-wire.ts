/** What `verbose_json` says beside the text; compatible servers may leave the segments out. */
export interface WhisperAnswer {
  text: string;
  segments?: { text: string; no_speech_prob: number; avg_logprob: number }[];
}

const EXTENSIONS: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/mp4': 'mp4',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
};

/** A file name the service can tell the format from. */
export function voicemailFileName(contentType: string): string {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return `voicemail.${EXTENSIONS[type] ?? 'wav'}`;
}

// What Whisper-class models "hear" in silence: the credits of the videos they were trained on. None is a caller's request.
const PHANTOMS = new Set([
  'thank you',
  'thank you for watching',
  'thanks for watching',
  'thank you so much for watching',
  'please subscribe',
  'like and subscribe',
  'subtitles by the amara org community',
  'subtítulos realizados por la comunidad de amara org',
  'you',
  'bye',
  'bye bye',
  'music',
  'applause',
  'silence',
]);

/** Whisper's own thresholds for "this segment is silence". */
const NO_SPEECH_PROBABILITY = 0.6;
const SURE_LOG_PROBABILITY = -1;

/**
 * The words that were really spoken, or '' when nobody spoke. A made-up "Thank you for watching" would turn a silent
 * voicemail into a routine call that nobody listens to.
 */
export function spokenWords(answer: WhisperAnswer): string {
  const { segments = [] } = answer;
  const voiced = segments.filter((segment) => !isSilence(segment)).map((segment) => segment.text.trim());
  // Text without segments is still somebody's words: losing a voicemail is worse than reading a phantom.
  const words = (segments.length > 0 ? voiced.join(' ') : answer.text).trim();
  return isPhantom(words) ? '' : words;
}

const isSilence = (segment: { no_speech_prob: number; avg_logprob: number }): boolean =>
  segment.no_speech_prob > NO_SPEECH_PROBABILITY && segment.avg_logprob < SURE_LOG_PROBABILITY;

function isPhantom(words: string): boolean {
  const bare = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return bare === '' || PHANTOMS.has(bare);
}
