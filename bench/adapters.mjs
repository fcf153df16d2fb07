/**
 * What an adapter takes, beside what reading the file takes at all: parsing its text and walking once through what comes out. It must stay
 * below three times that, and grow with the file and no faster.
 */
import { fromN8n, fromNodeRed, fromPowerAutomate } from "../dist/adapters.js";

const most = 3;
const sizes = [1000, 2000, 4000, 8000];

const indices = (count) => Array.from({ length: count }, (_, index) => index);

const nodeTypes = ["slack", "postgres", "httpRequest", "googleSheets", "set", "if", "gmail", "code"];

const workflow = (count) => ({
  name: "Large",
  nodes: [
    {
      id: "0",
      name: "Start",
      type: "n8n-nodes-base.webhook",
      typeVersion: 2,
      position: [0, 0],
      parameters: { path: "a" },
    },
    ...indices(count).map((index) => ({
      id: `${index}-${"0".repeat(30)}`,
      name: `Step ${index}`,
      type: `n8n-nodes-base.${nodeTypes[index % nodeTypes.length]}`,
      typeVersion: 2,
      position: [index, index],
      parameters: {
        url: "https://api.example.org/orders",
        method: "POST",
        operation: "update",
        text: "Some text for people. ".repeat(10),
        options: { a: 1, b: [1, 2, 3] },
      },
    })),
  ],
  connections: Object.fromEntries(
    ["Start", ...indices(count - 1).map((index) => `Step ${index}`)].map((name, index) => [
      name,
      { main: [[{ node: `Step ${index}`, type: "main", index: 0 }]] },
    ]),
  ),
});

const flow = (count) => ({
  properties: {
    connectionReferences: {
      shared_sharepointonline: { api: { name: "shared_sharepointonline" }, runtimeSource: "embedded" },
    },
    definition: {
      triggers: { Daily: { type: "Recurrence", recurrence: { frequency: "Day", interval: 1 } } },
      actions: Object.fromEntries(
        indices(count).map((index) => [
          `Action_${index}`,
          {
            type: "OpenApiConnection",
            runAfter: { [`Action_${index - 1}`]: ["Succeeded"] },
            inputs: {
              host: { connectionName: "shared_sharepointonline", operationId: "PatchItem" },
              parameters: {
                dataset: "https://example.org",
                table: "Orders",
                "item/Title": "@{triggerBody()}".repeat(10),
              },
            },
          },
        ]),
      ),
    },
  },
});

const flows = (count) =>
  indices(count).map((index) => ({
    id: `n${index}`,
    type: ["inject", "function", "mysql", "http request", "debug"][index % 5],
    x: index,
    y: index,
    z: "tab",
    name: `Node ${index}`,
    func: "msg.topic = 'INSERT INTO log VALUES (1)'; return msg;".repeat(3),
    url: "https://example.org/a",
    method: "POST",
    wires: [[`n${index + 1}`]],
  }));

const adapters = [
  ["n8n", workflow, fromN8n],
  ["Power Automate", flow, fromPowerAutomate],
  ["Node-RED", flows, fromNodeRed],
];

function walk(value) {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const key of Object.keys(value)) count += walk(value[key]);
  return count;
}

const spent = () => process.cpuUsage().user / 1000;

/** So long a round takes at least, in milliseconds: clocks of processor time are coarse. */
const longEnough = 40;

/** Processor time of the best of many rounds, in milliseconds for one run: others may use the machine, too. */
function best(run) {
  const times = indices(12).map(() => {
    const start = spent();
    let runs = 0;
    while (spent() - start < longEnough) {
      run();
      runs++;
    }
    return (spent() - start) / runs;
  });
  return Math.min(...times);
}

let failed = false;
for (const [name, make, read] of adapters) {
  const shares = sizes.map((size) => {
    const text = JSON.stringify(make(size));
    const base = best(() => walk(JSON.parse(text)));
    const value = JSON.parse(text);
    const taken = best(() => read(value, { file: "large.json" }));
    const share = taken / base;
    console.log(
      `${name.padEnd(15)} ${String(size).padStart(5)} steps  read and walked ${base.toFixed(1)} ms  adapter ${taken.toFixed(1)} ms  ${share.toFixed(2)} times`,
    );
    return share;
  });
  if (shares.some((share) => share > most)) failed = true;
}
if (failed) {
  console.error(`An adapter takes more than ${most} times what reading takes.`);
  process.exitCode = 1;
}
