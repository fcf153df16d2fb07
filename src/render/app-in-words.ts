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
 * const seen: Observation = { sentence: "140 people use it.", pointers: ["/audience/users"] };
 *
 * seen.pointers.length; // → 1
 * ```
 */
export interface Observation {
  readonly sentence: string;
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
  /** What to do next; empty when the policy does not say. */
  readonly advice: string;
  readonly severity: Severity;
  /** The tier that it lifts to, if it does. */
  readonly tier?: string;
  /** Where the rule comes from; empty when the policy does not say. */
  readonly source: string;
  readonly standing: Standing;
  readonly seen: readonly Observation[];
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
 * first?.stakes; // → ["could mean Professional", "about 5 minutes", "/integrations"]
 * ```
 */
export interface QuestionInWords {
  readonly question: string;
  /** What depends on the answer, what it costs, and where it belongs. */
  readonly stakes: readonly string[];
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
  readonly findings: readonly FindingInWords[];
  readonly questions: readonly QuestionInWords[];
}
