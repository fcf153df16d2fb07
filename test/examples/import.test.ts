import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classify, parseProfile } from "plimsoll";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readCsv } from "../cli/csv-reader.js";
import { fencedBlocks, read, root } from "../documentation/blocks.js";
import { bodyOf, openShell, type Shell, serve } from "./a-shell.js";

const example = "examples/import";
const blocks = fencedBlocks(read(`${example}/README.md`), example).map(({ code }) => code.trimEnd());

/** The line of the page that has these words. */
const lineWith = (words: string): string =>
  blocks.find((code) => code.includes(words) && !code.includes("\n")) ?? expect.fail(`No line has "${words}".`);

let all = "";
let folder = "";
let shell: Shell;

beforeAll(async () => {
  all = mkdtempSync(join(tmpdir(), "plimsoll-"));
  mkdirSync(join(all, "bin"));
  shell = await openShell(join(all, "bin"));
});

afterAll(async () => {
  await shell.close();
  rmSync(all, { recursive: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(all, "run-"));
  cpSync(join(root, example), folder, { recursive: true });
});

const runHere = (line: string, variables: Readonly<Record<string, string>> = {}) => shell.run(line, folder, variables);

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const readHere = (file: string) => readFileSync(join(folder, file), "utf8");

/** Changes what people answered. */
const answer = (before: string, now: string) => {
  const answers = readHere("answers.json");
  expect(answers).toContain(before);
  write("answers.json", answers.replace(before, now));
};

interface Received {
  readonly path: string;
  readonly body: unknown;
}

/** A channel that takes messages, or answers with a fault. */
async function openChannel(status = 200) {
  const received: Received[] = [];
  const { address, close } = await serve(async (request, response) => {
    received.push({ path: request.url ?? "", body: await bodyOf(request) });
    response.writeHead(status).end();
  });
  return { received, address: `${address}/hook`, close };
}

/** The texts in a message, wherever they stand. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "text" && typeof inner === "string" ? [inner] : textsIn(inner),
  );
}

test("a portfolio from last quarter is made of profiles", () => {
  const lines = read(`${example}/previous.ndjson`).trim().split("\n");
  expect(lines.map((line) => classify(parseProfile(JSON.parse(line))).tier).length).toBeGreaterThan(5);
});

describe("the table for Power BI", () => {
  test("has the columns that the query asks for", async () => {
    const { code } = await runHere(lineWith("--format csv"));
    expect(code).toBe(0);
    const rows = readCsv(readHere("apps.csv"));
    const headings = Object.keys(rows[0] ?? {});
    const asked = [...read(`${example}/recipes/apps.pq`).matchAll(/"([a-zA-Z]+)"/g)].map(([, name = ""]) => name);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !headings.includes(name))).toEqual([]);
    expect(rows.length).toBeGreaterThan(5);
  });
});

describe("the message", () => {
  const asLine = () => lineWith("message.mjs");

  test("says what the page shows of the first app, without an address", async () => {
    const { code, printed } = await runHere(asLine());
    expect(code).toBe(0);
    const shown = blocks.find((text) => text.startsWith("Order flour\n"));
    expect(textsIn(JSON.parse(printed))).toContain(shown);
  });

  test.each(["slack", "teams"])(
    "is sent to %s, about apps that are new or have grown, and no others",
    async (format) => {
      const channel = await openChannel();
      const line = asLine().replace("slack", format);
      const { code, printed } = await runHere(line, { WEBHOOK: channel.address });
      await channel.close();
      expect([code, printed]).toEqual([0, "The message was sent.\n"]);
      expect(channel.received.map(({ path }) => path)).toEqual(["/hook"]);
      const told = textsIn(channel.received).join("\n");
      for (const name of ["Order flour", "Fridge log", "Shift plan", "Applications to the team"])
        expect(told).toContain(name);
      for (const name of ["Cake orders", "Van rota", "Allergen sheet"]) expect(told).not.toContain(name);
    },
  );

  test.each([
    ['{ "atLeast": 200 }', "34 before, now at least 200."],
    ['{ "atLeast": 50, "atMost": 60 }', "34 before, now 50 to 60."],
  ])("says how many people there are where only bounds are known: %s", async (users, words) => {
    answer('"users": 61', `"users": ${users}`);
    const { printed } = await runHere(asLine());
    expect(printed).toContain(`How many people use it now? ${words}`);
  });

  test("holds no text that is read as markup", async () => {
    answer('"name": "Fridge log"', '"name": "<!channel> [here](https://example.org) *now*"');
    write("exports/inventory.json", '{ "data": [] }');
    rmSync(join(folder, "exports/solution/CanvasApps"), { recursive: true });
    for (const format of ["slack", "teams"]) {
      const { printed } = await runHere(asLine().replace("slack", format));
      const kinds = printed.matchAll(/"type": "(mrkdwn|TextBlock)"/g);
      expect([...kinds], format).toEqual([]);
      expect(printed, format).toContain("<!channel> [here]");
    }
  });

  test("is not sent where nothing has grown", async () => {
    const channel = await openChannel();
    const importing = "npx plimsoll import > previous.ndjson";
    const { printed } = await runHere(`${importing} && ${asLine()}`, { WEBHOOK: channel.address });
    await channel.close();
    expect([printed, channel.received]).toEqual(["Nothing is new and nothing has grown: nothing was sent.\n", []]);
  });

  test("that the channel refuses is a failure, and said to be", async () => {
    const channel = await openChannel(410);
    const { code, complained } = await runHere(asLine(), { WEBHOOK: channel.address });
    await channel.close();
    expect(code).toBe(1);
    expect(complained).toContain("The channel did not take the message: it answered with 410.");
  });

  test("is for a channel that there is", async () => {
    const { code, complained } = await runHere(asLine().replace("slack", "pigeon"));
    expect([code, complained.includes('"pigeon" is neither teams nor slack.')]).toEqual([1, true]);
  });
});

interface Issue {
  readonly fields: { readonly summary: string; readonly labels: readonly string[]; readonly description: unknown };
}

/** As much of Jira as the recipe asks. */
async function openJira() {
  const made: Issue[] = [];
  const server = await serve(async (request, response) => {
    // The recipe asks for these two things alone.
    const body = (await bodyOf(request)) as Issue & { readonly jql?: string };
    const isKnown = request.headers.authorization === `Basic ${Buffer.from("me:secret").toString("base64")}`;
    if (!isKnown) {
      response.writeHead(401).end("Who is this?");
    } else if (request.url === "/rest/api/3/search/jql") {
      const [, label = ""] = /labels = "([^"]+)"/.exec(body.jql ?? "") ?? [];
      const issues = made.flatMap(({ fields }, at) =>
        fields.labels.includes(label) ? [{ key: `APPS-${at + 1}` }] : [],
      );
      response.end(JSON.stringify({ issues }));
    } else {
      expect(request.url).toBe("/rest/api/3/issue");
      made.push(body);
      response.end(JSON.stringify({ key: `APPS-${made.length}` }));
    }
  });
  const variables = { JIRA_URL: server.address, JIRA_USER: "me", JIRA_TOKEN: "secret", JIRA_PROJECT: "APPS" };
  return { made, variables, close: server.close };
}

describe("issues", () => {
  const asLine = () => lineWith("issues.mjs");

  test("are printed where nobody says where they belong", async () => {
    const { code, printed } = await runHere(asLine());
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toHaveLength(3);
  });

  test("are made once, however often it runs, and anew where something else is found", async () => {
    const jira = await openJira();
    const first = await runHere(asLine(), jira.variables);
    const second = await runHere(asLine(), jira.variables);
    answer('"dailyDependence": true', '"dailyDependence": false');
    answer('"users": 61', '"users": 610');
    const third = await runHere(asLine(), jira.variables);
    await jira.close();
    // Which come first is a matter of the policy, which may get rules.
    const made = first.printed.trim().split("\n");
    expect(made.map((line) => line.replace(/Look at .+/, "Look at"))).toEqual([
      "Made APPS-1: Look at",
      "Made APPS-2: Look at",
      "Made APPS-3: Look at",
    ]);
    expect(made[0]).toContain("Look at Order flour");
    expect(second.printed).toBe(first.printed.replaceAll("Made", "There is"));
    expect(third.printed.match(/^Made .*/gm)).toEqual(["Made APPS-4: Look at Order flour"]);
  });

  test("say what was found and what to do, in the format of documents of Jira", async () => {
    const jira = await openJira();
    await runHere(asLine(), jira.variables);
    await jira.close();
    const [flour] = jira.made;
    expect(flour?.fields.description).toMatchObject({
      type: "doc",
      version: 1,
      content: [{ type: "paragraph" }, { type: "bulletList" }],
    });
    expect(textsIn(flour).join("\n")).toContain("→ Show IT its busiest hour before more people join.");
  });

  test("that Jira refuses are a failure, and said to be", async () => {
    const jira = await openJira();
    const { code, complained } = await runHere(asLine(), { ...jira.variables, JIRA_TOKEN: "other" });
    await jira.close();
    expect([code, complained.includes("Jira answered 401 to search/jql: Who is this?")]).toEqual([1, true]);
  });
});

describe("every night", () => {
  const asLine = () => lineWith("nightly.sh");

  test("the first has nothing to compare with; later ones tell what has grown since the one before, once", async () => {
    const channel = await openChannel();
    const night = async () => {
      const { code } = await runHere(asLine(), { WEBHOOK: channel.address, CHANNEL: "slack" });
      expect(code).toBe(0);
      return channel.received.splice(0).map(({ body }) => textsIn(body).join("\n"));
    };
    expect(await night()).toEqual([]);
    expect(readHere("kept/report.html")).toContain("<h2");
    expect(await night()).toEqual([]);
    answer('"users": 61', '"users": 99');
    const [told, ...others] = await night();
    expect(others).toEqual([]);
    expect(told).toContain("How many people use it now? 61 before, now 99.");
    expect(told).not.toContain("Fridge log");
    expect(await night()).toEqual([]);
    await channel.close();
  });

  test("what cannot be read stops nothing, and is said", async () => {
    write("exports/broken.json", "{ cut off");
    const { code, complained } = await runHere(asLine());
    expect([code, readHere("kept/portfolio.ndjson").includes("Order flour")]).toEqual([0, true]);
    expect(complained).toContain("exports/broken.json");
  });

  test("what could not be sent is sent the next night", async () => {
    await runHere(asLine());
    answer('"users": 61', '"users": 99');
    const deaf = await openChannel(500);
    expect((await runHere(asLine(), { WEBHOOK: deaf.address })).code).toBe(1);
    await deaf.close();
    const channel = await openChannel();
    expect((await runHere(asLine(), { WEBHOOK: channel.address })).printed).toBe("The message was sent.\n");
    await channel.close();
  });

  test("a call that can't be meant ends it, and keeps what there was", async () => {
    await runHere(asLine());
    const kept = readHere("kept/portfolio.ndjson");
    write("register.map.json", "{ cut off");
    expect((await runHere(asLine())).code).not.toBe(0);
    expect(readHere("kept/portfolio.ndjson")).toBe(kept);
  });

  test("the workflow runs the same script, and keeps the same folder", () => {
    const { jobs } = parse(read(`${example}/recipes/nightly.yml`));
    const steps: readonly { readonly run?: string; readonly with?: { readonly path?: string } }[] = jobs.audit.steps;
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([asLine()]);
    expect(steps.flatMap((step) => step.with?.path ?? [])).toEqual(["kept", "kept/report.html"]);
  });
});
