/** Ways in which SQL could be written wrongly, each by what would stand in the place of what. */
export const faults: Readonly<Record<string, readonly [sought: RegExp, instead: (found: string) => string]>> = {
  "a line drawn beside its number": [
    / (>=|<=|>|<) /g,
    (found) => ({ " >= ": " > ", " > ": " >= ", " <= ": " < ", " < ": " <= " })[found] ?? found,
  ],
  "a line that looks the other way": [/ (>=|<) (?=\d)/g, (found) => (found.includes(">") ? " < " : " >= ")],
  "all for any, and any for all": [/ (AND|OR) /g, (found) => (found === " AND " ? " OR " : " AND ")],
  "yes for no": [/TRUE|FALSE/g, (found) => (found === "TRUE" ? "FALSE" : "TRUE")],
  "the least for the most": [
    /_at_(least|most)(?= [<>=I])/g,
    (found) => (found === "_at_least" ? "_at_most" : "_at_least"),
  ],
  "what is certain for what is possible": [
    /_(certain|possible)(?= =|,)(?!,\n)/g,
    (found) => (found === "_certain" ? "_possible" : "_certain"),
  ],
  "the whole app for what components leave": [/__without__\w+?(?=_(at|is|certain|possible)\w*[ ,](?!\n))/g, () => ""],
  "another status": [
    /THEN [0-4](?= (WHEN|ELSE 3 END AS status))/g,
    (found) => (found.endsWith("4") ? "THEN 0" : "THEN 4"),
  ],
  "a branch that is never taken": [/WHEN /g, () => "WHEN 1 = 0 AND "],
  "a text without a letter": [/(= |THEN )'[a-z-]{3,}'/g, (found) => `${found.slice(0, -2)}'`],
  "a negation that is none": [/NOT \(/g, () => "("],
};

/** SQL with a fault, in each of the places where it can be. */
export function faulty(
  sql: string,
  [sought, instead]: readonly [RegExp, (found: string) => string],
): readonly string[] {
  return [...sql.matchAll(sought)].map((match) => {
    const [found] = match;
    return sql.slice(0, match.index) + instead(found) + sql.slice(match.index + found.length);
  });
}
