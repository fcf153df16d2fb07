import { type AppProfile, classify, defineFact, type Policy, standardFacts } from "plimsoll";
import { createAnalysis, pathsByComponents, pathsTo } from "plimsoll/analysis";
import { expect, test } from "vitest";

type Condition = NonNullable<Policy["criteria"]>[number]["when"];

const house: Policy = {
  id: "house",
  version: "1.0.0",
  title: "House rules",
  tiers: ["alone", "together"].map((id) => ({ id, title: id, advice: "Go on." })),
  criteria: [
    {
      id: "writing",
      title: "Writing",
      tier: "together",
      why: "It matters.",
      when: { fact: "systemsWritten", atLeast: 2 },
    },
    {
      id: "health",
      title: "Health",
      tier: "together",
      why: "It matters.",
      when: { fact: "sensitiveData", isEmpty: false },
    },
    {
      id: "regime",
      title: "Regime",
      tier: "together",
      why: "It matters.",
      when: { fact: "complianceRegimes", isEmpty: false },
    },
  ],
  components: [
    { id: "sync", title: "Data synchronisation", covers: ["writing"], from: "2.0" },
    { id: "vault", title: "The vault", covers: ["health", "regime"] },
  ],
};
/** The house rules with one more. */
const houseWith = (when: Condition): Policy => ({
  ...house,
  criteria: [...(house.criteria ?? []), { id: "more", title: "More", tier: "together", why: "It matters.", when }],
});

const writing = (...systems: readonly string[]) => systems.map((system) => ({ system, direction: "write" as const }));

test.each<readonly [string, Partial<AppProfile>, readonly (readonly string[])[]]>([
  [
    "either of two connections, in a version that covers",
    { integrations: writing("ERP", "CRM") },
    [
      ["Let Data synchronisation, version 2.0 or later, handle the connection to ERP (/integrations/0)."],
      ["Let Data synchronisation, version 2.0 or later, handle the connection to CRM (/integrations/1)."],
    ],
  ],
  [
    "two of three",
    { integrations: writing("ERP", "CRM", "HR") },
    ["ERP CRM", "ERP HR", "CRM HR"].map((names) =>
      names.split(" ").map((name) => {
        const index = ["ERP", "CRM", "HR"].indexOf(name);
        return `Let Data synchronisation, version 2.0 or later, handle the connection to ${name} (/integrations/${index}).`;
      }),
    ),
  ],
  [
    "data and what a law asks for",
    { data: [{ class: "health" }], compliance: [{ regime: "HIPAA" }] },
    [["Let The vault handle the health data (/data/0).", "Let The vault handle what HIPAA asks for (/compliance/0)."]],
  ],
  [
    "data of which the class is open",
    { data: [{ component: { id: "sync", version: "2.0" } }] },
    [["Let The vault handle the data (/data/0), instead of Data synchronisation."]],
  ],
  ["nothing, where it is there", { integrations: writing("ERP") }, [[]]],
])("it takes %s", (_, told, words) => {
  const app = { id: "app", name: "App", integrations: [], data: [], compliance: [], ...told };
  const answer = pathsByComponents(app, "alone", house);
  expect(answer.verdict === "found" && answer.paths.map(({ handled }) => handled.map((each) => each.words))).toEqual(
    words,
  );
});

test("where a rule stands that no component covers, something else changes beside", () => {
  const crowded = houseWith({ fact: "users", atLeast: 50 });
  const app = {
    id: "app",
    name: "App",
    audience: { users: 80 },
    integrations: writing("ERP", "CRM"),
    data: [],
    compliance: [],
  };
  const told = pathsByComponents(app, "alone", crowded);
  const paths = told.verdict === "found" ? told.paths : [];
  expect(paths.map(({ handled, changes }) => [handled.length, changes.map(({ words }) => words)])).toEqual([
    [1, ["Let 49 people use it at most, instead of 80."]],
    [1, ["Let 49 people use it at most, instead of 80."]],
  ]);
});

test("there is no such way where a rule stands that nothing changes but the parts themselves, or nobody can", () => {
  const uncovered: Policy = { ...house, components: (house.components ?? []).filter(({ id }) => id === "vault") };
  const app: AppProfile = { id: "app", name: "App", integrations: writing("ERP", "CRM"), data: [], compliance: [] };
  expect(pathsByComponents(app, "alone", uncovered)).toEqual({ verdict: "none" });
  expect(pathsTo(app, "alone", uncovered).verdict).toBe("found");
  const bound = { ...app, consequences: { legalForPeople: true } };
  const legal = houseWith({ fact: "legalConsequences", is: true });
  expect(pathsByComponents(bound, "alone", legal)).toEqual({ verdict: "none" });
});

test("what no app can be is nothing to be feared of an app that leaves it open", () => {
  const never: Condition = {
    all: [
      { fact: "users", atLeast: 50 },
      { fact: "users", below: 50 },
    ],
  };
  const app = { id: "app", name: "App", integrations: writing("ERP", "CRM"), data: [], compliance: [] };
  expect(classify(app, houseWith(never)).findings.find(({ id }) => id === "more")?.status).toBe("possible");
  const told = pathsByComponents(app, "alone", houseWith(never));
  expect(told.verdict === "found" && told.paths.map(({ handled }) => handled.length)).toEqual([1, 1]);
});

test("a part can be given to a component only so that another one handles it no more", () => {
  const when: Condition = { fact: "sensitiveData", includesAny: ["health"] };
  const warned = { id: "warned", title: "Warned", severity: "high", why: "It matters.", when, advice: "Ask." } as const;
  const covering: Policy = {
    ...house,
    criteria: [
      {
        id: "writing",
        title: "Writing",
        tier: "together",
        why: "It matters.",
        when: { fact: "systemsWritten", atLeast: 2 },
      },
      { id: "calm", title: "Calm", tier: "together", why: "It matters.", when: { not: { sign: "warned" } } },
    ],
    signs: [{ ...warned, tier: "alone" }],
    components: [
      { id: "sync", title: "Data synchronisation", covers: ["writing"] },
      { id: "vault", title: "The vault", covers: ["warned"] },
    ],
  };
  const app: AppProfile = {
    id: "app",
    name: "App",
    integrations: [],
    data: [{ class: "health", component: { id: "vault" } }],
    compliance: [],
  };
  expect(classify(app, covering).tier).toBe("together");
  const told = pathsByComponents(app, "alone", covering);
  expect(told.verdict === "found" && told.paths.map(({ handled }) => handled.map(({ component: id }) => id))).toEqual([
    ["sync"],
  ]);
});

test("where a component covers what a function finds, it says that it does not know what else could change", () => {
  const facts = {
    ...standardFacts,
    busy: defineFact({
      question: "Is it busy?",
      answerAt: ["/integrations"],
      cost: 5,
      changeable: true,
      risk: "rising",
      domain: { kind: "boolean" },
      derive: ({ integrations = [] }) => ({ kind: "exact", value: integrations.length > 0 }),
    }),
  };
  const { criteria = [], components = [] } = houseWith({ fact: "users", atLeast: 50 });
  const busy: Policy = {
    ...house,
    criteria: [
      ...criteria,
      { id: "busy", title: "Busy", tier: "together", why: "It matters.", when: { fact: "busy", is: true } },
    ],
    components: [...components, { id: "bridge", title: "The bridge", covers: ["busy"] }],
  };
  const analysis = createAnalysis(busy, { facts });
  const app = (users: number): AppProfile => ({
    id: "app",
    name: "App",
    audience: { users },
    integrations: writing("ERP"),
    data: [],
    compliance: [],
  });
  const told = pathsByComponents(app(5), "alone", analysis);
  expect(told.verdict === "found" && told.paths.map(({ handled }) => handled.map(({ words }) => words))).toEqual([
    ["Let The bridge handle the connection to ERP (/integrations/0)."],
  ]);
  expect(pathsByComponents(app(80), "alone", analysis)).toEqual({ verdict: "found", paths: [], complete: false });
});

test("of very many parts it looks at some, and says that these are not all", () => {
  const systems = Array.from({ length: 30 }, (_, index) => `System ${index}`);
  const app = { id: "app", name: "App", integrations: writing(...systems), data: [], compliance: [] };
  expect(pathsByComponents(app, "alone", house)).toEqual({ verdict: "found", paths: [], complete: false });
  expect(classify(app, house).tier).toBe("together");
});

test("a tier that is not there is refused", () => {
  const app = { id: "app", name: "App" };
  expect(() => pathsByComponents<string>(app, "nowhere", house)).toThrow(/There is no tier "nowhere"/);
});
