import * as z from "zod/mini";
import { safeParseApproval } from "../formats/approval.js";
import { safeParseProfile } from "../formats/profile/index.js";
import type { Approval } from "../governance/index.js";
import { limitsOf, type ReadOptions, readPart, readWith } from "../json/index.js";
import { collectProblems, messageOf, PlimsollError, type Problem, type Result } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";

/** An app of a portfolio, with the approvals that came with it. */
export interface PortfolioEntry {
  readonly profile: AppProfile;
  readonly approvals: readonly Approval[];
}

/** An app beside its approvals; whether they are what they should be is read afterwards. */
const entryForm = z.strictObject({
  profile: z.unknown(),
  approvals: z.exactOptional(z.array(z.unknown())),
});

function readWithApprovals(input: unknown, options: ReadOptions): Result<PortfolioEntry> {
  const form = readWith(entryForm, input, limitsOf("entry", options));
  if (!form.ok) return form;
  const report = collectProblems();
  const [profile] = readPart(() => safeParseProfile(form.value.profile, options), "/profile", report);
  const approvals = (form.value.approvals ?? []).flatMap((approval, index) =>
    readPart(() => safeParseApproval(approval, options), `/approvals/${index}`, report),
  );
  const problems = report.found();
  if (profile === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { profile, approvals } };
}

/** What was thrown while an entry was looked at, as problems with it. */
export function problemsOf(thrown: unknown): readonly Problem[] {
  if (thrown instanceof PlimsollError) return thrown.problems;
  return [{ pointer: "", code: "unreadable", message: messageOf(thrown) }];
}

/** Whether an entry is an empty line, as there is one at the end of most files. */
export function isBlank(entry: unknown): boolean {
  return typeof entry === "string" && entry.trim() === "";
}

/** The value of an entry: of a text, what it says in JSON; any other is a value already. */
export function jsonOf(entry: unknown): Result<unknown> {
  if (typeof entry !== "string") return { ok: true, value: entry };
  try {
    return { ok: true, value: JSON.parse(entry) };
  } catch (error) {
    const message = `This is not JSON: ${messageOf(error)}`;
    return { ok: false, problems: [{ pointer: "", code: "not-json", message }] };
  }
}

/** Reads the value of an entry: a profile, or a profile beside its approvals. */
export function readEntry(value: unknown, options: ReadOptions): Result<PortfolioEntry> {
  if (typeof value === "object" && value !== null && "profile" in value) return readWithApprovals(value, options);
  const result = safeParseProfile(value, options);
  return result.ok ? { ok: true, value: { profile: result.value, approvals: [] } } : result;
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;

/** The id of the app of an entry that cannot be read, where it can be made out; the rest of the entry may be too much to read. */
export function idIn(value: unknown): string | null {
  try {
    const id = fieldOf(value, "id") ?? fieldOf(fieldOf(value, "profile"), "id");
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  }
}
