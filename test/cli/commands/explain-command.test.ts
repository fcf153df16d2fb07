import { createClassifier, type Policy, standardFacts, standardPolicy } from "plimsoll";
import { pathsByComponents, pathsTo } from "plimsoll/analysis";
import { harmlessApp } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { frozenPolicy } from "../../frozen/frozen-policy.js";
import { criterion, emptyPolicy, manyUsers, policyOf } from "../../policy/a-policy.js";
import { runOn } from "../a-terminal.js";

const crowd = harmlessApp("Rota").usedBy(140).build();
const crossing = harmlessApp("Stock").writes("ERP").build();
/** The crowd, of whom nobody has said whether it decides about them, which no work on the app can change. */
const { consequences: _, ...halfTold } = crowd;
/** Nobody can change by work on an app that it decides about people. */
const bound = harmlessApp("Grades").withLegalConsequences().build();
/** It goes both ways with a system, and IT has a component for that. */
const both = {
  ...harmlessApp("Sync").build(),
  integrations: [{ system: "ERP", direction: "bidirectional" as const }],
};
const files = {
  "both.json": JSON.stringify(both),
  "rota.json": JSON.stringify(crowd),
  "stock.json": JSON.stringify(crossing),
  "frozen.json": JSON.stringify(frozenPolicy),
  "open.json": JSON.stringify({ id: "open", name: "Open" }),
  "half-told.json": JSON.stringify(halfTold),
  "bound.json": JSON.stringify(bound),
};
const run = (...argv: readonly string[]) => runOn(files, ["explain", ...argv, "--policy", "frozen.json"]);

test("it says what to change", async () => {
  expect(await run("rota.json", "--to", "alone")).toEqual({
    code: 0,
    printed: [
      "Rota: Together",
      "To get to Alone, one thing changes:",
      "  → Let 99 people use it at most, instead of 140.",
      "",
    ].join("\n"),
    complained: "",
  });
});

test("it says what changes together, and where there are several ways", async () => {
  const { printed } = await run("stock.json", "--to", "alone");
  expect(printed).toMatch(/To get to Alone, 2 things change together:\n {2}→ .*\n {2}→ .*\n\nOr to Alone, /);
});

test("it says when an app is there", async () => {
  expect((await run("rota.json", "--to", "together")).printed).toContain("It is at Together already.");
});

describe("when no way is certain", () => {
  test("it asks what is open, and tells the ways there are supposing that it turns out well", async () => {
    const { printed } = await run("half-told.json", "--to", "alone");
    expect(printed.split("\n").slice(1)).toEqual([
      "No change is certain to bring it to Alone until these questions are answered:",
      `  ? ${standardFacts.legalConsequences.question}`,
      "",
      "If the answers turn out well:",
      "To get to Alone, one thing changes:",
      "  → Let 99 people use it at most, instead of 140.",
      "",
    ]);
  });

  test("an app of which nothing is told may be there already", async () => {
    const { printed } = await run("open.json", "--to", "alone");
    expect(printed).toMatch(
      /^Open: Alone at least, and could be Experts\nNo change is certain to bring it to Alone until /,
    );
    expect(printed).toMatch(
      /\n {2}and \d+ more; "plimsoll ask" goes through them.\nIf the answers turn out well, it is at Alone.\n$/,
    );
  });

  test("what no answer can help is asked all the same, and nothing is supposed", async () => {
    const three: Policy = {
      ...emptyPolicy,
      tiers: ["low", "middle", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
      criteria: [
        { ...criterion({ fact: "legalConsequences", is: true }), id: "law", tier: "middle" },
        { ...criterion(manyUsers), id: "crowd", tier: "high" },
      ],
    };
    const own = { "three.json": JSON.stringify(three), "app.json": JSON.stringify({ ...bound, audience: undefined }) };
    const { printed } = await runOn(own, ["explain", "app.json", "--to", "low", "--policy", "three.json"]);
    expect(printed.split("\n").slice(1)).toEqual([
      "No change is certain to bring it to low until these questions are answered:",
      `  ? ${standardFacts.users.question}`,
      "Answer what you can, or ask IT: early is good.",
      "",
    ]);
  });

  test("it asks what is open also of an app that is in the highest tier for certain", async () => {
    const law = criterion({ fact: "legalConsequences", is: true });
    const policy = { ...emptyPolicy, criteria: [{ ...law, id: "law" }, criterion(manyUsers)] };
    const own = { "own.json": JSON.stringify(policy), "app.json": JSON.stringify(halfTold) };
    const { printed } = await runOn(own, ["explain", "app.json", "--to", "team", "--policy", "own.json"]);
    expect(printed.split("\n")).toEqual([
      "Rota: Central",
      "No change is certain to bring it to Team until these questions are answered:",
      `  ? ${standardFacts.legalConsequences.question}`,
      "",
      "If the answers turn out well:",
      "To get to Team, one thing changes:",
      "  → Let 99 people use it at most, instead of 140.",
      "",
    ]);
  });

  test("it supposes that connections of which little is told are harmless, and not that there are none", async () => {
    const app = {
      id: "stock",
      name: "Stock",
      audience: { users: 20 },
      integrations: [
        { system: "ERP", direction: "bidirectional" },
        { system: "CRM", direction: "read" },
      ],
      data: [{ class: "general" }],
    };
    const { printed } = await runOn({ "app.json": JSON.stringify(app) }, ["explain", "app.json", "--to", "citizen"]);
    expect(printed).toMatch(/\n\nIf the answers turn out well:\nTo get to Citizen, 2 things change together:\n {2}→ /);
    expect(printed).toContain("Let data flow one way only");
  });

  test("where an end of what is bounded is harmless, it supposes that", async () => {
    const policy = policyOf({ any: [{ fact: "legalConsequences", is: true }, manyUsers] });
    const bounds = [{ atLeast: 5, atMost: 900 }, { atLeast: 5 }, { atMost: 900 }];
    for (const users of bounds) {
      const app = { ...halfTold, audience: { users } };
      const own = { "own.json": JSON.stringify(policy), "app.json": JSON.stringify(app) };
      const { printed } = await runOn(own, ["explain", "app.json", "--to", "team", "--policy", "own.json"]);
      expect(printed).toMatch(/\nIf the answers turn out well, it is at Team\.\n$/);
    }
  });

  test("where nothing is open, it asks nothing and supposes nothing", async () => {
    expect((await run("bound.json", "--to", "alone")).printed).toBe(
      "Grades: Experts\nNo change is certain to bring it to Alone. Ask IT: early is good.\n",
    );
  });

  test("as JSON it is the questions, and the paths of such an app", async () => {
    const told = JSON.parse((await run("half-told.json", "--to", "alone", "--json")).printed);
    const open = createClassifier(frozenPolicy)(halfTold).questions.filter(({ opens }) => opens === "tier");
    expect(told).toMatchObject({ verdict: "none", questions: open.map(({ question }) => question) });
    expect(told.supposing).toEqual(JSON.parse(JSON.stringify(pathsTo(crowd, "alone", frozenPolicy))));
  });
});

test("as JSON it is the paths", async () => {
  const told = JSON.parse((await run("rota.json", "--to", "alone", "--json")).printed);
  expect(told).toEqual(JSON.parse(JSON.stringify(pathsTo(crowd, "alone", frozenPolicy))));
});

describe("when a component of IT could handle what is over the line", () => {
  const explain = (...argv: readonly string[]) => runOn(files, ["explain", "both.json", "--to", "it-review", ...argv]);

  test("that is a way, beside what could change", async () => {
    const { printed } = await explain();
    expect(printed).toContain(
      "to IT review, one thing changes:\n  → Let Data synchronisation handle the connection to ERP (/integrations/0).\n",
    );
    expect(printed.match(/one thing changes/g)).toHaveLength(2);
  });

  test("as JSON these ways stand beside the others", async () => {
    const told = JSON.parse((await explain("--json")).printed);
    const byComponents = pathsByComponents(both, "it-review", standardPolicy);
    const { byComponents: paths, ...others } = told;
    expect(others).toEqual(JSON.parse(JSON.stringify(pathsTo(both, "it-review", standardPolicy))));
    expect({ verdict: "found", paths, complete: true }).toEqual(JSON.parse(JSON.stringify(byComponents)));
  });

  test("what else has to change is told with it", async () => {
    const crowded = JSON.stringify({ ...harmlessApp("Crowd").usedBy(600).build(), integrations: both.integrations });
    const { printed } = await runOn({ "crowded.json": crowded }, ["explain", "crowded.json", "--to", "it-review"]);
    expect(printed).toContain(
      [
        "to IT review, 2 things change together:",
        "  → Let Data synchronisation handle the connection to ERP (/integrations/0).",
        "  → Let 499 people use it at most, instead of 600.",
        "",
      ].join("\n"),
    );
  });

  test("on the way to more risk there is nothing to hand over", async () => {
    const { printed } = await runOn(files, ["explain", "both.json", "--to", "professional"]);
    expect(printed).toMatch(/^Sync: .*\nTo get to Professional, /);
    expect(printed).not.toContain("Data synchronisation");
  });

  test("it is told also where nothing that can be changed does", async () => {
    const bound: Policy = {
      ...emptyPolicy,
      facts: {
        reaches: {
          question: "How many systems does it write to?",
          domain: { kind: "number", min: 0, whole: true, unit: "systems" },
          from: { each: "/integrations", where: { field: "direction", is: ["write", "bidirectional"] } },
          changeable: false,
        },
      },
      criteria: [
        {
          id: "reaching",
          title: "Reaching",
          tier: "central",
          why: "It matters.",
          when: { fact: "reaches", atLeast: 1 },
        },
      ],
      signs: [],
      rubrics: [],
      components: [{ id: "sync", title: "The bridge", covers: ["reaching"] }],
    };
    const told = { ...files, "bound-policy.json": JSON.stringify(bound) };
    const { printed, complained } = await runOn(told, [
      "explain",
      "both.json",
      "--to",
      "team",
      "--policy",
      "bound-policy.json",
    ]);
    expect(complained).toBe("");
    expect(printed.split("\n").slice(1)).toEqual([
      "To get to Team, one thing changes:",
      "  → Let The bridge handle the connection to ERP (/integrations/0).",
      "",
    ]);
  });
});

test.each([[[]], [["--to", "nobody"]]])("without a tier that there is, it asks for one: %j", async (argv) => {
  const { code, complained } = await run("rota.json", ...argv);
  expect(code).toBe(2);
  expect(complained).toContain("The tiers are: alone, together, experts.");
});

test("without a policy, the tiers are those of the standard policy", async () => {
  const { complained } = await runOn(files, ["explain", "rota.json", "--to", "nobody"]);
  expect(complained).toContain("The tiers are: citizen, it-review, professional.");
});
