import fc from "fast-check";

/**
 * What must not reach a terminal, written down by number beside what the command looks for: control characters but line breaks,
 * marks that turn the direction of writing, separators, what has no width, halves of characters.
 */
export const dangerous =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const pieces = [
  "\u001b[31m",
  "\u001b[2J",
  "\u001b[1m",
  "\u001b]8;;http://127.0.0.1\u0007",
  "\u001b]0;title\u001b\\",
  "\u009b8m",
  "\u0090q\u009c",
  "\u0000",
  "\u0007",
  "\b",
  "\r",
  "\n",
  "\r\nRota: No review is due.",
  "\u007f",
  "\u061c",
  "\u200e",
  "\u200f",
  "\u2028",
  "\u2029",
  "\u202a",
  "\u202b",
  "\u202c",
  "\u202d",
  "\u202e",
  "\u2066",
  "\u2067",
  "\u2068",
  "\u2069",
  "\u200b",
  "\ufeff",
];

/** Texts that try to be more than a text. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 4 }), fc.constant("Rota")), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));

/** The same as far as a profile or a policy may hold it, and never empty. */
export const hostileName = hostileText.map((text) => `R${text.replaceAll(/[\ud800-\udfff]/gu, "")}`);
