// Words that English callers do not say; names of hazards are left out, because "gas" and "agua" travel between the languages.
const SPANISH =
  /\b(hola|por favor|ayuda|ayúdeme|tengo|necesito|está|estoy|hay|mi|una?|el|la|los|las|pero|muy|señora?|gracias|casa|cocina|baño|sótano|huele|saliendo|rota|roto|español|noches)\b/giu;
const WORDS_TO_BE_SURE = 2;

/** Whether the caller speaks Spanish: a safety line in a language they do not understand saves nobody (decision 8). */
export const speaksSpanish = (words: string): boolean =>
  new Set((words.match(SPANISH) ?? []).map((word) => word.toLowerCase())).size >= WORDS_TO_BE_SURE;
