import fc from "fast-check";
import { type AppProfile, dueReviews, type ReviewOutcome, recordReview } from "plimsoll";
import { type ReviewAnswer, safeParseApproval } from "plimsoll/governance";
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
const evidence = { by: "Security analyst", on: "2026-01-10", link: "https://example.org/check/7" };
const looked: ReviewAnswer = { evidence };
const accepted = { accepted: "Deleted by hand until March." };
const held: ReviewOutcome = {
  review: "security",
  profile,
  by: "Security officer",
  on: "2026-01-12T09:30:00Z",
  answers: { access: looked, protection: looked, audit: accepted },
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
      evidence: { access: evidence, protection: evidence },
    },
  });
});

test.each<readonly [string, Partial<ReviewOutcome>, object]>([
  ["for more than there is", { scope: { data: ["personal", "health"] } }, { scope: { data: ["personal", "health"] } }],
  ["for a shorter time", { expiresOn: "2026-04-01" }, { expiresOn: "2026-04-01" }],
  ["by a role that is spelled otherwise", { by: "security officer " }, { by: "security officer " }],
  [
    "with who decided it",
    { person: "S. Doe", ticket: "SEC-7", link: "/7" },
    { person: "S. Doe", ticket: "SEC-7", link: "/7" },
  ],
  [
    "in advance, for what the profile leaves open",
    {
      profile: { ...profile, partial: ["/data"] },
      scope: { data: ["health", "personal"] },
    },
    { scope: { data: ["health", "personal"] } },
  ],
])("it can be given %s", (_, changes, expected) => {
  expect(recordReview({ ...held, ...changes })).toMatchObject({ ok: true, value: expected });
});

const answering = (answers: ReviewOutcome["answers"]) => ({ answers: { ...held.answers, ...answers } });

test.each<readonly [string, object, string]>([
  ["no answers", { answers: null }, "/answers"],
  ["a profile that is none", { profile: { ...profile, data: [{ class: "all" }] } }, "/profile/data/0/class"],
  ["people that are no number", { scope: { users: "x" } }, "/scope/users"],
  ["no review", { review: 7 }, "/review"],
  ["half a character in a reason", { answers: { audit: { accepted: "\ud800" } } }, "/answers/audit/accepted"],
])("a form with %s is a problem, and no exception", (_, changes, pointer) => {
  const result = recordReview({ ...held, ...changes });
  expect(result.ok ? [] : result.problems.map((problem) => problem.pointer)).toEqual([pointer]);
});

describe("a mistake is told with its place", () => {
  test.each<readonly [string, Partial<ReviewOutcome>, readonly string[]]>([
    ["another review", { review: "securty" }, ["/review", "unknown-reference", "security"]],
    ["another approver", { by: "Security oficer" }, ["/by", "unknown-reference", "Security officer"]],
    ["another item", { answers: { ...held.answers, audt: "met" } }, ["/answers/audt", "unknown-reference", "audit"]],
    ["an item without an answer", { answers: { access: looked, protection: looked } }, ["/answers/audit", "missing"]],
    ["an item accepted without a reason", answering({ audit: { accepted: "  " } }), ["/answers/audit", "missing"]],
    ["an item that the profile says is not met", answering({ audit: "met" }), ["/answers/audit", "missing"]],
    ["evidence against what the profile says", answering({ audit: looked }), ["/answers/audit", "missing"]],
    ["the word of whoever built it", answering({ access: "met" }), ["/answers/access", "missing"]],
    [
      "evidence of nobody",
      answering({ access: { evidence: { by: "", on: "2026-01-10" } } }),
      ["/answers/access", "wrong-type"],
    ],
    [
      "evidence of a day to come",
      answering({ access: { evidence: { by: "Security analyst", on: "2026-01-13" } } }),
      ["/answers/access", "contradiction"],
    ],
    ["no day", { on: "yesterday" }, ["/on", "wrong-type"]],
    ["no day to end on", { expiresOn: "some day" }, ["/expiresOn", "wrong-type"]],
    ["too late an end", { expiresOn: "2027-01-13" }, ["/expiresOn", "out-of-range"]],
    ["an end on the same day", { expiresOn: "2026-01-12" }, ["/expiresOn", "out-of-range"]],
    ["less than there is", { scope: { data: ["general"] } }, ["/scope/data", "out-of-range"]],
    ["a part that is not its matter", { scope: { users: 40 } }, ["/scope/users", "unknown-reference"]],
    ["what the profile leaves open", { profile: { ...profile, partial: ["/data"] } }, ["/scope/data", "missing"]],
  ])("%s", (_, changes, expected) => {
    const result = recordReview({ ...held, ...changes });
    const problems = result.ok ? [] : result.problems;
    const seen = problems.map(({ pointer, code, suggestion }) => [pointer, code, ...(suggestion ? [suggestion] : [])]);
    expect(seen).toEqual([expected]);
  });

  test("and an item that waits says what to do", () => {
    const waiting = (review: string, changes: Partial<ReviewOutcome>) => {
      const result = recordReview({ ...held, review, ...changes });
      return result.ok ? [] : result.problems.filter(({ code }) => code === "missing").map(({ message }) => message);
    };
    expect(waiting("security", { answers: {} })).toEqual([
      "Still to be shown: Can only people who need the data see it? Somebody has signed in as a person who should not see it. Say who looked at it and on which day, or why it is acceptable as it is. Grant access by role or by record.",
      "Still to be shown: Is the data encrypted where it is stored? Somebody has looked at where it is stored. Say who looked at it and on which day, or why it is acceptable as it is. Let IT choose where it is stored.",
      "The profile says no: Can you see later who read or changed the data, and is it deleted on time? Fix it, or say why it is acceptable as it is. Ask IT which rules apply to this data.",
    ]);
    expect(waiting("integration", { by: "Integration specialist", answers: {}, scope: { systems: [] } })[1]).toBe(
      "Still to be answered: Is it connected in a safe way? Say that it is met, or why it is acceptable as it is. Draw the connections, and go through them with IT.",
    );
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
        const answers = Object.fromEntries(checklist.map((item) => [item.id, { accepted: "Until March." }]));
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
