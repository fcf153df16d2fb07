import { factsOf, standardPolicy } from "plimsoll";
import { defineCommand } from "../command.js";
import { exportOptions, factsOption, pathsOfApps } from "../options.js";
import { allowEmpty, complainOf, noApp } from "../reading/apps.js";
import { type Besides, openExports } from "../reading/exports/gather.js";
import type { Origin } from "../reading/exports/read.js";
import { exitCodes } from "../terminal.js";
import { visibleJson } from "../writing/visible.js";
import { suggest } from "./suggest-mapping.js";

/** What each kind of source is called. */
const titles = {
  "power-automate": "Power Automate",
  n8n: "n8n",
  "canvas-app": "canvas apps",
  "copilot-agent": "Copilot Studio",
  "node-red": "Node-RED",
  "power-platform-inventory": "inventories of the Power Platform",
  profile: "profiles",
  table: "tables",
} as const satisfies Record<Origin, string>;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const mostNamed = 5;

/** Some things by name, and how many more there are. */
function some(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

/** What a person can do about what was not read. */
function complaintsAbout({ notes, left, unknownConnectors: unknown }: Besides): readonly string[] {
  const whatTheyDo = unknown.length === 1 ? "what it does" : "what they do";
  return [
    ...notes,
    ...(left.length > 0
      ? [`${counted(left.length, "file is", "files are")} in no format that plimsoll reads: ${some(left)}.`]
      : []),
    ...(unknown.length > 0
      ? [
          `${counted(unknown.length, "connector is", "connectors are")} not known: ${some(unknown)}. Say with --connectors ${whatTheyDo}.`,
        ]
      : []),
  ];
}

/** What was read, for whoever waits for it. */
function conclusion(apps: number, { origins }: Besides): string {
  const from = [...origins].map(([origin, count]) => `${count} from ${titles[origin]}`);
  return `${counted(apps, "app", "apps")}: ${from.join(", ")}.`;
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
      help: "write beside each profile where each statement was read, what to ask, and what is still unresolved",
    },
    suggest: { kind: "flag", help: "write a first mapping of a table instead, and say what it could not place" },
    facts: factsOption,
    "allow-empty": allowEmpty,
  },
  formats: { json: "" },
  fails: "there was no app to read",
  run: async ({ files, options }, terminal) => {
    if (options.suggest) return suggest(files, terminal);
    const facts = factsOf(standardPolicy, { facts: options.facts });
    const { connectors, map } = options;
    const { outcomes, besides } = openExports(files, { facts, connectors, map }, terminal);
    let apps = 0;
    let unread = 0;
    for await (const outcome of outcomes) {
      if ("unread" in outcome) {
        unread++;
        await terminal.complain(`${outcome.unread.path}: ${outcome.unread.problem}`);
        continue;
      }
      apps++;
      await terminal.print(`${visibleJson(JSON.stringify(options.evidence ? outcome.app : outcome.app.profile))}\n`);
    }
    await complainOf(complaintsAbout(besides()), terminal);
    if (terminal.showsProgress && apps > 0) await terminal.complain(conclusion(apps, besides()));
    if (unread > 0) return exitCodes.badInput;
    if (apps > 0 || options["allow-empty"]) return exitCodes.done;
    await terminal.complain(noApp(files));
    return exitCodes.failed;
  },
});
