import { describe, expect, test } from "vitest";
import type { Fields } from "./finding.js";
import { classifyBy, lifting, restsOn } from "./house.js";

const payment = { class: "payment" } as const;
const page = { component: { id: "pay-page" } };
const terminal = { component: { id: "pay-terminal" } };
const takesPayments = { fact: "sensitiveData", includesAny: ["payment"] };

const components = ["pay-page", "pay-terminal"].map((id) => ({ id, title: id, covers: ["payments"] }));

/** How the rule about payments stands, by whom it is covered, and where the profile says so. */
function standing(fields: Fields, when: object = takesPayments) {
  const criteria = [lifting("payments", "central", when, { unless: { fact: "support", is: true } })];
  const { findings } = classifyBy({ criteria, components }, { criticality: { support: false }, ...fields });
  return findings.map(({ status, coveredBy, evidence }) => ({
    status,
    coveredBy,
    pointers: evidence.flatMap(({ pointers }) => pointers),
  }));
}

describe("a rule that components cover", () => {
  test.each<readonly [says: string, fields: Fields, standing: ReturnType<typeof standing>]>([
    [
      "is covered by the one that is used, and rests on the whole app",
      { data: [{ class: "general" }, { ...payment, ...page }] },
      [{ status: "covered", coveredBy: ["pay-page"], pointers: ["/data/1/class"] }],
    ],
    [
      "is covered by all that are used together, as the policy lists them",
      {
        data: [
          { ...payment, ...terminal },
          { ...payment, ...page },
        ],
      },
      [{ status: "covered", coveredBy: ["pay-page", "pay-terminal"], pointers: ["/data/0/class", "/data/1/class"] }],
    ],
    [
      "holds by what is left, and rests on that alone",
      { data: [{ ...payment, ...page }, { class: "general" }, payment] },
      [{ status: "holds", coveredBy: [], pointers: ["/data/2/class"] }],
    ],
    [
      "is possible by what is left, and may be exempt",
      { data: [{ ...payment, ...page }, { name: "List" }] },
      [{ status: "possible", coveredBy: [], pointers: ["/data/1/class", "/criticality/support"] }],
    ],
    ["has nothing to say of what is undecided only where it is covered", { data: [{ name: "List", ...page }] }, []],
    ["has nothing to say of what is harmless, whoever handles it", { data: [{ class: "general", ...page }] }, []],
    [
      "is exempt before it is covered",
      { data: [{ ...payment, ...page }], criticality: { support: true } },
      [{ status: "exempt", coveredBy: [], pointers: ["/data/0/class", "/criticality/support"] }],
    ],
  ])("%s", (_, fields, expected) => {
    expect(standing(fields)).toEqual(expected);
  });

  test("points into the whole app, whichever list was left out of it", () => {
    const when = {
      all: [takesPayments, { fact: "calculation", atLeast: "complex" }, { fact: "systemsRead", above: 0 }],
    };
    const fields: Fields = {
      data: [{ ...payment, ...page }, payment],
      calculations: [{ complexity: "complex" }],
      integrations: [
        { system: "Bank", direction: "write", ...terminal },
        { system: "ERP", direction: "read" },
      ],
    };
    const pointers = ["/data/1/class", "/calculations/0/complexity", "/integrations/1/direction"];
    expect(standing(fields, when)).toEqual([{ status: "holds", coveredBy: [], pointers }]);
  });

  test("leaves open what nobody has said anything of", () => {
    const when = { any: [takesPayments, { fact: "integrationPoints", atLeast: 1 }] };
    const data = [{ ...payment, ...page }];
    const pointers = ["/integrations", "/criticality/support"];
    expect(standing({ data }, when)).toEqual([{ status: "possible", coveredBy: [], pointers }]);
    expect(standing({ data, integrations: [] }, when)).toMatchObject([{ status: "covered", coveredBy: ["pay-page"] }]);
  });

  test("lifts nothing, and asks nothing", () => {
    const criteria = [lifting("payments", "central", takesPayments)];
    const classification = classifyBy({ criteria, components }, { data: [{ ...payment, ...page }] });
    expect(classification).toMatchObject({ tier: "team", ceiling: "team", settled: true, questions: [] });
    expect(restsOn(classification.findings[0]?.evidence)).toEqual({ sensitiveData: true });
  });
});
