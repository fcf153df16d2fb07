import { type AppProfile, classify, type Policy } from "plimsoll";
import { pathsByComponents, pathsTo } from "plimsoll/analysis";
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

test("there is no such way where a rule stands that no component covers, and then it is asked of the app without them", () => {
  const crowded = houseWith({ fact: "users", atLeast: 50 });
  const app = {
    id: "app",
    name: "App",
    audience: { users: 80 },
    integrations: writing("ERP", "CRM"),
    data: [],
    compliance: [],
  };
  expect(pathsByComponents(app, "alone", crowded)).toEqual({ verdict: "none" });
  expect(pathsTo(app, "alone", crowded).verdict).toBe("found");
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
