import { classify, extendPolicy, type PolicyChanges, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { extendWith } from "../policy/extend-with.js";

type Use = { readonly id: string; readonly version?: string };

/** How the sign about two written systems stands when a component connects both. */
function standingWith(
  uses: readonly Use[],
  change: NonNullable<PolicyChanges["components"]>[string],
  rest: object = {},
) {
  const policy = extendWith(standardPolicy, {
    id: "ours",
    version: "1.0.0",
    components: { "data-synchronisation": change },
  });
  const integrations = uses.map((component, index) => ({
    system: `System ${index}`,
    direction: "write" as const,
    component,
  }));
  return classify({ id: "app", name: "App", integrations, ...rest }, policy).findings.find(
    ({ id }) => id === "write-back",
  )?.status;
}

const twice = (version?: string): readonly Use[] => {
  const use = version === undefined ? {} : { version };
  return [
    { id: "data-synchronisation", ...use },
    { id: "data-synchronisation", ...use },
  ];
};

describe("a component that covers from a version on", () => {
  test.each([
    ["2.1", "2.1", "covered"],
    ["2.1", "2.1.0", "covered"],
    ["2.1", "2.10", "covered"],
    ["2.1", "10.0.3", "covered"],
    ["2.1", "2.0.9", "holds"],
    ["2.1", "1.99", "holds"],
    ["2.1", "2", "holds"],
    ["2.1", undefined, "holds"],
    ["2.1", "the newest", "holds"],
    ["2.1", "v2.1", "holds"],
    ["2.1", "2.x", "holds"],
    ["2.1", "3.0-beta", "holds"],
    ["2.10", "2.9", "holds"],
    ["2.10", "2.10", "covered"],
    ["2.0", "2", "covered"],
    ["2", "2.0.0", "covered"],
    ["2.0.1", "2.0", "holds"],
    ["10", "1.0", "holds"],
  ])("%s: an app with version %s", (from, version, standing) => {
    expect(standingWith(twice(version), { from })).toBe(standing);
  });

  test("does not cover the parts that use an older one", () => {
    const uses = [
      { id: "data-synchronisation", version: "3.0" },
      { id: "data-synchronisation", version: "2.0" },
      { id: "data-synchronisation", version: "1.0" },
    ];
    expect(standingWith(uses, { from: "3.0" })).toBe("holds");
    expect(standingWith(uses, { from: "2.0" })).toBe("covered");
  });
});

describe("a component that covers under a condition", () => {
  const supported = { when: { fact: "support", is: true } } as const;

  test.each([
    ["that holds", { criticality: { support: true } }, "covered"],
    ["that does not hold", { criticality: { support: false } }, "holds"],
    ["of which nobody knows", {}, "possible"],
  ])("%s", (_, rest, standing) => {
    expect(standingWith(twice(), supported, rest)).toBe(standing);
  });
});

test("a retired component covers nothing", () => {
  expect(standingWith(twice(), {})).toBe("covered");
  expect(standingWith(twice(), { retired: "Use the connector." })).toBe("holds");
});

test("a component may ask for a sign of the policy", () => {
  const policy = extendPolicy(standardPolicy, {
    id: "ours",
    version: "1.0.0",
    components: { "payment-processing": { when: { not: { sign: "builder-gone" } } } },
  });
  const paid = (builderPresent: boolean) =>
    classify(
      {
        id: "pay",
        name: "Pay",
        data: [{ class: "payment", component: { id: "payment-processing" } }],
        ownership: { builderPresent, understoodBy: [] },
      },
      policy,
    ).findings.find(({ id }) => id === "sensitive-data")?.status;
  expect([paid(true), paid(false)]).toEqual(["covered", "holds"]);
});
