import fc from "fast-check";
import { type AppProfile, createClassifier, type FindingStatus, parsePolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { policyNamed } from "./example-policies.js";

const app = { id: "app", name: "App" };

describe("the points rubric", () => {
  const classifyByPoints = createClassifier(policyNamed("points-rubric"));

  /** The points of the five answers, added by hand. */
  function pointsOf({ audience, data = [], integrations = [], calculations = [], criticality }: AppProfile): number {
    const users = Number(audience?.users ?? 0);
    const classes = new Set(data.map((entry) => entry.class));
    const isSensitive = ["personal", "financial", "health", "payment"].some((each) => classes.has(each as "health"));
    const written = integrations.filter(
      ({ direction, role = "system-of-record" }) => direction !== "read" && role === "system-of-record",
    ).length;
    const complexities = new Set(calculations.map(({ complexity }) => complexity));
    const answers = [
      users >= 150 ? 3 : users >= 25 ? 1 : 0,
      isSensitive ? 5 : classes.has("semi-sensitive") || classes.has("secrets") ? 2 : 0,
      written >= 2 ? 4 : written === 1 ? 2 : 0,
      complexities.has("complex") ? 4 : complexities.has("moderate") ? 1 : 0,
      criticality?.dailyDependence === true ? 4 : 0,
    ];
    return answers.reduce((sum, points) => sum + points, 0);
  }

  test("puts every app without payment data into the band of its points", () => {
    const withoutPayment = completeProfileArbitrary.map((profile) => ({
      ...profile,
      data: (profile.data ?? []).filter((entry) => entry.class !== "payment"),
    }));
    fc.assert(
      fc.property(withoutPayment, (profile) => {
        const points = pointsOf(profile);
        const band = points >= 10 ? "engineered" : points >= 5 ? "guided" : "self-service";
        expect(classifyByPoints(profile)).toMatchObject({ tier: band, settled: true });
      }),
    );
  });

  test("lets payment data decide, whatever the points and whatever else is known", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        const data = [...(profile.data ?? []), { class: "payment" as const }];
        const { tier, settled, findings } = classifyByPoints({ ...profile, data });
        expect({ tier, settled }).toEqual({ tier: "engineered", settled: true });
        expect(findings.find(({ id }) => id === "payment-veto")?.status).toBe("holds");
      }),
    );
  });
});

describe("the delivery tiers", () => {
  const policy = policyNamed("delivery-tiers");
  const tiers = policy.tiers.map(({ id }) => id);
  const classifyByLimits = createClassifier(policy);

  /** Asks for each limit by itself, as a criterion. */
  const askLimits = createClassifier(
    parsePolicy({
      ...policy,
      id: "limits-one-by-one",
      tiers: policy.tiers.map(({ limits: _, ...tier }) => tier),
      criteria: policy.tiers.flatMap(({ id: tier, limits = [] }) =>
        limits.map(({ holds, ...rest }) => ({ ...rest, tier, when: { not: holds } })),
      ),
    }),
  );

  /** The tiers of which some limit stands so. */
  function tiersWith(profile: AppProfile, ...asked: readonly FindingStatus[]): readonly string[] {
    return askLimits(profile).findings.flatMap(({ status, tier }) => (asked.includes(status) ? tier : []));
  }

  /** One above the highest of some tiers; the lowest, when there is none. */
  const above = (some: readonly string[]) => tiers[Math.max(-1, ...some.map((tier) => tiers.indexOf(tier))) + 1];

  test("put an app of which all is known into the lowest tier whose limits all hold", () => {
    fc.assert(
      fc.property(completeProfileArbitrary, (profile) => {
        const broken = tiersWith(profile, "holds");
        const lowest = tiers.find((tier) => !broken.includes(tier));
        expect(classifyByLimits(profile)).toMatchObject({ tier: lowest, settled: true });
      }),
    );
  });

  test("put any app one above the highest tier whose limits it breaks, or could still break", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        const { tier, ceiling } = classifyByLimits(profile);
        expect(tier).toBe(above(tiersWith(profile, "holds")));
        expect(ceiling).toBe(above(tiersWith(profile, "holds", "possible")));
      }),
    );
  });
});

describe("the data-class matrix", () => {
  const classifyByMatrix = createClassifier(policyNamed("data-class-matrix"));

  const audiences = {
    department: { departments: ["Sales"], outsideUsers: false },
    departments: { departments: ["Sales", "Service"], outsideUsers: false },
    outside: { departments: ["Sales"], outsideUsers: true },
  };

  test.each([
    { class: "general", department: "open", departments: "open", outside: "registered" },
    { class: "semi-sensitive", department: "open", departments: "registered", outside: "partnered" },
    { class: "personal", department: "registered", departments: "partnered", outside: "specialist" },
    { class: "financial", department: "registered", departments: "partnered", outside: "specialist" },
    { class: "health", department: "partnered", departments: "specialist", outside: "specialist" },
    { class: "payment", department: "partnered", departments: "specialist", outside: "specialist" },
  ] as const)("has a row for $class data", ({ class: dataClass, ...row }) => {
    const data = [
      { class: dataClass, accessControl: "app" as const, auditTrail: "none" as const, encryptedAtRest: false },
    ];
    const tierFor = (audience: keyof typeof audiences) =>
      classifyByMatrix({ ...app, data, audience: audiences[audience], ownership: { itOwner: null } });
    const tiers = { department: "", departments: "", outside: "" };
    for (const audience of ["department", "departments", "outside"] as const) {
      const { tier, settled } = tierFor(audience);
      expect(settled).toBe(true);
      tiers[audience] = tier;
    }
    expect(tiers).toEqual(row);
  });
});

describe("end-user computing", () => {
  const classifyByRisk = createClassifier(policyNamed("end-user-computing"));

  const ledger = { system: "Ledger", direction: "write", eventDriven: false, asynchronous: false } as const;
  const calculation = (complexity: "moderate" | "complex") => ({ complexity, tested: true });
  const complexities = {
    little: { integrations: [], calculations: [] },
    some: { integrations: [ledger], calculations: [calculation("moderate")] },
    much: { integrations: [ledger], calculations: [calculation("complex")] },
  };
  const materialities = {
    little: { consequences: { legalForPeople: false }, compliance: [] },
    some: { consequences: { legalForPeople: true }, compliance: [] },
    much: { consequences: { legalForPeople: true }, compliance: [{ regime: "SOX" }] },
  };
  const inPlace = {
    ownership: { documentation: "complete", businessOwner: "Controller", understoodBy: ["Clerk"] },
    criticality: { dailyDependence: false, disasterRecovery: true },
  } satisfies Partial<AppProfile>;
  const twoMissing = {
    ...inPlace,
    ownership: { documentation: "none", businessOwner: null, understoodBy: ["Clerk"] },
  } satisfies Partial<AppProfile>;
  const fourMissing = {
    ownership: { documentation: "none", businessOwner: null, understoodBy: [] },
    criticality: { dailyDependence: false, disasterRecovery: false },
  } satisfies Partial<AppProfile>;
  const controls = { inPlace, twoMissing, fourMissing };
  const besides = { audience: { users: 10 }, data: [] };

  test.each([
    { complexity: "little", materiality: "little", inPlace: "low", twoMissing: "low", fourMissing: "low" },
    { complexity: "little", materiality: "some", inPlace: "low", twoMissing: "low", fourMissing: "medium" },
    { complexity: "little", materiality: "much", inPlace: "medium", twoMissing: "high", fourMissing: "high" },
    { complexity: "some", materiality: "little", inPlace: "low", twoMissing: "low", fourMissing: "low" },
    { complexity: "some", materiality: "some", inPlace: "medium", twoMissing: "high", fourMissing: "high" },
    { complexity: "some", materiality: "much", inPlace: "high", twoMissing: "critical", fourMissing: "critical" },
    { complexity: "much", materiality: "little", inPlace: "medium", twoMissing: "high", fourMissing: "high" },
    { complexity: "much", materiality: "some", inPlace: "high", twoMissing: "critical", fourMissing: "critical" },
    { complexity: "much", materiality: "much", inPlace: "high", twoMissing: "critical", fourMissing: "critical" },
  ] as const)("knows $complexity complexity and $materiality materiality", ({ complexity, materiality, ...row }) => {
    const tierWith = (missing: keyof typeof controls) => {
      const fields = { ...besides, ...complexities[complexity], ...materialities[materiality], ...controls[missing] };
      const { tier, ceiling } = classifyByRisk({ ...app, ...fields });
      expect(ceiling).toBe(tier);
      return tier;
    };
    expect(tierWith("inPlace")).toBe(row.inPlace);
    expect(tierWith("twoMissing")).toBe(row.twoMissing);
    expect(tierWith("fourMissing")).toBe(row.fourMissing);
  });
});
