import type { Examination, Examiner } from "../classify/index.js";
import { type Approval, beyondApprovals } from "../governance/index.js";
import type { ReadOptions } from "../json/index.js";
import type { Audit, Policy } from "../policy/index.js";
import type { Problem } from "../problems/index.js";
import type { Day } from "../time/index.js";
import { idIn, isBlank, jsonOf, problemsOf, readEntry } from "./entry.js";
import { findingsOf, type Spotted } from "./finding.js";
import { onceEach } from "./said-once.js";
import type { Scales } from "./weight.js";

/** Looks up the approvals of an app by its id. */
export type LookUp = (app: string) => readonly Approval[];

/** What an audit is held by. */
interface Terms {
  readonly audit: Audit;
  readonly scales: Scales;
  readonly approvalsOf: LookUp;
  readonly asOf: Day;
  /** The day of the last audit. */
  readonly since: Day | null;
  /** How much is taken of each entry. */
  readonly reading: ReadOptions;
}

/** What a look at an entry came to. */
export type Looked =
  | { readonly kind: "blank" }
  | { readonly kind: "unreadable"; readonly app: string | null; readonly problems: readonly Problem[] }
  | { readonly kind: "retired"; readonly app: string }
  | {
      readonly kind: "examined";
      readonly examination: Examination;
      readonly findings: readonly Spotted[];
      /** Those of them that are told, the heaviest first: each thing once. */
      readonly told: readonly Spotted[];
    };

/** Looks at entries, one by one, and never throws. */
export function looker(
  { audit, scales, approvalsOf, asOf, since, reading }: Terms,
  policy: Policy,
  examine: Examiner,
): (entry: unknown) => Looked {
  const tellOnce = onceEach(audit, policy);

  const lookAt = (value: unknown): Looked => {
    const entry = readEntry(value, reading);
    if (!entry.ok) return { kind: "unreadable", app: idIn(value), problems: entry.problems };
    const { profile } = entry.value;
    if (profile.lifecycle?.stage === "retired") return { kind: "retired", app: profile.id };
    const examination = examine(profile, { asOf });
    const approvals = [...approvalsOf(profile.id), ...entry.value.approvals];
    const beyond = beyondApprovals(profile, { approvals, asOf }, policy);
    const findings = findingsOf({ audit, scales, examination, approvals, beyond, asOf, since });
    return { kind: "examined", examination, findings, told: tellOnce(findings, examination.holds) };
  };

  return (entry) => {
    if (isBlank(entry)) return { kind: "blank" };
    const json = jsonOf(entry);
    if (!json.ok) return { kind: "unreadable", app: null, problems: json.problems };
    try {
      return lookAt(json.value);
    } catch (error) {
      // One app never stops an audit, whatever its store or a fact of the caller's own throws.
      return { kind: "unreadable", app: idIn(json.value), problems: problemsOf(error) };
    }
  };
}
