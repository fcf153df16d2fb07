import { type AppProfile, type Approval, dueReviews } from "plimsoll";
import { describe, expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

const rota: AppProfile = {
  id: "rota",
  name: "Rota | night",
  audience: { users: 140, departments: ["Sales"] },
  integrations: [{ system: "ERP", direction: "write", writesValidated: false, identity: "app" }],
  data: [{ class: "general" }],
};

const approval: Approval = {
  app: "rota",
  review: "architecture",
  policy: { id: "standard", version: "1.0.0" },
  by: "IT architect",
  on: "2026-01-12",
  expiresOn: "2027-01-12",
  scope: { users: 200, systems: [{ system: "ERP", direction: "write" }], data: ["general"] },
};

const files: Readonly<Record<string, string>> = {
  "rota.json": JSON.stringify(rota),
  "approvals.json": JSON.stringify([approval]),
  "approvals.ndjson": `${JSON.stringify(approval)}\n${JSON.stringify({ ...approval, review: "integration" })}\n`,
  "broken.ndjson": `${JSON.stringify(approval)}\n{ "app": \n`,
  "odd.json": JSON.stringify({ ...approval, expiresOn: "2026-01-12" }),
};

const run = (...argv: readonly string[]) => runOn(files, ["review", ...argv]);

describe("for people", () => {
  test("each due review says who gives it, why, and what is open", async () => {
    const { code, printed, complained } = await run("rota.json", "--milestone", "connect");
    expect(printed.split("\n")).toEqual([
      "Rota | night, before connect",
      "  2 reviews are due, 60 minutes in all. An early talk saves a late one.",
      "",
      "  Architecture review, 30 minutes with IT architect",
      "  A plan is easy to change; an app that people rely on is not. Nobody has given this approval yet.",
      "    ✓ Is it clear how many people will use it, and in which departments?",
      "    ✓ Is it clear which data it holds or shows?",
      "    ✓ Is it clear which systems it reads and writes?",
      "    ? Can people who are not developers build it themselves?",
      "",
      "  Integration review, 30 minutes with Integration specialist",
      "  What goes wrong in a connection goes wrong in two systems. Nobody has given this approval yet.",
      "    ✗ Is what it writes checked, and is every change kept when two people edit the same record? Check what it writes, and decide whose change wins; IT has a component for this.",
      "    ? Is it connected in a safe way?",
      "    ✓ Does it use managed accounts, or its users' own?",
      "",
    ]);
    expect([code, complained]).toEqual([0, ""]);
  });

  test("an approval that counts leaves its review out", async () => {
    const { printed } = await run("rota.json", "--milestone", "start", "--approvals", "approvals.json");
    expect(printed).toContain("No review is due.");
  });

  test("approvals count on the day that is given, and today without one", async () => {
    const args = ["rota.json", "--milestone", "start", "--approvals", "approvals.json"];
    expect((await run(...args, "--as-of", "2025-12-31")).printed).toContain("One review is due, 30 minutes in all.");
    expect((await run(...args, "--as-of", "2027-01-12")).printed).toContain("expired on 2027-01-12");
  });

  test("what the profile leaves open may not be needed", async () => {
    const bare = { "bare.json": JSON.stringify({ id: "bare", name: "Bare" }) };
    const { printed } = await runOn(bare, ["review", "bare.json", "--milestone", "start"]);
    expect(printed).toContain("It may not be needed: complete the profile to find out.");
  });
});

test("as JSON it is what the library says", async () => {
  const { printed } = await run("rota.json", "--milestone", "deploy", "--approvals", "approvals.ndjson", "--json");
  const approvals = [approval, { ...approval, review: "integration" }];
  expect(JSON.parse(printed)).toEqual(dueReviews(rota, { milestone: "deploy", approvals, asOf: "2026-03-31" }));
});

test("as Markdown its checklists are tasks, and names stay names", async () => {
  const { printed } = await run("rota.json", "--milestone", "start", "--format", "md");
  expect(printed).toMatch(/^# Rota \\\| night, before start\n/);
  expect(printed).toContain("\n## Architecture review\n\n30 minutes with IT architect. A plan");
  expect(printed).toContain("\n- [x] Is it clear which data it holds or shows?\n- [x]");
  expect(printed).toContain("\n- [ ] Can people who are not developers build it themselves?\n");
});

test.each([
  ["no milestone", ["rota.json"], "The milestones are: start, connect, access, deploy."],
  ["an unknown milestone", ["rota.json", "--milestone", "strat"], 'Did you mean "start"?'],
  ["a day that is none", ["rota.json", "--milestone", "start", "--as-of", "soon"], '"soon"'],
  ["an unknown format", ["rota.json", "--milestone", "start", "--format", "pdf"], "text, md, json"],
  ["a broken approval", ["rota.json", "--milestone", "start", "--approvals", "broken.ndjson"], "line 2"],
  ["an approval that never counts", ["rota.json", "--milestone", "start", "--approvals", "odd.json"], "/expiresOn"],
])("%s is refused with a word of help", async (_, argv, words) => {
  const { code, printed, complained } = await run(...argv);
  expect([code, printed]).toEqual([2, ""]);
  expect(complained).toContain(words);
});
