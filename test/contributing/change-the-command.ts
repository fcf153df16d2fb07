import { before, behind, type Recipe } from "./recipe.js";

const askingRows = "test/cli/every-command.test.ts";
const askingNames = "test/cli/harmless.test.ts";

export const addCommand: Recipe = {
  heading: "Add a command",
  change: [
    {
      file: "src/cli/commands/tiers-command.ts",
      named: "src/cli/commands/NAME-command.ts",
      to: `import { defineCommand } from "../command.js";
import { policyOptions } from "../options.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes } from "../terminal.js";
import { shownIn } from "../writing/format.js";

/** Says which tiers a policy has. */
export const tiersCommand = defineCommand({
  name: "tiers",
  summary: "say which tiers a policy has",
  files: { written: "", atLeast: 0, atMost: 0, hold: "" },
  options: policyOptions,
  formats: { text: "" },
  fails: "",
  run: async ({ options, format }, terminal) => {
    const { tiers } = shownIn(format)(await loadPolicy(options, terminal));
    await terminal.print(tiers.map(({ title }) => \`\${title}\\n\`).join(""));
    return exitCodes.done;
  },
});
`,
    },
    behind(
      "src/cli/commands.ts",
      `import { testCommand } from "./commands/test-command.js";\n`,
      `import { tiersCommand } from "./commands/tiers-command.js";\n`,
    ),
    behind("src/cli/commands.ts", "  testCommand,\n", "  tiersCommand,\n"),
  ],
  rows: [
    {
      file: "test/cli/commands/tiers-command.test.ts",
      named: "test/cli/commands/NAME-command.test.ts",
      to: `import { expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

test("it names each tier", async () => {
  expect((await runOn({}, ["tiers"])).printed).toBe("Citizen\\nIT review\\nProfessional\\n");
});
`,
    },
    before(
      askingRows,
      "  demo: { argv: [], ",
      "  tiers: { argv: byFrozen, says: { text: /^Alone\\nTogether\\nExperts\\n$/ } },\n",
    ),
    before(askingNames, `  ["demo"],\n`, `  ["tiers", "--policy", "policy.json"],\n`),
    before(
      "docs/command.md",
      "## `plimsoll demo`\n",
      "## `plimsoll tiers`\n\nIt says which tiers a policy has.\n\n<!-- generated: command-tiers -->\n<!-- end -->\n\n",
    ),
  ],
  asking: [askingRows, askingNames],
};

export const addFormat: Recipe = {
  heading: "Add a format to a command",
  change: [
    {
      file: "src/cli/commands/explain-command.ts",
      named: "src/cli/commands/NAME-command.ts",
      from: `formats: { text: "", json: "" },`,
      to: `formats: { text: "", md: "", json: "" },`,
    },
    before(
      "src/cli/commands/explain-command.ts",
      `        .with("json", () => jsonOf(handling.length > 0 ?`,
      `        .with("md", () => \`# \${shown(profile.name)}\\n\\n\${linesOf(shown(paths), shown(components), shown(hope), shown(tier.title)).join("\\n")}\\n\`)\n`,
      "src/cli/commands/NAME-command.ts",
    ),
  ],
  rows: [
    behind(
      askingRows,
      "says: { text: /^Rota: Together\\nTo get to Alone, /,",
      " md: /^# Rota\\n\\nTo get to Alone, /,",
    ),
    before(
      askingNames,
      `  ["demo"],\n`,
      `  ["explain", "app.json", "--to", "low", "--policy", "small.json", "--format", "md"],\n`,
    ),
    {
      file: "test/cli/commands/explain-command.test.ts",
      named: "test/cli/commands/NAME-command.test.ts",
      from: `test("as JSON it is the paths"`,
      to: `test("as Markdown it is a page", async () => {
  expect((await run("rota.json", "--to", "alone", "--format", "md")).printed).toMatch(/^# Rota\\n/);
});

test("as JSON it is the paths"`,
    },
  ],
  asking: [askingRows, askingNames],
};
