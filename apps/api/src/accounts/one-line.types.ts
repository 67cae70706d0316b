/** Both stand in letters to people who did not choose them: no line of one's own, and nothing to click on. */
export const ONE_LINE = /^(?=.*\S)(?!.*(?::\/\/|www\.))[^\p{Cc}\u2028\u2029]+$/iu;
export const oneLine = (field: string) => ({ message: `${field} must be one line of text without a web address` });
