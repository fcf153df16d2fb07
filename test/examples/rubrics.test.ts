import { readdirSync, readFileSync } from "node:fs";
import { parsePolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { runOn } from "../cli/a-terminal.js";

/** An app, and the tier that the source of a rubric puts it into. */
interface Example {
  readonly profile: { readonly id: string };
  readonly tier: string;
  /** The highest tier still possible, where that is another. */
  readonly ceiling?: string;
}

const here = new URL("../../examples/rubrics/", import.meta.url);
const examplePolicies = new URL("../../examples/policies/", import.meta.url);
const textOf = (file: string, folder: URL) => readFileSync(new URL(file, folder), "utf8");
const named = readdirSync(here).filter((file) => file.endsWith(".examples.json"));

/** Rubrics that organisations and vendors publish, as plain JSON, each with the facts that it asks for. */
const rubrics = [
  ...named.map((file) => [file, here] as const),
  ["agent-zones.examples.json", examplePolicies] as const,
].map(([file, folder]) => {
  const name = file.replace(".examples.json", "");
  const examples: readonly Example[] = JSON.parse(textOf(file, folder));
  return { name, policy: textOf(`${name}.json`, folder), examples };
});

test("there are eight published rubrics", () => {
  expect(rubrics.map(({ name }) => name).sort()).toEqual([
    "agent-access-scorecard",
    "agent-zones",
    "ai-runtime-tiers",
    "campus-agentic-tiers",
    "copilot-zones",
    "platform-use-case-fit",
    "productivity-important-critical",
    "spreadsheet-risk",
  ]);
});

test("two thirds of the facts that they ask for are standard ones, and the page names all others", () => {
  const page = textOf("README.md", here);
  const own = rubrics.flatMap(({ policy }) => Object.keys(parsePolicy(JSON.parse(policy)).facts ?? {}));
  expect([...page.matchAll(/(?<=[|,;:] |and )`(\w+)`(?=[:, ])/gu)].map(([, name]) => name).sort()).toEqual(
    expect.arrayContaining([...own].sort()),
  );
  // One came with the language: a tier lower for a control.
  const asked = 38;
  expect(own.filter((name) => name !== "compensatingControl").length / asked).toBeLessThanOrEqual(1 / 3);
});

describe.each(rubrics)("the rubric $name", ({ name, policy, examples }) => {
  const { description } = parsePolicy(JSON.parse(policy));

  test("is data alone, and names its source", () => {
    expect(description).toMatch(/after /i);
  });

  test.each(examples)("puts $profile.id into $tier, from the command", async ({ profile, tier, ceiling = tier }) => {
    const files = { [`${name}.json`]: policy, "app.json": JSON.stringify(profile) };
    const { code, printed, complained } = await runOn(files, [
      "classify",
      "app.json",
      "--policy",
      `${name}.json`,
      "--json",
    ]);
    expect([code, complained]).toEqual([0, ""]);
    expect(JSON.parse(printed)).toMatchObject({ app: profile.id, tier, ceiling });
  });
});
