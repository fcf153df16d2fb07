import { classify, parseProfile, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { choicesIn, valueFrom } from "../../src/cli/answers.js";
import { runOn } from "./a-terminal.js";

const files = {
  "rota.json": JSON.stringify({ id: "rota", name: "Rota", description: "Who works when", audience: { users: 30 } }),
};
const ask = (answers: readonly string[], ...argv: readonly string[]) => runOn(files, ["ask", ...argv], { answers });
const questions = (complained: string) => complained.split("\n").filter((line) => line.endsWith("?"));

test("it stops as soon as the tier is settled, and prints the profile", async () => {
  const { code, printed, complained } = await ask(["yes"]);
  expect(code).toBe(0);
  expect(questions(complained)).toHaveLength(1);
  expect(printed).toMatch(/^\nThis app: Professional\n {2}\S/);
  const profile = parseProfile(JSON.parse(printed.slice(printed.indexOf("{"))));
  expect(classify(profile)).toMatchObject({ tier: "professional", settled: true });
});

test("what is not known is skipped, and never asked again", async () => {
  const { printed, complained } = await ask(new Array(60).fill(""));
  const asked = questions(complained);
  expect(asked.length).toBeGreaterThan(10);
  expect(new Set(asked).size).toBe(asked.length);
  expect(printed).toContain("This app: Citizen at least, and could be Professional");
});

test("an answer that does not fit is explained, and asked for again", async () => {
  const { complained } = await ask(["perhaps", "?"]);
  const [first, second] = questions(complained);
  expect(complained).toContain("That is no answer here. Say yes or no.\n");
  expect(second).toBe(first);
});

test("it begins with what a file tells, and keeps it", async () => {
  const { printed, complained } = await ask(["yes"], "rota.json", "--json");
  expect(complained).not.toContain("How many people use it now?");
  const { profile, classification } = JSON.parse(printed);
  expect(profile).toMatchObject({ id: "rota", name: "Rota", description: "Who works when", audience: { users: 30 } });
  expect(classification.settled).toBe(true);
});

test("at the end of the input it says how far it came", async () => {
  const { code, printed } = await ask(["no"]);
  expect(code).toBe(0);
  expect(printed).toContain('"dailyDependence": false');
});

test("what cannot be together with what was said is asked again", async () => {
  const answers = new Map([
    ["Which systems is it connected to?", ["1"]],
    ["Which systems does it write to?", ["2", "1"]],
  ]);
  const answer = (question: string) => answers.get(question.split("\n")[0] ?? "")?.shift() ?? "";
  const { complained } = await runOn(files, ["ask"], { answer });
  expect(complained).toContain("That cannot be together with what was said before.");
  expect(
    complained.split("Which systems does it write to?").length + complained.split("connected to?").length - 2,
  ).toBe(3);
});

describe("an answer", () => {
  test.each([
    ["users", " 12 ", 12],
    ["users", "1.5", undefined],
    ["users", "-1", undefined],
    ["users", "many", undefined],
    ["userGrowth", "2,5", 2.5],
    ["dailyDependence", "Y", true],
    ["dailyDependence", "No", false],
    ["calculation", "Complex", "complex"],
    ["calculation", "hard", undefined],
    ["sensitiveData", "Health, payment", ["health", "payment"]],
    ["sensitiveData", "none", []],
    ["sensitiveData", "gossip", undefined],
    ["complianceRegimes", "Our own", ["Our own"]],
  ] as const)("about %s: %s", (fact, text, value) => {
    expect(valueFrom(standardFacts[fact].domain, text)).toEqual(value);
  });

  test("without an order is one of its values", () => {
    const domain = { kind: "enum", values: ["North", "South"] } as const;
    expect([choicesIn(domain), valueFrom(domain, "south"), valueFrom(domain, "up")]).toEqual([
      "North, South",
      "South",
      undefined,
    ]);
  });
});
