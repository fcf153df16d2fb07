import fc from "fast-check";
import { type AppProfile, classify, deriveFacts, parseProfile, standardFacts, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { jsonOf, policyNames } from "../../examples/example-policies.js";
import { isWithin, leavesOf, toldOtherwise } from "../../interview/told.js";
import { policyOf } from "../../policy/a-policy.js";
import { runOn } from "../a-terminal.js";

const files = {
  "rota.json": JSON.stringify({ id: "rota", name: "Rota", description: "Who works when", audience: { users: 30 } }),
  "owner.json": JSON.stringify(policyOf({ fact: "itOwner", is: false })),
  ...Object.fromEntries(policyNames.map((name) => [`${name}.json`, JSON.stringify(jsonOf(`${name}.json`))])),
};
const ask = (answers: readonly string[], ...argv: readonly string[]) => runOn(files, ["ask", ...argv], { answers });
const questions = (complained: string) => complained.split("\n").filter((line) => line.endsWith("?"));

/** The profile after an interview in which each question gets the answer that belongs to it, or none. */
async function answering(answers: Readonly<Record<string, string | readonly string[]>>, ...argv: readonly string[]) {
  const left = new Map(Object.entries(answers).map(([question, answer]) => [question, [answer].flat()]));
  const answer = (text: string) => left.get(text.split("\n")[0] ?? "")?.shift() ?? "";
  const ending = await runOn(files, ["ask", ...argv, "--json"], { answer });
  const { profile } = JSON.parse(ending.printed);
  return { ...ending, profile: parseProfile(profile) };
}

test("it goes on after the tier is settled, with what findings wait for", async () => {
  const { printed, complained } = await ask(["yes", ...new Array(60).fill("")], "rota.json", "--json");
  const asked = questions(complained);
  expect(asked.length).toBeGreaterThan(5);
  expect(new Set(asked).size).toBe(asked.length);
  const { classification } = JSON.parse(printed);
  expect(classification).toMatchObject({ tier: "professional", settled: true });
  // What nobody could answer is open, and decides no tier.
  expect(classification.questions.length).toBeGreaterThan(0);
  expect(classification.questions.every(({ opens }: { opens: string }) => opens === "finding")).toBe(true);
});

test("it asks on for reviews that may be due", async () => {
  const review = {
    id: "support",
    title: "Support",
    why: "Somebody has to help.",
    milestone: "deploy",
    when: { fact: "support", is: false },
    checklist: [{ id: "who", question: "Who helps?" }],
    approvers: ["IT"],
    minutes: 10,
    validFor: 365,
    covers: ["users"],
  };
  const policy = policyOf({ fact: "users", atLeast: 100 }, { reviews: [review, { ...review, id: "again" }] });
  const own = { ...files, "reviewing.json": JSON.stringify(policy) };
  const asked = async (...argv: readonly string[]) =>
    questions(
      (await runOn(own, ["ask", "rota.json", "--policy", "reviewing.json", ...argv], { answers: [] })).complained,
    );
  expect(await asked()).toEqual(["Is it clear who supports it, and how?"]);
  expect(await asked("--tier-only")).toEqual([]);
});

test("it stops as soon as the tier is settled where that is enough, and prints the profile", async () => {
  const { code, printed, complained } = await ask(["yes"], "rota.json", "--tier-only");
  expect(code).toBe(0);
  expect(questions(complained)).toHaveLength(1);
  expect(printed).toMatch(/^\nRota: Professional\n {2}\S/);
  const profile = parseProfile(JSON.parse(printed.slice(printed.indexOf("{"))));
  expect(classify(profile)).toMatchObject({ tier: "professional", settled: true });
});

test("facts that a policy has of its own are asked, and answered among the extensions", async () => {
  const { profile } = await answering(
    {
      "Does it decide about people: who gets what, and who does not?": "no",
      "Would a failure expose you to a regulator?": "limited",
      "Which data does it hold or show?": "none",
      "Who can open it, at most?": "department",
    },
    "--policy",
    "agent-zones.json",
  );
  expect(profile.data).toEqual([]);
  expect(profile.extensions).toEqual({
    fsi: { regulatoryExposure: "limited" },
  });
  expect(profile.consequences).toEqual({ decidesAboutPeople: false });
  expect(profile.audience).toEqual({ reach: "department" });
});

test("semi-sensitive data is not said to be encrypted, nor growth to be none, because nobody asked", async () => {
  const { profile } = await answering({
    "Would daily work stop if it were down?": "no",
    "Do its results have legal consequences for people?": "no",
    "Which data does it hold or show?": "salaries",
    'How sensitive is "salaries"?': "semi-sensitive",
    "How many people use it now?": "20",
    "Which compliance rules apply to it?": "none",
  });
  expect(profile).toEqual({
    id: "app",
    name: "This app",
    criticality: { dailyDependence: false },
    consequences: { legalForPeople: false },
    data: [{ name: "salaries", class: "semi-sensitive" }],
    audience: { users: 20 },
    compliance: [],
  });
});

test("what is not known is skipped, never asked again, and written nowhere", async () => {
  const { printed, complained } = await ask(new Array(60).fill(""));
  const asked = questions(complained);
  expect(asked.length).toBeGreaterThan(8);
  expect(new Set(asked).size).toBe(asked.length);
  expect(printed).toContain("This app: Citizen at least, and could be Professional");
  expect(JSON.parse(printed.slice(printed.indexOf("{")))).toEqual({ id: "app", name: "This app" });
});

test("an answer that does not fit is explained, and asked for again", async () => {
  const { complained } = await ask(["perhaps", ""], "rota.json");
  const [first, second] = questions(complained);
  expect(complained).toContain("That is not an answer here. Say ");
  expect(second).toBe(first);
});

test("it begins with what a file tells, and keeps it", async () => {
  const { printed, complained } = await ask(["yes"], "rota.json", "--json");
  expect(complained).not.toContain("How many people use it now?");
  const { profile, classification } = JSON.parse(printed);
  expect(profile).toMatchObject({ id: "rota", name: "Rota", description: "Who works when", audience: { users: 30 } });
  expect(classification).toEqual(JSON.parse(JSON.stringify(classify(profile, standardPolicy, { asOf: "2026-03-31" }))));
});

test("at the end of the input it says how far it came", async () => {
  const { code, printed } = await ask([]);
  expect(code).toBe(0);
  expect(JSON.parse(printed.slice(printed.indexOf("{")))).toEqual({ id: "app", name: "This app" });
});

test("systems are asked for by name, and then what it does there; whoever says that there are others has told all", async () => {
  const { profile, complained } = await answering({
    "What is it connected to?": "ERP, CRM and others",
    "What is ERP: another system, the app's own store, a channel to people, or a service that only computes?":
      "another system",
    "What does it do in ERP: read, write, or both?": "both",
    "What does it do in CRM: read, write, or both?": "",
  });
  expect(profile.integrations).toEqual([
    { system: "ERP", role: "system-of-record", direction: "bidirectional" },
    { system: "CRM" },
  ]);
  expect(profile.partial).toEqual(["/integrations"]);
  expect(complained).not.toContain("besides");
});

test("what cannot be together with what was said is asked again", async () => {
  const { complained, profile } = await answering({ "Which departments use it?": ["Sales, sales", "Sales"] });
  expect(complained).toContain('"sales" is there twice. Say it once. Think again, or leave it empty.\n');
  expect(profile.audience?.departments).toEqual(["Sales"]);
});

describe("what looks like a no", () => {
  const rules = "Which compliance rules apply to it?";

  test.each(["no", "n/a", "-", "nothing", "keine"])("is asked again, and is none after a yes: %s", async (answer) => {
    const { profile, complained } = await answering({ [rules]: answer, "Do you mean none?": "yes" });
    expect(complained).toContain("Do you mean none?");
    expect(profile.compliance).toEqual([]);
  });

  test("is no name after a no, unless that is what it is called", async () => {
    const { profile } = await answering({
      [rules]: ["no", "SOX"],
      "Do you mean none?": "no",
      'No rule here knows "no". Is that really what it is called?': "no",
    });
    expect(profile.compliance).toEqual([{ regime: "SOX" }]);
  });

  test("is not written when the input ends before it is clear", async () => {
    const answers = new Map([[rules, "no"]]);
    const answer = (question: string) =>
      question.startsWith("Do you") ? undefined : (answers.get(question.split("\n")[0] ?? "") ?? "");
    const { printed } = await runOn(files, ["ask", "--json"], { answer });
    expect(JSON.parse(printed).profile).toEqual({ id: "app", name: "This app" });
  });
});

test("an owner who is called nobody is none after a yes", async () => {
  const { profile } = await answering(
    { "Who in IT answers for it?": "no one", "Do you mean nobody?": "yes" },
    "--policy",
    "owner.json",
  );
  expect(profile.ownership?.itOwner).toBeNull();
});

test("of several rules, only the one that is nearly known is set right", async () => {
  const { profile } = await answering({
    "Which compliance rules apply to it?": "SOX, GPDR",
    '"GPDR" is not known here. Do you mean "GDPR"?': "yes",
  });
  expect(profile.compliance).toEqual([{ regime: "SOX" }, { regime: "GDPR" }]);
});

test("a rule that nobody knows is confirmed before it is written, and one that is nearly known is set right", async () => {
  const rules = "Which compliance rules apply to it?";
  const nearly = await answering({ [rules]: "GPDR", '"GPDR" is not known here. Do you mean "GDPR"?': "yes" });
  expect(nearly.profile.compliance).toEqual([{ regime: "GDPR" }]);
  const confirm = 'No rule here knows "House 7". Is that really what it is called?';
  expect((await answering({ [rules]: "House 7", [confirm]: "yes" })).profile.compliance).toEqual([
    { regime: "House 7" },
  ]);
  expect((await answering({ [rules]: ["House 7", ""], [confirm]: "no" })).profile.compliance).toBeUndefined();
});

describe("a class in the place of a name", () => {
  const which = "Which data does it hold or show?";
  const isMeant = 'Do you mean data of the class "semi-sensitive"?';

  test.each(["semi-sensitive", "Semi-sensitive", "semi sensitive", "SEMISENSITIVE"])(
    "is the class after a yes, without a name: %s",
    async (typed) => {
      const { profile, complained } = await answering({ [which]: typed, [isMeant]: "yes" });
      expect(profile.data).toEqual([{ class: "semi-sensitive" }]);
      expect(complained).not.toContain("How sensitive is");
    },
  );

  test("is a name after a no, and its class is asked for", async () => {
    const { profile } = await answering({
      [which]: "semi-sensitive",
      [isMeant]: "no",
      'How sensitive is "semi-sensitive"?': "general",
    });
    expect(profile.data).toEqual([{ name: "semi-sensitive", class: "general" }]);
  });

  test("is told from names beside it, and each is asked about once", async () => {
    const { profile, complained } = await answering({
      [which]: "general, salaries, semi-sensitive and others",
      'Do you mean data of the class "general"?': "no",
      [isMeant]: "yes",
    });
    expect(profile.data).toEqual([{ name: "general" }, { name: "salaries" }, { class: "semi-sensitive" }]);
    expect(profile.partial).toEqual(["/data"]);
    expect(complained.match(/Do you mean/g)).toHaveLength(2);
  });

  test("is not written when the input ends before it is clear", async () => {
    const answer = (question: string) =>
      question.startsWith("Do you") ? undefined : question.startsWith(which) ? "semi-sensitive" : "";
    const { printed } = await runOn(files, ["ask", "--json"], { answer });
    expect(JSON.parse(printed).profile).toEqual({ id: "app", name: "This app" });
  });
});

describe("whatever is typed", () => {
  const line = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom("yes", "no", "12", "140", "none", "read", "both", "health", "general", ""),
    },
    fc.constantFrom("ERP, CRM", "ERP and others", "SOX", "House 7", "n/a", "-", "?", "nobody", "1,000", "simple"),
    fc.string(),
  );
  const script = fc.array(line, { minLength: 1, maxLength: 14 });
  const start = fc.constantFrom<readonly string[]>([], ["rota.json"]);
  const policy = fc.constantFrom<readonly string[]>([], ...policyNames.map((name) => ["--policy", `${name}.json`]));
  /** Each thing that a profile says, and where; which lists are incomplete aside. */
  const saidIn = (profile: AppProfile) =>
    leavesOf(profile)
      .filter(([at]) => !isWithin(at, "/partial"))
      .map(([at, value]) => `${at} ${JSON.stringify(value)}`);
  const profileAfter = async (answers: readonly string[], argv: readonly string[]): Promise<AppProfile> =>
    parseProfile(JSON.parse((await ask(answers, ...argv, "--json")).printed).profile);

  test("each line writes at one place at most, and tells only the facts that are answered or read there", async () => {
    await fc.assert(
      fc.asyncProperty(script, start, policy, async (answers, file, rules) => {
        const argv = [...file, ...rules];
        const before = await profileAfter(answers.slice(0, -1), argv);
        const after = await profileAfter(answers, argv);
        const said = new Set(saidIn(before));
        expect(saidIn(before).filter((each) => !saidIn(after).includes(each))).toEqual([]);
        const places = saidIn(after)
          .filter((each) => !said.has(each))
          .map((each) => each.replace(/(\/\d+(\/(system|name|purpose|regime))?)? .*/s, ""));
        const parts = [...new Set(places)];
        expect(parts.length).toBeLessThanOrEqual(1);
        if ((answers.at(-1) ?? "").trim() === "") expect(after).toEqual(before);
        const isRead = (at: readonly string[]) => at.some((place) => parts.some((part) => isWithin(part, place)));
        expect(toldOtherwise(before, after).filter(({ places: at }) => !isRead(at))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("facts are told by the answers alone: nothing of what is left empty is known afterwards", async () => {
    await fc.assert(
      fc.asyncProperty(policy, fc.constantFrom(...Object.entries(standardFacts)), async (rules, [, fact]) => {
        const told = await profileAfter(new Array(80).fill(""), rules);
        expect(deriveFacts(told, { fact }).fact.kind).toBe("unknown");
      }),
      { numRuns: 10 },
    );
  });
});
