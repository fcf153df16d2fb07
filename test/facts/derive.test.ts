import { type Derived, defineFact, deriveFacts, type FactValue, PlimsollError, reading } from "plimsoll";
import { describe, expect, test } from "vitest";

const app = { id: "a", name: "A", extensions: { sites: 4 } };

const factOf = (derive: () => Derived<number>) =>
  defineFact({
    question: "At how many sites is it used?",
    domain: { kind: "number", min: 1, whole: true, unit: "sites" },
    cost: 5,
    changeable: false,
    risk: "rising",
    answerAt: ["/extensions/sites"],
    derive,
  });

test("a fact of your own is derived beside the standard ones", () => {
  expect(deriveFacts(app, { sites: factOf(() => reading.exact(4)) })).toEqual({
    sites: { kind: "exact", value: 4, evidence: ["/extensions/sites"] },
  });
});

test("a fact that can say more precisely where it stands does", () => {
  const sites = { ...factOf(() => reading.exact(4)), locate: () => ["/extensions/sites/0"] };
  expect(deriveFacts(app, { sites }).sites.evidence).toEqual(["/extensions/sites/0"]);
});

test("the evidence is a copy, so that whoever changes it does not change the fact", () => {
  const sites = factOf(() => reading.exact(4));
  expect(deriveFacts(app, { sites }).sites.evidence).not.toBe(sites.answerAt);
});

describe("a fact with a bug is an error that names it", () => {
  const throwing = (thrown: unknown) => () => {
    throw thrown;
  };
  // Whoever writes JavaScript can return anything.
  const giving = (value: unknown) => () => ({ kind: "exact", value: value as FactValue }) as Derived<number>;

  test.each([
    ["it throws an error", throwing(new Error("no sites")), "no sites"],
    ["it throws a text", throwing("no sites"), "Something was thrown"],
    ["it throws nothing", throwing(undefined), "Something was thrown"],
    ["it is below its domain", giving(0), "outside its domain"],
    ["it is a fraction of a count", giving(1.5), "outside its domain"],
    ["it is not a number", giving(Number.NaN), "outside its domain"],
    ["it is text", giving("4"), "outside its domain"],
    ["it is undefined", giving(undefined), "outside its domain"],
  ])("%s", (_, derive, reason) => {
    const derived = () => deriveFacts(app, { sites: factOf(derive) });
    expect(derived).toThrow(PlimsollError);
    expect(derived).toThrow(
      expect.objectContaining({
        code: "invalid-fact",
        problems: [{ pointer: "", code: "wrong-type", message: expect.stringContaining('"sites"') }],
      }),
    );
    expect(derived).toThrow(reason);
  });
});
