import { type AppProfile, safeParseProfile } from "plimsoll";
import { expect } from "vitest";
import { numbersFrom } from "../../src/facts/index.js";

type Path = readonly (string | number)[];

const flags = [true, false];
const names = [[], ["Legal"], ["Legal", "Marketing"]];
const counts = [0, 9, 10, 51, 99, 100, 499, 500, 2500];

const integration = {
  direction: ["read", "write", "bidirectional"],
  writesValidated: flags,
  conflicts: ["impossible", "handled", "ignored"],
  eventDriven: flags,
  asynchronous: flags,
  operations: [[], ["delete"], ["create", "pay"]],
  connector: ["standard", "community"],
  leavesOrganisation: flags,
  identity: ["user", "maker"],
  secret: ["none", "embedded"],
  rights: ["own", "administration"],
  accountOwnerPresent: flags,
};
const dataEntry = {
  class: ["general", "semi-sensitive", "personal", "health"],
  encryptedAtRest: flags,
  accessControl: ["record", "none"],
  auditTrail: ["complete", "none"],
  retention: ["enforced", "undefined"],
};
const calculation = { complexity: ["simple", "moderate", "complex"], tested: flags };

/** Valid values for every field that tells a fact, by path; `*` stands for each entry of a list. */
const choices: readonly (readonly [path: string, values: readonly unknown[]])[] = [
  ["audience/builtFor", [1, 20, 50, 500]],
  ["audience/departments", names],
  ["audience/outsideUsers", flags],
  [
    "integrations",
    [
      [],
      [{ system: "Extra", direction: "read" }],
      [
        { system: "Extra", direction: "bidirectional" },
        { system: "Other", eventDriven: true },
      ],
    ],
  ],
  ["data", [[], [{ class: "general" }], [{ class: "payment" }, {}]]],
  ["calculations", [[], [{}], [{ complexity: "complex" }]]],
  ["compliance", [[], [{ regime: "SOX" }]]],
  ...["dailyDependence", "support", "monitoring", "disasterRecovery"].map(
    (field) => [`criticality/${field}`, flags] as const,
  ),
  ["criticality/singlePointsOfFailure", names],
  ["ownership/builderPresent", flags],
  ["ownership/understoodBy", names],
  ["ownership/documentation", ["none", "complete"]],
  ["ownership/businessOwner", [null, "The lead"]],
  ["ownership/itOwner", [null, "The lead"]],
  ["consequences/legalForPeople", flags],
  ["performance/symptoms", [[], ["slow"]]],
  ["lifecycle/stage", ["idea", "production"]],
  ...Object.entries(integration).map(([field, values]) => [`integrations/*/${field}`, values] as const),
  ...Object.entries(dataEntry).map(([field, values]) => [`data/*/${field}`, values] as const),
  ...Object.entries(calculation).map(([field, values]) => [`calculations/*/${field}`, values] as const),
];

const at = (value: unknown, path: Path) => path.reduce<unknown>((inner, key) => Object(inner)[key], value);

/** A value with one field set, at whatever depth. */
function withField(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((entry, index) => (index === key ? withField(entry, rest, leaf) : entry));
  return { ...Object(value), [key]: withField(Object(value)[key], rest, leaf) };
}

/** The paths that a pattern stands for in a profile, as far as nothing stands there yet. */
function absent(profile: AppProfile, pattern: string): readonly Path[] {
  const [list = "", field] = pattern.split("/*/");
  if (field === undefined) return at(profile, pattern.split("/")) === undefined ? [pattern.split("/")] : [];
  const entries = at(profile, [list]);
  if (!Array.isArray(entries)) return [];
  return [...entries.keys()].map((index) => [list, index, field]).filter((path) => at(profile, path) === undefined);
}

/** What a profile may come to say; nothing, where that cannot be together with the rest. */
type Step = () => AppProfile | undefined;

/** A profile with one field set. It is read when it is asked for: of hundreds that there are, a walk takes one. */
const saying =
  (profile: AppProfile, path: Path, leaf: unknown): Step =>
  () => {
    const said = safeParseProfile(withField(profile, path, leaf));
    if (said.ok) return said.value;
    expect(said.problems.filter(({ code }) => code !== "contradiction")).toEqual([]);
    return undefined;
  };

/** One entry more for each list that is known to be incomplete, and each such list complete as it is. */
function fromPartial(profile: AppProfile): readonly Step[] {
  const { partial = [], ...rest } = profile;
  const extra: Readonly<Record<string, unknown>> = {
    "/integrations": { system: "One more", direction: "write" },
    "/data": { class: "financial" },
    "/calculations": { complexity: "complex" },
    "/compliance": { regime: "One more" },
    "/performance/symptoms": undefined,
    "/automation/triggers": undefined,
    "/entrances": { admits: "anybody" },
    "/parts": { origin: "ai" },
    "/ownership/owners": { name: "One more", active: true },
  };
  return partial.flatMap((pointer) => {
    const complete: AppProfile = { ...rest, partial: partial.filter((other) => other !== pointer) };
    const path = pointer.split("/").slice(1);
    const entry = pointer in extra ? extra[pointer] : "One more";
    const entries = at(profile, path);
    if (!Array.isArray(entries) || entry === undefined || JSON.stringify(entries).includes("One more"))
      return [() => complete];
    return [() => complete, saying(profile, path, [...entries, entry])];
  });
}

/** People who use the app, now and at once: the one is never less than the other. */
function withCounts(profile: AppProfile): readonly Step[] {
  const { users: told, peakConcurrent: atOnce } = profile.audience ?? {};
  const [users, peakConcurrent] = [numbersFrom(told)?.low, numbersFrom(atOnce)?.low];
  const withCount = (field: string) => (count: number) => saying(profile, ["audience", field], count);
  return [
    ...(users === undefined ? counts.filter((count) => count >= (peakConcurrent ?? 0)) : []).map(withCount("users")),
    ...(peakConcurrent === undefined ? counts.filter((count) => count <= (users ?? 600)) : []).map(
      withCount("peakConcurrent"),
    ),
  ];
}

/**
 * A profile that says one thing more than the given one: a field that was absent, an entry of a list that was known to be
 * incomplete, or that such a list is complete. Components are never added: each is a statement of its own.
 *
 * @param pick Which of all that there are; where that one cannot be, the next one that can. A profile that says all there is stays as it is.
 */
export function stepFrom(profile: AppProfile, pick: number): AppProfile {
  const filled = choices.flatMap(([pattern, values]) =>
    absent(profile, pattern).flatMap((path) => values.map((value) => saying(profile, path, value))),
  );
  const steps = [...filled, ...withCounts(profile), ...fromPartial(profile)];
  const first = steps.length === 0 ? 0 : pick % steps.length;
  for (const step of [...steps.slice(first), ...steps.slice(0, first)]) {
    const next = step();
    if (next !== undefined) return next;
  }
  return profile;
}
