import type { Severity } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";

/** A place in an export: a file, and in it a JSON Pointer, a line, from 1 on, or a cell of a table. */
interface ObservedPlace {
  readonly file: string;
  readonly pointer?: Pointer;
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/**
 * Something that was seen of an app, and where its profile says so.
 *
 * @example
 * ```ts
 * import type { Observation } from "plimsoll/render";
 *
 * const seen: Observation = { fact: "users", sentence: "140 people use it.", pointers: ["/audience/users"] };
 *
 * seen.pointers.length; // → 1
 * ```
 */
export interface Observation {
  /** The fact that it is about; left out where it is about none. */
  readonly fact?: string;
  readonly sentence: string;
  /** For whoever writes profiles: people are told the sentence alone. */
  readonly pointers: readonly Pointer[];
  /** Where it was read, when the app was read from exports. */
  readonly places?: readonly ObservedPlace[];
}

/**
 * How a finding stands; `because` says what takes care of it.
 *
 * @example
 * ```ts
 * import type { Standing } from "plimsoll/render";
 *
 * const standing: Standing = { kind: "set-aside", because: "covered by Data synchronisation" };
 *
 * standing.kind; // → "set-aside"
 * ```
 */
export type Standing =
  | { readonly kind: "holds" }
  | { readonly kind: "possible" }
  | { readonly kind: "set-aside"; readonly because: string };

/**
 * One thing that is said of an app, whatever has found it.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationInWords, type FindingInWords } from "plimsoll/render";
 *
 * const app = classify({ id: "rota", name: "Rota", audience: { users: 140 } });
 * const [first]: readonly FindingInWords[] = classificationInWords(app).findings;
 *
 * first?.seen[0]?.sentence; // → "How many people use it now? 140 people; the line is 100 or more."
 * ```
 */
export interface FindingInWords {
  /** The id of what was looked for; it has the same words wherever it is found. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** What to do next: that of its tier when it has none of its own; empty when the policy does not say. */
  readonly advice: string;
  readonly severity: Severity;
  /** The tier that it lifts to, if it does. */
  readonly tier?: string;
  /** What it weighs in an audit; left out where nobody weighed it. */
  readonly points?: number;
  /** Where the rule comes from; empty when the policy does not say. */
  readonly source: string;
  readonly standing: Standing;
  readonly seen: readonly Observation[];
}

/**
 * Findings that hold and that one action settles, as they are told together.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationInWords, type ReasonInWords } from "plimsoll/render";
 *
 * const app = classify({ id: "rota", name: "Rota", criticality: { dailyDependence: true } });
 * const [first]: readonly ReasonInWords[] = classificationInWords(app).reasons;
 *
 * first?.found.map(({ titles }) => titles.join("; ")); // → ["Mission-critical", "Daily work depends on it"]
 * first?.advice; // → "Agree with IT who is called when it fails."
 * ```
 */
export interface ReasonInWords {
  /** The ids of the findings. */
  readonly findings: readonly string[];
  /** What was found and why it matters, each reason once. */
  readonly found: readonly { readonly titles: readonly string[]; readonly why: string }[];
  /** That of the most severe. */
  readonly severity: Severity;
  /** What was seen, each thing once. */
  readonly seen: readonly Observation[];
  /** What to do next; empty where there is nothing to add to what the tier asks. */
  readonly advice: string;
}

/**
 * Something to find out about an app.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationInWords, type QuestionInWords } from "plimsoll/render";
 *
 * const app = classify({ id: "rota", name: "Rota", audience: { users: 140 } });
 * const [first]: readonly QuestionInWords[] = classificationInWords(app).questions;
 *
 * first?.stakes; // → ["could mean Professional", "about 5 minutes"]
 * first?.answerAt; // → ["/integrations"]
 * ```
 */
export interface QuestionInWords {
  readonly question: string;
  /** What depends on the answer, and what it costs. */
  readonly stakes: readonly string[];
  /** Where in the profile the answer belongs; for whoever writes profiles. */
  readonly answerAt: readonly Pointer[];
}

/**
 * An app as people are told of it: everything in words, and nothing of how it was found. Plain JSON, for your own templates.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { type AppInWords, classificationInWords } from "plimsoll/render";
 *
 * const said = ({ name, summary }: AppInWords) => `${name}: ${summary}`;
 *
 * said(classificationInWords(classify({ id: "rota", name: "Rota" }), { name: "Rota" })); // → "Rota: Build and run it yourselves, and ask IT whenever you like."
 * ```
 */
export interface AppInWords {
  readonly id: string;
  readonly name: string;
  /** Where it sits, as a line of text. */
  readonly loadLine: string;
  /** What follows from that, in a sentence. */
  readonly summary: string;
  /** What has changed since it was last told, in sentences; left out where nobody compared. */
  readonly sinceBefore?: readonly string[];
  /** Every finding by itself. */
  readonly findings: readonly FindingInWords[];
  /** Why it sits there: the findings that hold, together where one action settles them, and what helps most first. */
  readonly reasons: readonly ReasonInWords[];
  readonly questions: readonly QuestionInWords[];
}
