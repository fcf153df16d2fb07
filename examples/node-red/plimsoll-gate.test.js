const assert = require("node:assert/strict");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { createServer } = require("node:http");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { after, before, beforeEach, describe, test } = require("node:test");
const RED = require("node-red");
const { harmlessApp } = require("plimsoll/testing");

const example = JSON.parse(readFileSync(join(__dirname, "examples", "gate.json"), "utf8"));
const list = harmlessApp("List").usedBy(9).build();
const crowd = harmlessApp("Crowd").usedBy(140).build();

describe("in a real Node-RED", () => {
  const userDir = mkdtempSync(join(tmpdir(), "node-red-"));
  const server = createServer();
  /** Where messages went, in order: to which node, with what. */
  const sent = [];
  const statuses = new Map();

  before(async () => {
    RED.init(server, {
      ...{ userDir, nodesDir: [__dirname], httpAdminRoot: false, httpNodeRoot: false, flowFile: "flows.json" },
      logging: { console: { level: "off" } },
      editorTheme: { tours: false, telemetry: { enabled: false } },
    });
    const started = new Promise((resolve) => RED.events.once("flows:started", resolve));
    await RED.start();
    await started;
    RED.hooks.add("onSend", (events) => {
      for (const { destination, msg } of events) sent.push({ to: destination.id, told: msg });
    });
    RED.events.on("node-status", ({ id, status }) => statuses.set(id, status));
  });

  after(async () => {
    await RED.stop();
    server.close();
    rmSync(userDir, { recursive: true, force: true });
  });

  beforeEach(() => {
    sent.length = 0;
    statuses.clear();
  });

  /** Deploys the flow of the example, whose gate is set up so. */
  async function deploy(settings = {}) {
    const flows = example.map((node) => (node.id === "gate" ? { ...node, ...settings } : node));
    const started = new Promise((resolve) => RED.events.once("flows:started", resolve));
    await RED.runtime.flows.setFlows({ flows: { flows: structuredClone(flows) }, deploymentType: "full" });
    await started;
  }

  /** Sends a payload to the gate, and gives what went where. */
  async function ask(payload) {
    RED.nodes.getNode("gate").receive({ payload });
    // Not timed: the end of the turns only ends what hangs.
    for (let turn = 0; turn < 30_000 && sent.length === 0; turn++) await new Promise((next) => setTimeout(next, 20));
    return sent;
  }

  test("an app that is surely within the line goes on", async () => {
    await deploy();
    const [{ to, told }] = await ask(list);
    assert.equal(to, "within");
    assert.deepEqual({ tier: told.plimsoll.tier, settled: told.plimsoll.settled }, { tier: "citizen", settled: true });
    assert.deepEqual(told.payload, list);
    assert.deepEqual(statuses.get("gate"), { fill: "green", shape: "dot", text: "Citizen" });
  });

  test("an app above it goes elsewhere, with the reasons", async () => {
    await deploy();
    const [{ to, told }] = await ask(crowd);
    assert.equal(to, "above");
    assert.deepEqual(told.plimsoll.reasons[0].seen, [
      "How many people use it now? 140 people; the line is 100 or more.",
    ]);
    assert.equal(statuses.get("gate").fill, "yellow");
  });

  test("an app that could be above it goes elsewhere, with the questions", async () => {
    await deploy();
    const [{ to, told }] = await ask({ id: "list", name: "List" });
    assert.equal(to, "above");
    assert.ok(told.plimsoll.questions.length > 0);
    assert.equal(statuses.get("gate").shape, "ring");
  });

  test("the line can lie higher, or be one's own", async () => {
    await deploy({ highest: "it-review" });
    assert.equal((await ask(crowd))[0].to, "within");
    sent.length = 0;
    const policy = {
      ...{ id: "ours", version: "1.0.0", title: "Ours" },
      tiers: ["alone", "together"].map((id) => ({ id, title: id, advice: "Go on." })),
    };
    await deploy({ highest: "alone", policy: JSON.stringify(policy) });
    assert.equal((await ask(crowd))[0].to, "within");
  });

  test("what is no profile is caught, with its problems", async () => {
    await deploy();
    const [{ to, told }] = await ask({ id: "list", nmae: "List" });
    assert.equal(to, "mistaken");
    assert.match(told.error.message, /This is no app profile\. \/name /);
    assert.equal(told.plimsoll.problems[1].suggestion, "name");
  });

  for (const [what, settings, why] of [
    ["a policy that is not JSON", { policy: "{" }, /The policy cannot be used\. This is not JSON/],
    ["a policy that is none", { policy: '{ "id": "ours" }' }, /The policy cannot be used\. \/version /],
    ["a tier that there is not", { highest: "nobody" }, /There is no tier "nobody"\. There are: citizen/],
  ]) {
    test(`${what} is said by the node, and to whoever asks it`, async () => {
      await deploy(settings);
      assert.match(statuses.get("gate").text, why);
      const [{ to, told }] = await ask(list);
      assert.equal(to, "mistaken");
      assert.match(told.error.message, why);
    });
  }
});
