import { type AppProfile, classify, extendPolicy, standardPolicy } from "plimsoll";
import { componentUses, recommendComponents } from "plimsoll/governance";
import { describe, expect, test } from "vitest";

const ours = extendPolicy(standardPolicy, {
  id: "ours",
  version: "1.0.0",
  components: {
    "payment-processing": { retired: "Use the new pay page instead." },
    "integration-connector": { from: "2.1" },
    "data-synchronisation": { when: { fact: "support", is: true } },
  },
});

const using = (component: { readonly id: string; readonly version?: string }, fields: object = {}): AppProfile => ({
  id: "app",
  name: "App",
  integrations: [{ system: "ERP", direction: "write", component }],
  ...fields,
});

test.each(["2.", "v2.1", "latest", `2${".0".repeat(40_000)}!`])(
  "a use of a component in what is no version says so, and covers nothing (%#)",
  (version) => {
    const [use] = componentUses(using({ id: "integration-connector", version }), ours);
    expect(use?.status).toBe("version-unreadable");
    expect(use?.message).toMatch(
      /^"Integration connector" covers from 2\.1 on, and ".{2,100}" is no version\. Write it as .*such as 2\.1\.$/,
    );
  },
);

describe("a use of a component", () => {
  test.each<readonly [string, AppProfile, string, string]>([
    [
      "covers",
      using({ id: "integration-connector", version: "2.10" }),
      "covers",
      '"Integration connector" takes care of this part.',
    ],
    [
      "of one that IT does not offer",
      using({ id: "integration-conector" }),
      "unknown",
      'IT has no component "integration-conector", so it covers nothing. Did you mean "integration-connector"?',
    ],
    [
      "of one that is retired",
      using({ id: "payment-processing" }),
      "retired",
      '"Payment processing" is retired. Use the new pay page instead.',
    ],
    [
      "in too old a version",
      using({ id: "integration-connector", version: "2.0" }),
      "outdated",
      '"Integration connector" covers from 2.1 on, and this is 2.0. Update it.',
    ],
    [
      "in a version that nobody told",
      using({ id: "integration-connector" }),
      "version-not-told",
      '"Integration connector" covers from 2.1 on. Say which version is in use.',
    ],
    [
      "under its condition",
      using({ id: "data-synchronisation" }, { criticality: { support: true } }),
      "covers",
      '"Data synchronisation" takes care of this part.',
    ],
    [
      "against its condition",
      using({ id: "data-synchronisation" }, { criticality: { support: false } }),
      "condition-not-met",
      '"Data synchronisation" covers only under a condition, which this app does not meet.',
    ],
    [
      "under a condition that is open",
      using({ id: "data-synchronisation" }),
      "condition-open",
      '"Data synchronisation" covers only under a condition, and the profile does not say whether this app meets it.',
    ],
  ])("%s", (_, profile, status, message) => {
    expect(componentUses(profile, ours)).toMatchObject([{ pointer: "/integrations/0/component", status, message }]);
  });

  test("is found in every list, with its version", () => {
    const component = { id: "payment-processing", version: "3.0" };
    const profile = using(component, {
      data: [{ class: "general" }, { class: "payment", component: { id: "payment-processing" } }],
      compliance: [{ regime: "PCI DSS", component }],
    });
    expect(componentUses(profile).map(({ pointer, version }) => [pointer, version])).toEqual([
      ["/integrations/0/component", "3.0"],
      ["/data/1/component", null],
      ["/compliance/0/component", "3.0"],
    ]);
  });

  test("is none where the profile tells of none, and unknown where the policy lists none", () => {
    expect(componentUses({ id: "app", name: "App" })).toEqual([]);
    const { components: _, boundaries: __, ...bare } = standardPolicy;
    expect(componentUses(using({ id: "payment-processing" }), bare)).toMatchObject([{ status: "unknown" }]);
  });
});

describe("what is recommended", () => {
  const profile: AppProfile = {
    id: "app",
    name: "App",
    integrations: [
      { system: "ERP", direction: "bidirectional", eventDriven: true },
      { system: "CRM", direction: "write" },
      { system: "Shop", direction: "read" },
    ],
    data: [{ class: "payment" }],
  };

  test("covers what was found, the strongest first", () => {
    const recommended = recommendComponents(classify(profile)).map(({ component, findings }) => [
      component,
      findings.map(({ id }) => id),
    ]);
    expect(recommended).toEqual([
      ["data-synchronisation", ["bidirectional-integration", "write-back"]],
      ["integration-connector", ["integration-architecture"]],
      ["payment-processing", ["sensitive-data", "compliance"]],
    ]);
  });

  test("says from which version, and under which condition", () => {
    expect(recommendComponents(classify(profile, ours), ours)).toMatchObject([
      { component: "data-synchronisation", from: null, when: { fact: "support", is: true } },
      { component: "integration-connector", from: "2.1", when: null },
    ]);
  });

  test("is nothing where nothing was found, or nothing is offered", () => {
    const none = { integrations: [], data: [], compliance: [] };
    expect(recommendComponents(classify({ id: "app", name: "App", ...none }))).toEqual([]);
    const { components: _, ...bare } = standardPolicy;
    expect(recommendComponents(classify(profile), bare)).toEqual([]);
  });

  test("does not cover what is covered already", () => {
    const covered: AppProfile = {
      ...profile,
      data: [{ class: "payment", component: { id: "payment-processing" } }],
      compliance: [],
    };
    expect(recommendComponents(classify(covered)).map(({ component }) => component)).not.toContain(
      "payment-processing",
    );
  });
});
