/** The words that people write into cells, by what they mean; compared without case and blanks. */
interface Words {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** That a list has nothing in it, or that nobody is meant. */
  readonly none: readonly string[];
  /** That it is not known. `*` stands for any text. */
  readonly unknown: readonly string[];
}

/** By language, so that one more is one more record. */
const byLanguage: Readonly<Record<string, Words>> = {
  any: {
    yes: ["x", "✓", "✔", "☑", "✅"],
    no: ["✗", "✘", "☐", "❌"],
    none: ["∅"],
    unknown: ["?", "-", "–", "—", "...", "…", "[*]", "<*>", "#n/a"],
  },
  english: {
    yes: ["yes", "y", "true"],
    no: ["no", "n", "false"],
    none: ["none", "nothing", "nobody", "no one", "nil"],
    unknown: [
      "n/a",
      "n.a.",
      "na",
      "unknown",
      "not known",
      "not sure",
      "tbd",
      "tbc",
      "to be defined",
      "to be confirmed",
      "none specified",
      "not specified",
      "not available",
      "pending",
      "null",
    ],
  },
  german: {
    yes: ["ja", "j", "wahr"],
    no: ["nein", "falsch"],
    none: ["keine", "keiner", "keines", "kein", "keins", "nichts", "niemand"],
    unknown: ["k. A.", "keine Angabe", "keine Angaben", "unbekannt", "offen", "unklar", "nicht bekannt", "entfällt"],
  },
  french: {
    yes: ["oui", "vrai"],
    no: ["non", "faux"],
    none: ["aucun", "aucune", "rien", "personne"],
    unknown: ["inconnu", "inconnue", "à définir", "s. o."],
  },
  spanish: {
    yes: ["sí", "si", "verdadero"],
    no: ["falso"],
    none: ["ninguno", "ninguna", "nada", "nadie"],
    unknown: ["desconocido", "desconocida", "por definir"],
  },
  italian: {
    yes: ["sì", "vero"],
    no: [],
    none: ["nessuno", "nessuna", "niente"],
    unknown: ["sconosciuto", "da definire"],
  },
  dutch: {
    yes: ["waar"],
    no: ["nee", "onwaar"],
    none: ["geen", "niets", "niemand"],
    unknown: ["onbekend", "n.v.t.", "nader te bepalen"],
  },
};

/** The words of all languages for one meaning. */
export const usualWords = (kind: keyof Words): readonly string[] =>
  Object.values(byLanguage).flatMap((words) => words[kind]);
