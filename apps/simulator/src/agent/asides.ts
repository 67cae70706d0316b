/** Things a caller may say at any point of the conversation, which get an answer before the next question. */

const ROBOT =
  /\b(?:are you|is this|is it|am i (?:talking|speaking) (?:to|with))\b.{0,25}\b(?:robot|bot|machine|real person|human|person|a\.?i\.?|computer|recording|automated)\b|\b(?:talk|speak) (?:to|with) a (?:real |live )?(?:human|person)\b/i;
const PRICE =
  /\b(?:how much|ballpark|what(?:'s| is| are) (?:your|the) (?:price|pricing|rate|rates|fee|cost)s?|what (?:do|would|does|will|did) .{0,30}(?:cost|charge|run))\b/i;
const SPANISH_WORDS =
  /\b(?:hola|tengo|necesito|agua|ayuda|por favor|señora?|está|estoy|casa|español|habla|hablan|gracias|fuga|huele|calefacción|tubería|cocina|baño|rota|roto|mi|hay|una|pero|muy|puede|quiero|plomero|buenas|noches)\b/gi;
const GREETING_ONLY =
  /^(?:(?:hi|hello|hey|good (?:evening|morning|night)|yes|yeah|is anyone there|anybody there|there|alex|um|uh|ok|okay)\b[\s,.!?]*)+$/i;

export const asksIfRobot = (words: string): boolean => ROBOT.test(words);

export const asksPrice = (words: string): boolean => PRICE.test(words);

/** Two Spanish words are enough: the agent apologises too early rather than interrogate somebody who understands nothing. */
export const speaksSpanish = (words: string): boolean => (words.match(SPANISH_WORDS) ?? []).length >= 2;

/** A hello or a question about the agent itself: the caller has not said yet what they need. */
export function saysNothingYet(words: string): boolean {
  const rest = words
    .replace(ROBOT, '')
    .replace(/[\s,.!?]+/g, ' ')
    .trim();
  return rest === '' || GREETING_ONLY.test(rest) || (asksIfRobot(words) && rest.split(' ').length < 3);
}
