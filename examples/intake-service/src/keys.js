import { createHash } from "node:crypto";

/** Longer ids than this do not fit an index of every database. */
const longestKey = 300;
const begins = 200;

/** What an app is stored under: its id, or for a long one how it begins, and its fingerprint. No short id looks so. */
export function keyOf(id) {
  if (id.length <= longestKey) return id;
  const fingerprint = createHash("sha256").update(id).digest("hex");
  return `${id.slice(0, begins).toWellFormed()}~${fingerprint}${"~".repeat(longestKey - begins - fingerprint.length)}`;
}
