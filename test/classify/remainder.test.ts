import { describe, expect, test } from "vitest";
import { isHandledBy, withoutHandled } from "../../src/classify/index.js";
import { appWith, type Fields } from "./finding.js";

const prepared = (id: string, rest: object = {}) => ({ id, when: undefined, ...rest });
const page = { component: { id: "pay-page" } };
const vault = { component: { id: "vault" } };

describe("what is left of an app", () => {
  test("has every list without the entries that a component handles, and all else as it was", () => {
    const app = appWith({
      audience: { users: 3 },
      data: [{ class: "payment", ...page }, { class: "health", ...vault }, { class: "general" }],
      compliance: [{ regime: "PCI DSS", ...page }],
      calculations: [{ complexity: "simple" }],
      partial: ["/data"],
    });
    expect(withoutHandled(app, [prepared("pay-page"), prepared("vault")]).profile).toEqual({
      id: "app",
      name: "App",
      audience: { users: 3 },
      data: [{ class: "general" }],
      compliance: [],
      calculations: [{ complexity: "simple" }],
      partial: ["/data"],
    });
  });

  test("has what is said not to be all with the entries that it is said of", () => {
    const connected = (system: string, use: object = {}) => ({ system, operations: ["create"] as const, ...use });
    const app = appWith({
      integrations: [connected("ERP", page), connected("CRM"), connected("Mail", vault), connected("Bank")],
      partial: ["/data", "/integrations", "/integrations/0/operations", "/integrations/3/operations"],
    });
    expect(withoutHandled(app, [prepared("pay-page"), prepared("vault")]).profile).toEqual({
      id: "app",
      name: "App",
      integrations: [connected("CRM"), connected("Bank")],
      partial: ["/data", "/integrations", "/integrations/1/operations"],
    });
  });

  test("leaves the app itself as it was", () => {
    const app = appWith({ data: [{ class: "payment", ...page }] });
    withoutHandled(app, [prepared("pay-page")]);
    expect(app.data).toEqual([{ class: "payment", component: { id: "pay-page" } }]);
  });

  const others = Array.from({ length: 11 }, () => ({ class: "general" as const }));
  const { place } = withoutHandled(
    appWith({
      data: [{ class: "payment", ...page }, ...others],
      compliance: [{ regime: "GDPR" }, { regime: "PCI DSS", ...page }, { regime: "SOX" }],
    }),
    [prepared("pay-page")],
  );

  test.each([
    ["/data/0/class", "/data/1/class"],
    ["/data/0", "/data/1"],
    ["/data/10/class", "/data/11/class"],
    ["/compliance/0/regime", "/compliance/0/regime"],
    ["/compliance/1/regime", "/compliance/2/regime"],
    ["/data", "/data"],
    ["/audience/users", "/audience/users"],
    ["/integrations/0/system", "/integrations/0/system"],
    ["/calculations/0/complexity", "/calculations/0/complexity"],
    ["/extensions/data/0", "/extensions/data/0"],
  ])("has at %s what the app has at %s", (pointer, original) => {
    expect(place(pointer)).toBe(original);
  });
});

describe("a component handles a part of an app", () => {
  test.each<readonly [says: string, fields: Fields, handled: boolean]>([
    ["that names it among its data", { data: [{ class: "general" }, { class: "payment", ...page }] }, true],
    ["that names it among its regimes", { compliance: [{ regime: "PCI DSS", ...page }] }, true],
    ["that names it among its systems", { integrations: [{ system: "Bank", ...page }, { system: "ERP" }] }, true],
    ["but not one that names another", { data: [{ class: "payment", ...vault }] }, false],
    ["but not one that names none", { data: [{ class: "payment" }], integrations: [], compliance: [] }, false],
    ["but not one of which nothing is said", {}, false],
  ])("%s", (_, fields, handled) => {
    expect(isHandledBy(appWith(fields), prepared("pay-page"))).toBe(handled);
  });

  test("but not one that uses a version from before it covered", () => {
    const using = (version: string) => appWith({ data: [{ component: { id: "pay-page", version } }] });
    const handles = (version: string) => isHandledBy(using(version), prepared("pay-page", { from: "2.1" }));
    expect([handles("2.1"), handles("2.0")]).toEqual([true, false]);
  });
});
