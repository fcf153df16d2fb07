import fc from "fast-check";
import { type AppProfile, dueReviews, type HeldReview, recordReview, safeParseApproval } from "plimsoll";
import { describe, expect, test } from "vitest";
import { reviews } from "../arbitraries/approval.js";
import { profileArbitrary } from "../arbitraries/profile.js";

const profile: AppProfile = {
  id: "rota",
  name: "Rota",
  data: [
    { class: "personal", accessControl: "role", encryptedAtRest: true, auditTrail: "complete", retention: "undefined" },
  ],
};
const held: HeldReview = {
  review: "security",
  profile,
  by: "Security officer",
  on: "2026-01-12T09:30:00Z",
  answers: { audit: { accepted: "Deleted by hand until March." } },
};

test("a review that was held becomes an approval", () => {
  expect(recordReview(held)).toEqual({
    ok: true,
    value: {
      schemaVersion: 1,
      app: "rota",
      review: "security",
      policy: { id: "standard", version: "1.0.0" },
      by: "Security officer",
      on: "2026-01-12",
      expiresOn: "2027-01-12",
      scope: { data: ["personal"] },
      accepted: { audit: "Deleted by hand until March." },
    },
  });
});

test.each<readonly [string, Partial<HeldReview>, object]>([
  ["for more than there is", { scope: { data: ["personal", "health"] } }, { scope: { data: ["personal", "health"] } }],
  ["for a shorter time", { expiresOn: "2026-04-01" }, { expiresOn: "2026-04-01" }],
  ["with everything met", { answers: { audit: "met", access: "met" } }, { scope: { data: ["personal"] } }],
  [
    "in advance, for what the profile leaves open",
    {
      profile: { ...profile, partial: ["/data"] },
      answers: { access: "met", protection: "met", audit: "met" },
      scope: { data: ["health", "personal"] },
    },
    { scope: { data: ["health", "personal"] } },
  ],
])("it can be given %s", (_, changes, expected) => {
  expect(recordReview({ ...held, ...changes })).toMatchObject({ ok: true, value: expected });
});

describe("a mistake is told with its place", () => {
  test.each<readonly [string, Partial<HeldReview>, readonly string[]]>([
    ["another review", { review: "securty" }, ["/review", "unknown-reference", "security"]],
    ["another approver", { by: "Security oficer" }, ["/by", "unknown-reference", "Security officer"]],
    ["another item", { answers: { ...held.answers, audt: "met" } }, ["/answers/audt", "unknown-reference", "audit"]],
    ["an item without an answer", { answers: {} }, ["/answers/audit", "missing"]],
    ["an item accepted without a reason", { answers: { audit: { accepted: "  " } } }, ["/answers/audit", "missing"]],
    ["no day", { on: "yesterday" }, ["/on", "wrong-type"]],
    ["no day to end on", { expiresOn: "some day" }, ["/expiresOn", "wrong-type"]],
    ["too late an end", { expiresOn: "2027-01-13" }, ["/expiresOn", "out-of-range"]],
    ["an end on the same day", { expiresOn: "2026-01-12" }, ["/expiresOn", "out-of-range"]],
    ["less than there is", { scope: { data: ["general"] } }, ["/scope/data", "out-of-range"]],
    ["a part that is not its matter", { scope: { users: 40 } }, ["/scope/users", "unknown-reference"]],
    [
      "what the profile leaves open",
      { profile: { ...profile, partial: ["/data"] }, answers: { access: "met", protection: "met", audit: "met" } },
      ["/scope/data", "missing"],
    ],
  ])("%s", (_, changes, expected) => {
    const result = recordReview({ ...held, ...changes });
    const problems = result.ok ? [] : result.problems;
    const seen = problems.map(({ pointer, code, suggestion }) => [pointer, code, ...(suggestion ? [suggestion] : [])]);
    expect(seen).toEqual([expected]);
  });

  test("and an item that waits says what to do", () => {
    const result = recordReview({ ...held, answers: {} });
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      "Still to be answered: Can one see later who read and changed it, and is it deleted in time? Say that it is met, or why it is acceptable as it is. Ask IT what the rules for this data demand.",
    ]);
  });

  test("and a policy without reviews has none to record", () => {
    const tiers = ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." }));
    const result = recordReview(held, { id: "bare", version: "1.0.0", title: "Bare", tiers });
    expect(result).toMatchObject({ ok: false, problems: [{ pointer: "/review" }] });
  });
});

test("what is recorded reads again, and the review is due no more", () => {
  fc.assert(
    fc.property(
      profileArbitrary,
      fc.constantFrom(...reviews),
      (app, { id, milestone, checklist, approvers: [by = ""] }) => {
        const answers = Object.fromEntries(checklist.map((item) => [item.id, "met" as const]));
        const result = recordReview({ review: id, profile: app, by, on: "2026-01-12", answers });
        // Whatever the profile leaves open, the scope must say.
        if (!result.ok) {
          expect(result.problems.every(({ code }) => code === "missing")).toBe(true);
          return;
        }
        expect(safeParseApproval(JSON.parse(JSON.stringify(result.value)))).toEqual(result);
        const due = dueReviews(app, { milestone, approvals: [result.value], asOf: "2026-01-12" });
        expect(due.map(({ review }) => review)).not.toContain(id);
      },
    ),
  );
});
