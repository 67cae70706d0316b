/**
 * What technicians text back at night, English and Spanish. Everything is matched on text that is lower case, without
 * accents, quotes made straight, and without punctuation at its ends. Order and precedence live in reply.ts.
 */

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`);
const anywhere = (words: string): RegExp => new RegExp(`(?:^|[^a-z0-9'])(?:${words})(?![a-z0-9'])`);

// Carriers block a number whose owner texted one of these, so they must never count as "I'm on it" (CTIA keywords).
export const OPT_OUT = whole('stop|stop ?all|unsubscribe|cancel|end|quit|opt[- ]?out|revoke|alto|parar');
export const OPT_IN = whole('start|unstop');

/** Reactions to a message bubble arrive as texts that quote ours, in the words of iOS and Android. */
export const TAPBACK =
  /^(?:(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|removed an? \S+(?: \S+)? from|reacted \S+ to|le gust[oó]|le encant[oó]|te gusta)\s*["«]|\p{Extended_Pictographic}[\s\u200a\u200b]*(?:to|a)\s*["«])/u;

/** Phones and mail boxes that answer by themselves; answering them would start a loop. */
export const AUTO_REPLY = anywhere(
  [
    'auto[- ]?(?:reply|response|responder|replied)',
    'automat(?:ic|ed) (?:reply|response|message)',
    'do not disturb',
    "i'?m driving (?:right now|with|and)",
    "i'?ll (?:see|get|read) your message (?:when|once|as soon)",
    "i'?m not receiving notifications",
    'out of (?:the )?office',
    '(?:is|are|am) not monitored',
    'thank(?:s| you) for (?:your (?:message|text|call)|contacting|texting|reaching out|calling)',
    'away from my (?:phone|desk)',
    'respuesta automatica',
    'estoy (?:conduciendo|manejando) (?:ahora|en este momento)',
  ].join('|'),
);

export const WHO = whole("who|who else|who(?:'s| is) (?:on call|on|up|backup)|roster|quien(?: esta de guardia)?");
export const ALL = whole('all|all 1|1 all|both|take (?:all|both)|todos|todas|los dos|las dos');
export const HERE = whole(
  "here|i'?m here|on ?site|i'?m on ?site|arrived|i(?:'ve| have)? ?arrived|i'?m there|aqui|ya llegue|llegue|estoy aqui|at the house",
);
export const REACHED = anywhere(
  '(?:i )?(?:just )?(?:spoke|talked) (?:to|with) (?:him|her|them|customer|the customer|caller|the caller|homeowner|the homeowner)|called (?:him|her|them)(?: back)?|reached (?:him|her|them)|got (?:a hold|ahold) of (?:him|her|them)|hable con (?:el|ella|ellos)',
);
export const DONE =
  /^(?:done|finished|all done|job done|complete|completed|terminado|termine|hecho)(?:\s*[,:.-]?\s*\$?\s*(\d[\d,]*(?:\.\d{1,2})?)(?:\s*(?:dollars|bucks|usd))?)?$/;
export const FALSE_ALARM = whole(
  "false|false alarm|(?:it'?s |this is |that'?s |was )?(?:not|no) (?:an |a )?emergency|(?:it'?s |was )?a? ?false alarm|not a real emergency|falsa alarma|no es (?:una )?emergencia",
);
/** Groups: minutes, hours. A bare number is never an ETA: "2" is a refusal. */
export const ETA =
  /^(?:eta|be there in|there in|i'?ll be there in|i can be there in|in|about|llego en|en)?\s*(?:about |like |~)?(?:(\d{1,3})\s*(?:m|mins?|minutes?|minutos)?|(an|\d{1,2}(?:\.5)?)\s*(?:h|hrs?|hours?|horas?))(?:\s*(?:out|away|eta))?$/;
const ETA_HAS_WORDS = /[a-z]/;
export const isEta = (text: string): boolean => ETA_HAS_WORDS.test(text) && ETA.test(text);

export const ONE = whole('1|one|uno|#1|1️⃣');
export const TWO = whole('2|two|dos|#2|2️⃣|3');
export const OK = whole('ok|okay|k|kk|okey|confirm|confirmed');
export const NO = whole(
  "n|no|nope|nah|negative|no not yet|not yet|no answer|couldn'?t reach (?:him|her|them)|todavia no|aun no",
);

/** Said before anything else they would turn a yes into a no: "no problem, on my way". */
export const POLITE_NO =
  /(?:^|\b)(?:no (?:problem(?:o)?|prob|worries|sweat|doubt|hay problema)|not a problem|can'?t wait|con gusto)\b[,.! ]*/g;

export const REFUSAL = anywhere(
  [
    'pass(?:ing)?(?! me| the message)',
    "(?:don'?t|do not|doesn'?t) (?:think so|work|want|have|call|text|know|do|bother)",
    'not anymore|no longer|retired|lose my number|delete my number|scam|spam|go away|get lost|f+ off|f\\w*k (?:off|you|this|that|no)|screw (?:this|that|you)',
    'broke down|flat tire|no truck',
    "can'?t",
    'cannot',
    'can not',
    "couldn'?t",
    "won'?t",
    'will not',
    'unable',
    'not available',
    'unavailable',
    'wrong (?:number|person|guy)',
    "(?:who(?:'?s| is|'?re| are)? (?:this|dis|you)|who dis)",
    'not me',
    '(?:not|off) (?:on )?(?:call|duty|tonight)',
    "i'?m (?:off|out|done for|sick|busy|drunk|drinking|away|on vacation|on pto|in bed)",
    'not (?:my|tonight|today|working|coming|going|happening|interested)',
    'busy',
    'sick',
    'hospital',
    'out of (?:town|state|the country)',
    'on vacation',
    '(?:some(?:one|body) else|another (?:guy|tech))',
    '(?:try|ask|call|get|send|text|page) (?!(?:ing|him|her|them|back|now|you|the|customer|caller|in|me|asap|right)\\b)[a-z]+',
    'tomorrow',
    'in the morning',
    'leave me alone',
    'stop (?:texting|calling|messaging|paging)',
    'remove me',
    'i quit',
    'no way',
    'hell no',
    'no puedo',
    'no (?:voy|estoy|trabajo|soy)',
    'estoy (?:ocupado|ocupada|enfermo|enferma|fuera|de vacaciones)',
    'ocupado|ocupada',
    'paso',
    'numero equivocado',
    '(?:quien es|quien eres|quien habla)',
    'manana',
    'otro tecnico|llama a',
  ].join('|'),
);

export const ACCEPTANCE = anywhere(
  [
    'y|yes|yep|yeah|yup|yea|ya|sure|sure thing|absolutely|of course|you bet|affirmative|roger|copy|copy that|10[- ]4',
    'got (?:it|this|em|him|her)|i have (?:it|this)|mine',
    'on (?:it|my way|the way)|omw|otw|en route|enroute',
    "(?:i'?ll|i will|ill|i can|gonna|going to|let me) (?:take|get|grab|do|handle|call|go|head|be there|respond|ring)",
    'taking it|take it|handling it|accept(?:ed|ing)?|responding|rolling|heading|headed|leaving now|driving there|dispatched',
    'calling|will call|call(?:ing)? (?:him|her|them|back|now)',
    'will do|done deal|np|yessir|yes sir|aye|understood|received|acknowledged?|ack',
    'si|voy|ya voy|claro|listo|vale|dale|bueno|de acuerdo|en camino|lo tomo|yo lo (?:tomo|agarro|hago)|ahorita voy|salgo|saliendo|enterado|recibido',
  ].join('|'),
);

/** "No thanks", "nope sorry": a sentence that starts with it refuses, whatever follows. */
export const STARTS_WITH_NO = /^(?:no|nope|nah|negative)(?![a-z0-9'])/;

/** A yes with one of these in it is no promise. */
export const HEDGE = anywhere('maybe|perhaps|possibly|depends|not sure|unsure|i guess|might|unless|tal vez|quizas');

/** Neither yes nor no. Free text accepts (the seed's rule), but not words that put the answer off. */
export const PUTTING_OFF = anywhere(
  [
    'idk|dunno',
    'let me (?:check|see|think|look)',
    'hold on|hang on|one (?:sec|second|min|minute)|give me (?:a|one|\\d+)|gimme (?:a|\\d+)|wait',
    'later|asleep|sleeping|half asleep|in a meeting',
    'test|testing',
    'hmm+|uh+|um+|huh|lol|haha|wtf|ugh',
    "(?:he|she)(?:'?s| is)|this is (?:his|her|my|the)|good ?night|at (?:a|the|my) (?:wedding|funeral|game|dinner|party|bar|airport)",
    'espera',
  ].join('|'),
);

export const QUESTION_START =
  /^(?:what(?:'s| is|s)?|where(?:'s)?|when|why|how|which|who|is (?:it|this|he|she|there|the)|are (?:they|you|we)|do (?:i|you|we|they)|does|did|can (?:i|you|we|it)|could (?:i|you|we|it)|should|que|donde|cuando|por ?que|como|cual)\b/;

export const YES_EMOJI = /^(?:👍|👌|✅|✔|☑|🫡|🙋|🙋‍♂|🙋‍♀|💪|🏃|🚗|🚙|🚚|🛻|🙏|🆗|🔧|🛠|💯|🤙|🤝|✌)+$/u;
export const NO_EMOJI = /^(?:👎|🙅|🙅‍♂|🙅‍♀|❌|🚫|✋|🛑|🤒|🤢|🏖|🏝|✖)+$/u;
