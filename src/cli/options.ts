/** Options that several commands have. */
export const factsOption = {
  kind: "facts",
  help: "a module that exports facts of your own that are code; it is run",
} as const;

/** Packs that are added to a policy. */
export const packsOption = {
  kind: "packs",
  help: "packs that are added to it, with commas between them: exposure, identity, …, or files of your own",
} as const;

/** What every command takes that asks a policy. */
export const policyOptions = {
  policy: {
    kind: "file",
    help: "standard, recommended, or lines of your own, as JSON or YAML; the standard policy when left out",
  },
  with: packsOption,
  facts: factsOption,
} as const;

/** What every command takes that reads what a configuration can say. */
export const configOptions = {
  config: {
    kind: "file",
    help: "the configuration; plimsoll.config.json of this folder or one above it when left out",
  },
  "no-config": { kind: "flag", help: "read no configuration" },
} as const;

/** As of which day apps are looked at. */
export const asOfOption = {
  kind: "today",
  help: "the day as of which apps are looked at; today when left out",
} as const;

export const approvalsOption = {
  kind: "file",
  help: "approvals that were given: one, an array of them, or one per line",
} as const;

/** What every command takes that reads exports. */
export const exportOptions = {
  connectors: {
    kind: "connectors",
    help: "connectors of your own, and changes to those that are known, as JSON",
  },
  map: {
    kind: "mapping",
    help: "how tables are read, as JSON: which column tells what; those of known exports need none",
  },
} as const;

/** What stands in the help of every command that reads exports. */
export const pathsOfApps = {
  written: "PATH…",
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  otherwise: "portfolio",
  hold:
    "A PATH is a file, a folder or an archive (.zip, .msapp). It holds app profiles: one, an array of them, or one per line (NDJSON); or exports " +
    'of Power Platform, n8n or Node-RED, and tables (CSV, Excel), which are put together by the ids of their apps. "-" is standard input.',
} as const;
