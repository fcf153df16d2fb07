import { factsOf, standardPolicy } from "plimsoll";
import type { Adapted } from "plimsoll/adapters";
import { defineCommand } from "../command.js";
import { exportOptions, factsOption, pathsOfApps } from "../options.js";
import { allowEmpty, complainOf, noApp } from "../reading/apps.js";
import { type Gathered, gatherExports, problemsOf } from "../reading/exports/gather.js";
import type { Origin } from "../reading/exports/read.js";
import { exitCodes } from "../terminal.js";
import { visibleJson } from "../writing/visible.js";

/** What each kind of source is called. */
const titles = {
  "power-automate": "Power Automate",
  n8n: "n8n",
  "canvas-app": "canvas apps",
  "copilot-agent": "Copilot Studio",
  "node-red": "Node-RED",
  "power-platform-inventory": "inventories of the Power Platform",
  profile: "profiles",
} as const satisfies Record<Origin, string>;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const mostNamed = 5;

/** Some things by name, and how many more there are. */
function some(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

/** Connectors that no table has, those first that most apps use. */
function unknownConnectors(apps: readonly Adapted[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const { unresolved } of apps) {
    const names = new Set(unresolved.flatMap(({ kind, what }) => (kind === "unknown-connector" ? [what] : [])));
    for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return [...uses].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

/** What a person can do about what was not read. */
function complaintsAbout({ apps, unread, left, notes }: Gathered): readonly string[] {
  const unknown = unknownConnectors(apps);
  return [
    ...apps.flatMap(problemsOf),
    ...notes,
    ...unread.map(({ path, problem }) => `${path}: ${problem}`),
    ...(left.length > 0
      ? [`${counted(left.length, "file is", "files are")} of no format that is read: ${some(left)}.`]
      : []),
    ...(unknown.length > 0
      ? [
          `${counted(unknown.length, "connector is", "connectors are")} not known: ${some(unknown)}. Say with --connectors what they do.`,
        ]
      : []),
  ];
}

/** What was read, for whoever waits for it. */
function conclusion({ apps, origins }: Gathered): string {
  const from = [...origins].map(([origin, count]) => `${count} from ${titles[origin]}`);
  return `${counted(apps.length, "app", "apps")}: ${from.join(", ")}.`;
}

/** Reads exports as profiles, one a line. */
export const importCommand = defineCommand({
  name: "import",
  summary: "read exports of platforms as app profiles, one a line",
  files: pathsOfApps,
  options: {
    ...exportOptions,
    evidence: {
      kind: "flag",
      help: "write beside each profile where each statement was read, what to ask, and what stayed unresolved",
    },
    facts: factsOption,
    "allow-empty": allowEmpty,
  },
  formats: { json: "" },
  fails: "there was no app to read",
  run: async ({ files, options }, terminal) => {
    const facts = factsOf(standardPolicy, { facts: options.facts });
    const gathered = await gatherExports(files, { facts, connectors: options.connectors }, terminal);
    for (const app of gathered.apps) {
      await terminal.print(`${visibleJson(JSON.stringify(options.evidence ? app : app.profile))}\n`);
    }
    await complainOf(complaintsAbout(gathered), terminal);
    if (terminal.showsProgress && gathered.apps.length > 0) await terminal.complain(conclusion(gathered));
    if (gathered.unread.length > 0) return exitCodes.badInput;
    if (gathered.apps.length > 0 || options["allow-empty"]) return exitCodes.done;
    await terminal.complain(noApp(files));
    return exitCodes.failed;
  },
});
