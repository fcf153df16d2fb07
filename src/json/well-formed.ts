const loneSurrogate = /[\uD800-\uDFFF]/u;

/** Whether a text has no half of a character in it, which JSON can write and no file can hold. */
export const isWellFormed = (text: string): boolean => !loneSurrogate.test(text);
