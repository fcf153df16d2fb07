import { describe, expect, test } from "vitest";
import { fencedBlocks, read, root } from "../documentation/blocks.js";

interface Gate {
  readonly gate: (
    app: object,
    approvals: readonly object[],
    policy: object,
    today: string,
  ) => { readonly code: number; readonly lines: readonly string[] };
}

const folder = "examples/deployment-gate";
const today = "2026-03-31";
// The example is plain JavaScript, so that a pipeline can run it as it is.
const { gate } = (await import(`${root}/${folder}/gate.mjs`)) as Gate;
const app = JSON.parse(read(`${folder}/app.json`));
const policy = JSON.parse(read(`${folder}/policy.json`));
const approvals = JSON.parse(read(`${folder}/approvals.json`));
const shown = fencedBlocks(read(`${folder}/README.md`), folder).map(({ code }) => code.trimEnd());

describe("the gate", () => {
  test("lets an app pass that was signed off, as its page shows", () => {
    const { code, lines } = gate(app, approvals, policy, today);
    expect(code).toBe(0);
    expect(shown).toContain(lines.join("\n"));
  });

  test("stops an app that has outgrown its sign-off, and says what to do, as its page shows", () => {
    const { code, lines } = gate({ ...app, audience: { ...app.audience, users: 60 } }, approvals, policy, today);
    expect(code).toBe(1);
    expect(shown).toContain(lines.join("\n"));
  });

  test.each([
    ["nobody signed off", [], today],
    ["the sign-off has expired", approvals, "2027-01-12"],
  ])("stops an app when %s", (_, given, day) => {
    expect(gate(app, given, policy, day).code).toBe(1);
  });

  test.each([
    ["profile", {}, approvals, policy, "invalid-profile"],
    ["approval", app, [{}], policy, "invalid-approval"],
    ["policy", app, approvals, {}, "invalid-policy"],
  ])("refuses what is no %s", (_, profile, given, rules, code) => {
    expect(() => gate(profile, given, rules, today)).toThrow(expect.objectContaining({ code }));
  });
});
