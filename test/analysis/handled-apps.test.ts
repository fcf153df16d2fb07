import type { AppProfile, Policy } from "plimsoll";
import { tierRange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { studyOf } from "../../src/analysis/study.js";
import { viewOf } from "../../src/analysis/view.js";
import { valuesOf } from "../../src/diagrams/index.js";
import { criterion, emptyPolicy, sign } from "../policy/a-policy.js";
import { exactly } from "./own-facts.js";

const writes = { fact: "systemsWritten", atLeast: 1 } as const;
const synchronised = { id: "sync", title: "Synchronisation", covers: ["writing"] };

const covering = (component: object = {}): Policy => ({
  ...emptyPolicy,
  signs: [sign("writing", writes)],
  components: [{ ...synchronised, ...component }],
});

type Integration = NonNullable<AppProfile["integrations"]>[number];

const handled: Integration = { system: "ERP", direction: "write", component: { id: "sync", version: "2.0" } };
const bare: Integration = { system: "CRM", direction: "write" };
const undirected: Integration = { system: "CRM" };
const appConnectedTo = (...integrations: Integration[]): AppProfile => ({ id: "app", name: "An app", integrations });

test.each<readonly [component: object, systems: readonly Integration[], tiers: readonly string[]]>([
  [{}, [handled], ["team"]],
  [{}, [bare], ["central"]],
  [{}, [handled, bare], ["central"]],
  [{}, [{ ...handled, component: { id: "other" } }], ["central"]],
  [{ retired: "Use the other one." }, [handled], ["central"]],
  [{ from: "2.0" }, [handled], ["team"]],
  [{ from: "2.1" }, [handled], ["central"]],
  [{ when: { fact: "users", below: 50 } }, [handled], ["team", "central"]],
  [{ covers: [] }, [handled], ["central"]],
])("with the component %j, an app that is connected to %j can be in %j", (component, systems, tiers) => {
  expect(tierRange(appConnectedTo(...systems), covering(component))).toEqual(exactly(...tiers));
});

test.each<readonly [users: number, tiers: readonly string[]]>([
  [49, ["team"]],
  [50, ["central"]],
])("a component that covers few people covers %i as far as it goes", (users, tiers) => {
  const app = { ...appConnectedTo(handled), audience: { users } };
  expect(tierRange(app, covering({ when: { fact: "users", below: 50 } }))).toEqual(exactly(...tiers));
});

test("what a component leaves open stays open, and what others find stands", () => {
  const policy: Policy = {
    ...covering(),
    criteria: [criterion({ fact: "users", atLeast: 100 })],
  };
  const app = appConnectedTo(handled);
  expect(tierRange(app, policy)).toEqual(exactly("team", "central"));
  expect(tierRange({ ...app, audience: { users: 5 } }, policy)).toEqual(exactly("team"));
});

test.each([
  ["a system that may be written to", appConnectedTo(handled, undirected)],
  ["systems that are not listed", { ...appConnectedTo(handled), partial: ["/integrations"] }],
])("what a component handles may yet be found in %s", (_, app) => {
  expect(tierRange(app, covering())).toMatchObject({ highest: "central" });
});

test("apps are classified without the rules that a component handles, and only then", () => {
  const { unhandled: study } = studyOf(covering())();
  expect(viewOf(study, appConnectedTo(handled)).replay(appConnectedTo(bare)).tier).toBe("team");
  expect(viewOf(study, appConnectedTo(bare)).replay).toBe(study.replay);
  expect(viewOf(study, appConnectedTo(handled, bare)).replay).toBe(study.replay);
});

test.each<readonly [what: string, policy: Policy]>([
  ["there are no components", { ...emptyPolicy, signs: [sign("writing", writes)] }],
  ["no component is in use", covering()],
])("what an app does not do yet may lift it once it does, where %s", (_, policy) => {
  const { unhandled: study } = studyOf(policy)();
  const view = viewOf(study, appConnectedTo({ system: "CRM", direction: "read" }), () => false);
  expect(view.replay).toBe(study.replay);
  expect(valuesOf(view.model.diagrams, view.tier)).toContain(1);
});
