import { type Classification, PlimsollError, type Problem, type ProblemCode, type Result } from "plimsoll";

const codes: Readonly<Record<ProblemCode, true>> = {
  contradiction: true,
  cycle: true,
  duplicate: true,
  "look-alike": true,
  missing: true,
  "not-json": true,
  "out-of-range": true,
  "too-large": true,
  "unfit-operator": true,
  "unknown-fact": true,
  "unknown-key": true,
  "unknown-reference": true,
  "unknown-value": true,
  unreadable: true,
  "wrong-type": true,
};

/** What is wrong with how a call ended; nothing when all is well. */
export type Complaint = string | undefined;

function complaintAboutProblems(problems: readonly Problem[]): Complaint {
  if (problems.length === 0) return "there are no problems";
  for (const { pointer, code, message } of problems) {
    if (typeof pointer !== "string" || !(pointer === "" || pointer.startsWith("/"))) return "a problem has no pointer";
    if (!Object.hasOwn(codes, code)) return `a problem has the unknown code "${code}"`;
    if (typeof message !== "string" || message === "") return "a problem has no message";
  }
  return undefined;
}

/** Calls, and lets nothing through but a value or a typed error with good problems. */
export function complaintAbout<Value>(call: () => Value, check: (value: Value) => Complaint): Complaint {
  try {
    return check(call());
  } catch (error) {
    if (error instanceof PlimsollError) return complaintAboutProblems(error.problems);
    return `threw something else: ${error instanceof Error ? error.stack?.split("\n").slice(0, 12).join(" ") : typeof error}`;
  }
}

/** A result that was read parses again to itself; one that was not says why. */
export function complaintAboutResult<Value>(
  result: Result<Value>,
  parse: (input: unknown) => Result<Value>,
): Complaint {
  if (!result.ok) return complaintAboutProblems(result.problems);
  const again = parse(result.value);
  const isSame = again.ok && JSON.stringify(again.value) === JSON.stringify(result.value);
  return isSame ? undefined : "what was read does not parse again to itself";
}

/** A classification names tiers of its policy. */
export function complaintAboutTiers({ tier, ceiling }: Classification, tiers: readonly string[]): Complaint {
  const isKnown = tiers.includes(tier) && tiers.includes(ceiling) && tiers.indexOf(tier) <= tiers.indexOf(ceiling);
  return isKnown ? undefined : `the tier is ${String(tier)} and the ceiling ${String(ceiling)}`;
}

const watched = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype];

/** What the prototypes hold that a hostile value could try to change: each key with its descriptor. */
export function prototypes(): readonly (readonly unknown[])[] {
  return watched.flatMap((prototype) =>
    Reflect.ownKeys(prototype).map((key) => [
      key,
      ...Object.values(Reflect.getOwnPropertyDescriptor(prototype, key) ?? {}),
    ]),
  );
}
