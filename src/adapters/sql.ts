import type { Effect } from "./effects.js";

const byWord: ReadonlyMap<string, Effect> = new Map([
  ["select", "read"],
  ["show", "read"],
  ["describe", "read"],
  ["explain", "read"],
  ["values", "read"],
  ["insert", "create"],
  ["create", "create"],
  ["update", "change"],
  ["merge", "change"],
  ["replace", "change"],
  ["upsert", "change"],
  ["alter", "change"],
  ["delete", "delete"],
  ["drop", "delete"],
  ["truncate", "delete"],
  ["grant", "grant"],
]);

/** What is longer is not looked at: no person wrote it, and it would take long. */
const longestLooked = 20_000;

/**
 * What a text of SQL does, by its verbs; nothing, where it is worked out when the app runs or calls a procedure. Several statements
 * may have several effects.
 */
export function effectsOfSql(text: string): readonly Effect[] | undefined {
  // Whatever stands behind the end may write.
  if (text.length > longestLooked) return undefined;
  const plain = text.replace(/^\s*=/, "").replace(/'[^']*'|\/\*[^*]*\*\/|--[^\n]*/g, " ");
  const effects = plain
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "")
    .map((statement): Effect | undefined => {
      const first = /^[({\s]*([a-z]+)/i.exec(statement)?.[1]?.toLowerCase() ?? "";
      if (first !== "with") return byWord.get(first);
      const verb = /\b(insert|update|delete|merge)\s/i.exec(statement)?.[1]?.toLowerCase();
      return byWord.get(verb ?? "select");
    });
  const known = effects.filter((effect) => effect !== undefined);
  return known.length === 0 || known.length < effects.length ? undefined : [...new Set(known)];
}
