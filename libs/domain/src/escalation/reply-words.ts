/**
 * What technicians text back at night, English and Spanish. Everything is matched on text that is lower case, without
 * accents, quotes made straight, and without punctuation at its ends. Order and precedence live in reply.ts.
 */

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`);
const anywhere = (words: string): RegExp => new RegExp(`(?:^|[^a-z0-9'])(?:${words})(?![a-z0-9'])`);

// Carriers block a number whose owner texted one of these, so they must never count as "I'm on it" (CTIA keywords).
export const OPT_OUT = whole('stop|stop ?all|unsubscribe|cancel|end|quit|opt[- ]?out|revoke|alto|parar');
export const OPT_IN = whole('start|unstop');
export const HELP = whole('help|info|ayuda');

/**
 * Reactions to a message bubble arrive as texts that quote ours, in the words of iOS and Android; so does a mail program's
 * answer. Whatever stands before the quotation, a person who means "I'm on it" does not quote us.
 */
const REACTION = [
  'liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted(?: with)? \\S+ to|removed (?:an? )?\\S+(?: \\S+)? from',
  'le (?:ha )?gust(?:o|ado)|le (?:ha )?encant(?:o|ado)|te gusta|reacciono con \\S+ a|a reagi (?:par|avec) \\S+ [aà]',
].join('|');
const SYMBOL =
  '\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\p{Extended_Pictographic}\\u200d\\ufe0f\\s\\u200a\\u200b]*';
export const TAPBACK = new RegExp(
  `^(?:(?:[a-z]+ )?(?:${REACTION})\\s*["«]|(?:${REACTION}) an? (?:image|message|photo|attachment)|${SYMBOL}(?:to|a)\\s*["«]|>\\s)`,
  'u',
);
export const QUOTES_US =
  /^[^"]{0,40}"[^"]*(?:emergency|1=take it|did you reach|emergencia|1=la tomo|hablaste con)[^"]*"?$/;

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
    'message blocking is active|unable to (?:send|receive) (?:this |your )?messages?',
    "your (?:message|text) (?:has been|was) (?:received|delivered)|we(?:'ll| will) get back to you",
    'no molestar|modo avion',
    'respuesta automatica',
    'estoy (?:conduciendo|manejando) (?:ahora|en este momento)',
  ].join('|'),
);

export const WHO = whole("who|who else|who(?:'s| is) (?:on call|on|up|backup)|roster|quien(?: esta de guardia)?");
export const ALL = whole('all|all 1|1 all|both|take (?:all|both)|todos|todas|los dos|las dos');
export const HERE = whole(
  "here|i'?m here|on ?site|i'?m on ?site|arrived|i(?:'ve| have)? ?arrived|i'?m there|aqui|ya llegue|llegue|(?:ya )?estoy aqui|aca estoy|at the house",
);
export const REACHED = anywhere(
  '(?:i )?(?:just )?(?:spoke|talked) (?:to|with|w/) (?!(?:my|you|dana|dave|the (?:boss|owner|office))\\b)[a-z]+|called (?:him|her|them)(?: back)?|reached (?:him|her|them)|got (?:a hold|ahold) of (?:him|her|them)|hable con (?:el|ella|ellos)',
);
/** Says that the customer did not pick up: no answer to the page, but one to "Did you reach …?". */
export const NOT_REACHED = whole(
  "(?:no answer,? )?left (?:an? )?(?:voice ?mail|vm|message)|nobody (?:answered|picked up)|no(?:body)? one answered|(?:he|she|they) (?:didn'?t|did not) (?:answer|pick up)|straight to (?:voice ?mail|vm)|no contesta(?:n)?",
);
/** Groups: amount, `k` for thousands. */
export const DONE =
  /^(?:done|finished|all done|job (?:done|complete)|all set|complete|completed|(?:ya )?terminado|(?:ya )?termine|hecho)(?:\s*[,:.-]?\s*\$?\s*(\d[\d,]*(?:\.\d{1,2})?)\s*(k)?(?:\s*(?:dollars|bucks|usd|dolares))?)?$/;
export const FALSE_ALARM = whole(
  "false|false alarm|(?:it'?s |this is |that'?s |was )?(?:not|no) (?:an |a )?emergency|(?:it'?s |was )?a? ?false alarm|not a real emergency|false alarm,? (?:nobody|no one|noone) (?:home|there)|falsa alarma|no es (?:una )?emergencia",
);
/** Said in front of an arrival time: "on my way, 20 min". */
const UNDER_WAY = '(?:1|yes|yeah|yep|ok|okay|omw|otw|on my way|on it|got it|leaving now|heading out|en route|si|voy)';
const ARRIVAL =
  "(?:eta|(?:i'?ll |i will |i can |will |can )?be there (?:in|within)|there in|in|about|llego en|estoy ahi en|en)";
const MINUTES = '(?:m|mins?|minutes?|minutos?)';
const HOURS = '(?:h|hrs?|hours?|horas?)';
/**
 * Groups: least and most minutes of a span; hours with their own minutes; "an hour" and its half; half an hour.
 * A bare number is never an ETA: "2" is a refusal.
 */
export const ETA = new RegExp(
  `^(?:${UNDER_WAY}[\\s,!-]+)?${ARRIVAL}?:?\\s*(?:about |like |~|unos )?(?:` +
    [
      `(?<from>\\d{1,3})(?:\\s*(?:-|to|or|a)\\s*(?<upTo>\\d{1,3}))?\\s*${MINUTES}?`,
      `(?<hours>\\d{1,2}(?:\\.\\d)?)\\s*${HOURS}(?:\\s*(?:and )?(?<rest>\\d{1,2})\\s*${MINUTES})?`,
      '(?<hour>(?:an |una )?(?:hour|hora))(?<half> and a half| y media)?',
      '(?<halfHour>(?:a )?half (?:an )?hour|media hora)',
      '(?<couple>(?:a )?couple (?:of )?hours)',
    ].join('|') +
    ')(?:\\s*(?:out|away|eta|tops|max))?$',
);
const TIME_WORDS = /[a-z]/;
export const isEta = (text: string): boolean => TIME_WORDS.test(text.replace(/\b(?:to|or|a)\b/g, '')) && ETA.test(text);
/** "ETA 9:45", "eta 10pm": on the way, though not in minutes. */
export const ETA_BY_CLOCK = /^eta:?\s*(?:by |around |about )?\d{1,2}(?::\d{2})?\s*(?:am|pm|a|p)?$/;

const POLITE = '(?: please| pls| plz| thanks| thank you| por favor)?';
export const ONE = whole(`(?:0?1|1 1|one|uno|#1|1️⃣|(?:option|press(?:ed|ing)?|reply|key) 1)${POLITE}`);
export const TWO = whole(`(?:0?2|two|dos|#2|2️⃣|(?:option|press(?:ed|ing)?|reply|key) 2)${POLITE}`);
/** The other keys of reference/oncall 7.6. What they mean depends on whether the sender has the job: on a call 3 passes. */
export const OTHER_KEY = whole('#?([349])');
export const OK = whole('ok|okay|k|kk|okey|confirm|confirmed');
export const NO = whole(
  "n|no|nope|nop|nel|nah|negative|no not yet|not yet|no luck|no answer|couldn'?t reach (?:him|her|them)|todavia no|aun no",
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
    'wrong (?:number|person|guy|#|phone)',
    "(?:who(?:'?s| is|'?re| are)? (?:this|dis|you)|who dis)",
    'not (?:me|mine)|(?:please|pls) stop|make it stop',
    '(?:not|off) (?:on )?(?:call|duty|tonight)',
    "i'?m (?:off|out|done for|sick|busy|drunk|drinking|away|on vacation|on pto|in bed)",
    'not (?:my|tonight|today|working|coming|going|happening|interested)',
    'busy',
    'sick',
    'hospital|in (?:labor|surgery|the er)|(?:the|have) flu|covid|fever|throwing up',
    'drunk|drinking|had a few|wasted|hammered|borrach[oa]|tomad[oa]',
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
    '(?:ahora|ahorita|hoy|esta noche) no',
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
    'y|ye|yes+|yep|yeah?|yeh|yup|yea|ya|sure|sure thing|absolutely|of course|you bet|affirmative|roger|copy|copy that|10[- ]4',
    'got (?:it|this|em|him|her)|i have (?:it|this)|mine',
    'on (?:it|my way|the way)|omw+|otw|en route|enroute',
    "(?:i'?ll|i will|ill|i can|gonna|going to|let me) (?:take|get|grab|do|handle|call|go|head|be there|respond|ring)",
    'taking it|take it|handling it|accept(?:ed|ing)?|responding|rolling|heading|headed|leaving now|driving there|dispatched',
    'calling|will call|call(?:ing)? (?:him|her|them|back|now)',
    'will do|done deal|np|yessir|yes sir|aye|understood|received|acknowledged?|ack',
    'si|voy|ya voy|claro|listo|vale|dale|bueno|orale|andale|simon|va|sale|de acuerdo|en camino|lo tomo|yo lo (?:tomo|agarro|hago)|ahorita voy|salgo|saliendo|enterado|recibido',
  ].join('|'),
);

/** "No thanks", "nope sorry": a sentence that starts with it refuses, whatever follows. */
export const STARTS_WITH_NO = /^(?:no|nope|nah|negative)(?![a-z0-9'])/;

/** A yes with one of these in it is no promise. */
export const HEDGE = anywhere(
  [
    'maybe|perhaps|possibly|depends|not sure|unsure|i guess|might|unless|tal vez|quizas',
    'later|in a meeting|missed your call|call (?:u|you|me)|text me|remind me|after \\d+|need (?:help|backup)|no (?:signal|service)|phone (?:is )?(?:dead|dying)',
    '(?!(?:who|truck|water|van|i|it)\\b)[a-z]+ (?:has (?:it|this)|is (?:on call|going|coming|taking it|on it|handling it))',
    'cancel+ed|(?:not|no longer) needed|changed (?:his|her|their) mind',
  ].join('|'),
);

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
    '(?:in|at|from) (?:[a-z]+|the (?:lake|beach|woods|mountains|air))$',
    '(?:the )?(?:address|gate code|phone number|customer name|details)$',
    'espera|ni modo',
  ].join('|'),
);

export const QUESTION_START =
  /^(?:what(?:'s| is|s)?|where(?:'s)?|when|why|how|which|who|is (?:it|this|he|she|there|the)|are (?:they|you|we)|do (?:i|you|we|they)|does|did|can (?:i|you|we|it)|could (?:i|you|we|it)|should|que|donde|cuando|por ?que|como|cual)\b/;

export const YES_EMOJI = /^(?:👍|👌|✅|✔|☑|🫡|🙋|🙋‍♂|🙋‍♀|💪|🏃|🚗|🚙|🚚|🛻|🙏|🆗|🔧|🛠|💯|🤙|🤝|✌)+$/u;
export const NO_EMOJI = /^(?:👎|🙅|🙅‍♂|🙅‍♀|❌|🚫|✋|🛑|🤒|🤢|🏖|🏝|✖)+$/u;
