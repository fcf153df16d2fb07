/** A name as it is compared: however it is spelt, whatever is around it. */
const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** What people write when there is nothing, or nobody. */
const nothing: ReadonlySet<string> = new Set([
  ...["no", "nope", "none", "nothing", "nil", "null", "n/a", "na", "n.a", "not applicable", "0", "zero"],
  ...["nobody", "no one", "noone", "not any", "there is none", "there are none"],
  ...["nein", "kein", "keine", "keiner", "keines", "keins", "nichts", "niemand", "entfällt", "k.a"],
  ...[
    "non",
    "aucun",
    "aucune",
    "rien",
    "personne",
    "ninguno",
    "ninguna",
    "nada",
    "nadie",
    "nessuno",
    "nessuna",
    "niente",
  ],
]);

/** What people write who were asked whether there is something. */
const anything: ReadonlySet<string> = new Set(["yes", "y", "yep", "yeah", "ok", "ja", "oui", "si", "sí"]);

/** What people write when they do not know. */
const notKnown: ReadonlySet<string> = new Set([
  ...["unknown", "i don't know", "don't know", "dont know", "i do not know", "do not know", "dunno", "idk"],
  ...["not sure", "unsure", "no idea", "not known", "not yet", "tbd", "tba", "to be determined"],
  ...["unbekannt", "keine ahnung", "weiß nicht", "weiss nicht", "weiß ich nicht", "weiss ich nicht", "noch offen"],
]);

/** A name without what stands around its letters and digits. */
const bare = (name: string) => plainName(name.replaceAll("’", "'")).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** Whether what is written as a name looks like a no. */
export const looksLikeNone = (name: string): boolean =>
  nothing.has(bare(name)) || (bare(name) === "" && !name.includes("?"));

/** Whether what is written as a name looks like a yes. */
export const looksLikeYes = (name: string): boolean => anything.has(bare(name));

/** Whether what is written as a name says that it is not known. */
export const looksLikeNotKnown = (name: string): boolean =>
  notKnown.has(bare(name)) || (bare(name) === "" && name.includes("?"));
