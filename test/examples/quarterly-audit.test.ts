import { type Approval, type AuditReport, audit, parsePolicy } from "plimsoll";
import { parseApproval } from "plimsoll/governance";
import { expect, test } from "vitest";
import { fencedBlocks, read, root } from "../documentation/blocks.js";

interface Example {
  readonly agenda: (report: AuditReport) => readonly string[];
}

const folder = "examples/quarterly-audit";
// The example is plain JavaScript, so that it runs as it is.
const { agenda } = (await import(`${root}/${folder}/audit.mjs`)) as Example;
const portfolio = read(`${folder}/portfolio.ndjson`).split("\n");
const policy = parsePolicy(JSON.parse(read(`${folder}/policy.json`)));
const approvals: readonly Approval[] = JSON.parse(read(`${folder}/approvals.json`)).map(parseApproval);

const auditOn = (asOf: string, lines: Iterable<unknown> = portfolio) =>
  audit(lines, { asOf, since: "2025-12-31", approvals, capacity: 5 }, policy);

test("the agenda is the one that its page shows", async () => {
  const shown = fencedBlocks(read(`${folder}/README.md`), folder).map(({ code }) => code.trimEnd());
  expect(shown).toContain(agenda(await auditOn("2026-03-31")).join("\n"));
});

test("an audit that comes late says so", async () => {
  expect(agenda(await auditOn("2026-06-30"))).toContain("This audit was due on 2026-04-02.");
});

test("a file that cannot be read to its end is told", async () => {
  function* broken() {
    yield portfolio[0];
    throw new Error("The disk is gone.");
  }
  const lines = agenda(await auditOn("2026-03-31", broken()));
  expect(lines).toContain("After line 1 there was nothing more to read: The disk is gone.");
});

test("a line without an id is told by its number", async () => {
  const lines = agenda(await auditOn("2026-03-31", ["{}"]));
  expect(lines.at(-1)).toBe("Line 1 (no id) cannot be read, at /id: This is needed here: text.");
});
