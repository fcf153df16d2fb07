/** Names of columns are as long as the strictest engine takes them: PostgreSQL cuts longer ones. */
const longest = 63;

/** A short number for a text, the same on every machine (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

const isCamel = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/;
const isKebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const isVersion = /^\d+(?:\.\d+)*$/;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");

/** A text as a part of a name: as it is, where no other text comes to the same; else told apart by a number. */
const readable = (text: string, isAlone: RegExp, written: (text: string) => string) =>
  isAlone.test(text) ? written(text) : `${plain(text)}_x${fingerprint(text)}`;

export const ofFact = (name: string): string =>
  readable(name, isCamel, (text) => text.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
export const ofId = (id: string): string => readable(id, isKebab, plain);
export const ofVersion = (version: string): string => readable(version, isVersion, plain);

/**
 * A name for a column that needs no quotes in any engine: small letters, digits and underscores, and never a reserved word, since it
 * ends as no such word does.
 */
export function columnName(text: string, ending: string): string {
  const full = `${text}_${ending}`;
  const start = /^[a-z]/.test(full) ? "" : "x_";
  if (start.length + full.length <= longest) return start + full;
  const room = longest - start.length - ending.length - 10;
  return `${start}${text.slice(0, room)}_${fingerprint(text)}_${ending}`;
}
