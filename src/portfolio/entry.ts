import * as z from "zod/mini";
import type { Approval } from "../governance/index.js";
import { safeParseApproval } from "../governance-json/index.js";
import { readWith } from "../json/index.js";
import { messageOf, mostProblems, PlimsollError, type Pointer, type Problem, type Result } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { safeParseProfile } from "../profile-json/index.js";

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

/** Reads a part of an entry, and notes its mistakes where they stand in the whole. */
function readPart<Value>(result: Result<Value>, pointer: Pointer, problems: Problem[]): readonly Value[] {
  if (result.ok) return [result.value];
  problems.push(...result.problems.map((problem) => ({ ...problem, pointer: `${pointer}${problem.pointer}` })));
  return [];
}

function readWithApprovals(input: unknown): Result<PortfolioEntry> {
  const form = readWith(entryForm, input);
  if (!form.ok) return form;
  const problems: Problem[] = [];
  const [profile] = readPart(safeParseProfile(form.value.profile), "/profile", problems);
  const approvals = (form.value.approvals ?? []).flatMap((approval, index) =>
    readPart(safeParseApproval(approval), `/approvals/${index}`, problems),
  );
  if (profile === undefined || problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) };
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
export function readEntry(value: unknown): Result<PortfolioEntry> {
  if (typeof value === "object" && value !== null && "profile" in value) return readWithApprovals(value);
  const result = safeParseProfile(value);
  return result.ok ? { ok: true, value: { profile: result.value, approvals: [] } } : result;
}

const named = z.object({ id: z.string() });

/** The id of the app of an entry that cannot be read, where it can be made out. */
export function idIn(value: unknown): string | null {
  const result = readWith(z.union([named, z.object({ profile: named })]), value);
  if (!result.ok) return null;
  return "id" in result.value ? result.value.id : result.value.profile.id;
}
