import { type AppProfile, type Catalogue, type Condition, createClassifier, type Derived, type Policy } from "plimsoll";

/** The three values, by name. */
export type TruthName = "true" | "false" | "undecided";

/** A policy of one criterion, and whatever the criterion refers to. */
function policyWith(when: Condition, rest: Partial<Policy> = {}): Policy {
  return {
    id: "one-line",
    version: "1.0.0",
    title: "One line",
    tiers: [
      { id: "below", title: "Below", advice: "Go on." },
      { id: "above", title: "Above", advice: "Ask." },
    ],
    criteria: [{ id: "line", tier: "above", title: "The line", why: "It was crossed.", when }],
    ...rest,
  };
}

/** How a condition turns out for an app of which these readings are known. */
export function truthOf(
  when: Condition,
  facts: Catalogue,
  readings: Readonly<Record<string, Derived>>,
  rest: Partial<Policy> = {},
): TruthName {
  const classify = createClassifier(policyWith(when, rest), { facts });
  const status = classify(profileOf(readings)).findings.find(({ id }) => id === "line")?.status;
  if (status === undefined) return "false";
  return status === "holds" ? "true" : "undecided";
}

/** A profile that tells the readings of the small facts. */
function profileOf(readings: Readonly<Record<string, Derived>>): AppProfile {
  // Readings are plain JSON; the compiler does not see it of a union with lists.
  return { id: "app", name: "App", extensions: readings as NonNullable<AppProfile["extensions"]> };
}
