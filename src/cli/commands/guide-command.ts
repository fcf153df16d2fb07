import { buildGuide, type Guide } from "plimsoll";
import { guideMarkdown, scenarios } from "plimsoll/guide";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { policyOptions } from "../options.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes } from "../terminal.js";
import { shownIn } from "../writing/format.js";
import { jsonOf } from "../writing/json.js";
import { type Paint, painter } from "../writing/paint.js";

/** The limits for a terminal; the practice scenarios are for a wiki. */
function limitsInText({ policy, alone, tiers, help }: Guide, paint: Paint): string {
  const sections = tiers.flatMap(({ title, advice, lines }, rank) => [
    "",
    `  ${paint("bold", title)}: ${advice}`,
    ...(rank === 0 ? alone.map((line) => `    ${line}`) : lines.map((line) => `    ${line.title}. ${line.when}`)),
  ]);
  const ask = [`  ${paint("bold", "Whom to ask")}: ${help.who}. ${help.how}`, `    Bring along ${help.bring}.`];
  const more = "  With --format md come practice scenarios, with their answers.";
  return [paint("bold", policy.title), ...sections, "", ...ask, "", more, ""].join("\n");
}

/** Tells those who build what a policy lets them do alone, when to talk to somebody, and to whom. */
export const guideCommand = defineCommand({
  name: "guide",
  summary: "say what people can build on their own, when to talk to somebody, and to whom",
  files: { written: "", atLeast: 0, atMost: 0, hold: "" },
  options: policyOptions,
  formats: { text: "", md: "Markdown, with practice scenarios", json: "" },
  fails: "",
  run: async ({ options, format }, terminal) => {
    const { facts } = options;
    const policy = shownIn(format)(await loadPolicy(options, terminal));
    const written = match(format)
      .with("text", () => limitsInText(buildGuide(policy, { facts }), painter(terminal.showsColours)))
      .with("md", () => guideMarkdown(policy, { facts }))
      .with("json", () => jsonOf({ guide: buildGuide(policy, { facts }), practice: scenarios(policy, { facts }) }))
      .exhaustive();
    await terminal.print(written);
    return exitCodes.done;
  },
});
