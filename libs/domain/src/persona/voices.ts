/** A voice as people choose it. */
export interface Voice {
  /** The provider's name for it. */
  id: string;
  name: string;
  gender: 'female' | 'male';
  accent: string;
  /** Three or four words. */
  character: string;
  speaksSpanish: boolean;
}

const voice = (id: string, gender: Voice['gender'], accent: string, character: string): Voice => ({
  id,
  name: id,
  gender,
  accent,
  character,
  // The voices of the provider's second generation speak whatever language the text is in.
  speaksSpanish: true,
});

/**
 * Vapi's own voices of the second generation, the one every assistant is published with (docs.vapi.ai/providers/voice/vapi-voices).
 * Retired ones (Spencer, Neha, Harry, Cole, Paige, Hana, Lily, Kylie: 2026-03-01) and Rohan, who has no second generation,
 * are left out: an assistant with such a voice falls silent or sounds like somebody else.
 */
export const VOICES: Voice[] = [
  voice('Elliot', 'male', 'Canadian', 'friendly, professional, soothing'),
  voice('Savannah', 'female', 'American, Southern', 'straightforward'),
  voice('Emma', 'female', 'American', 'warm, conversational'),
  voice('Clara', 'female', 'American', 'warm, professional'),
  voice('Layla', 'female', 'American', 'warm, bright, cheerful'),
  voice('Naina', 'female', 'Indian American', 'calm, collected, professional'),
  voice('Kai', 'male', 'American', 'friendly, relaxed, approachable'),
  voice('Nico', 'male', 'American', 'young, casual, natural'),
  voice('Sid', 'male', 'American', 'laid-back, smooth, deep'),
  voice('Godfrey', 'male', 'American', 'young, energetic'),
  voice('Neil', 'male', 'Indian American', 'clear, professional'),
  voice('Sagar', 'male', 'Indian American', 'steady, professional'),
];

export const voiceOf = (id: string): Voice | null => VOICES.find((each) => each.id === id) ?? null;
