import { extendPolicy, type PolicyChanges, parsePolicy, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { emptyPolicy, words } from "./a-policy.js";
import { extendWith } from "./extend-with.js";
import { mistakesIn, refusalOf } from "./mistakes.js";

const identity = { id: "ours", version: "2.0.0" };
const extend = (changes: Partial<PolicyChanges>) => extendWith(standardPolicy, { ...identity, ...changes });
const idsOf = (parts: readonly { readonly id: string }[] = []) => parts.map(({ id }) => id);

describe("the governance around the rules", () => {
  test("changes by id, field by field", () => {
    const extended = extendPolicy(standardPolicy, {
      ...identity,
      components: { "payment-processing": { from: "2.1" } },
      reviews: { security: { minutes: 60, approvers: ["Data protection officer"] } },
      boundaries: { "data-approval": { instead: "Ask for test data." } },
      audit: { everyDays: 30, checks: { unseen: { unseenFor: 30 } } },
      help: { who: "the platform team", how: "Ring the bell.", bring: "the app" },
    });
    const find = <Part extends { readonly id: string }>(parts: readonly Part[] = [], id: string) =>
      parts.find((part) => part.id === id);
    expect(find(extended.components, "payment-processing")).toMatchObject({ title: "Payment processing", from: "2.1" });
    expect(find(extended.reviews, "security")).toMatchObject({ title: "Security review", minutes: 60 });
    expect(find(extended.boundaries, "data-approval")).toMatchObject({
      review: "security",
      instead: "Ask for test data.",
    });
    expect(extended.audit).toMatchObject({ everyDays: 30, points: standardPolicy.audit?.points });
    expect(find(extended.audit?.checks, "unseen")).toMatchObject({ severity: "low", unseenFor: 30 });
    expect(extended.help?.who).toBe("the platform team");
    expect(parsePolicy(JSON.parse(JSON.stringify(extended)))).toEqual(extended);
  });

  test("loses what is changed to null, and gains what is added", () => {
    const extended = extend({
      reviews: { architecture: null },
      boundaries: { crossing: null },
      audit: { checks: { orphaned: null } },
      add: {
        reviews: [{ ...(standardPolicy.reviews?.[0] ?? expect.fail()), id: "plan" }],
        boundaries: [{ id: "freeze", ...words, actions: ["deploy"], review: "plan", instead: "Wait for January." }],
        checks: [
          { id: "slow", ...words, severity: "low", when: { fact: "performanceSymptoms", includesAny: ["slow"] } },
        ],
      },
    });
    expect(idsOf(extended.reviews)).toEqual(["integration", "security", "production-readiness", "plan"]);
    expect(idsOf(extended.boundaries)).toEqual([
      "it-built-connector",
      "data-approval",
      "production-sign-off",
      "freeze",
    ]);
    expect(idsOf(extended.audit?.checks)).not.toContain("orphaned");
    expect(idsOf(extended.audit?.checks).at(-1)).toBe("slow");
  });

  test("comes to a policy that had none", () => {
    const review = standardPolicy.reviews?.find(({ id }) => id === "production-readiness") ?? expect.fail();
    const extended = extendWith(emptyPolicy, { ...identity, add: { reviews: [review] } });
    expect(extended.reviews).toEqual([review]);
    expect(extended).not.toHaveProperty("boundaries");
    expect(extended).not.toHaveProperty("audit");
  });

  test.each<readonly [says: string, changes: Partial<PolicyChanges>, mistakes: ReturnType<typeof mistakesIn>]>([
    ["an unknown review", { reviews: { securty: null } }, [["/reviews/securty", "unknown-reference", "security"]]],
    ["an unknown boundary", { boundaries: { moon: { title: "Moon" } } }, [["/boundaries/moon", "unknown-reference"]]],
    [
      "an unknown component",
      { components: { "payment-procesing": null } },
      [["/components/payment-procesing", "unknown-reference", "payment-processing"]],
    ],
    [
      "an unknown check",
      { audit: { checks: { unsen: null } } },
      [["/audit/checks/unsen", "unknown-reference", "unseen"]],
    ],
    [
      "an unknown field of a review",
      { reviews: { security: { minute: 5 } as object } },
      [["/reviews/security/minute", "unknown-key", "minutes"]],
    ],
    [
      "an unknown field of the audit",
      { audit: { everyDay: 5 } as object },
      [["/audit/everyDay", "unknown-key", "everyDays"]],
    ],
    [
      "a review that a boundary still asks for",
      { reviews: { security: null } },
      [["/boundaries/1/review", "unknown-reference"]],
    ],
  ])("refuses %s", (_, changes, mistakes) => {
    expect(mistakesIn(refusalOf(() => extend(changes)))).toEqual(mistakes);
  });

  test("refuses changes to an audit that is not there", () => {
    const changes: PolicyChanges = { ...identity, audit: { everyDays: 30 }, add: { checks: [] } };
    expect(mistakesIn(refusalOf(() => extendWith(emptyPolicy, changes)))).toEqual([
      ["/audit", "unknown-reference"],
      ["/add/checks", "unknown-reference"],
    ]);
  });
});
