import { guideMarkdown, type Limits, limits, scenarios } from "plimsoll";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadPolicy } from "./load.js";
import { type Paint, painter } from "./paint.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll guide` was asked. */
export interface GuideArguments {
  readonly policy: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

/** The limits for a terminal; the practice cases are for a wiki. */
function limitsInText({ policy, alone, tiers, help }: Limits, paint: Paint): string {
  const sections = tiers.flatMap(({ title, advice, lines }, rank) => [
    "",
    `  ${paint("bold", title)}: ${advice}`,
    ...(rank === 0 ? alone.map((line) => `    ${line}`) : lines.map((line) => `    ${line.title}. ${line.when}`)),
  ]);
  const ask = [`  ${paint("bold", "Whom to ask")}: ${help.who}. ${help.how}`, `    Bring along ${help.bring}.`];
  const more = "  With --format md come practice cases, with their answers.";
  return [paint("bold", policy.title), ...sections, "", ...ask, "", more, ""].join("\n");
}

/** Tells those who build what a policy lets them do alone, when to talk to somebody, and to whom. */
export async function guideCommand(given: GuideArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json"]);
  const policy = await loadPolicy(given.policy, terminal);
  const written = match(format)
    .with("text", () => limitsInText(limits(policy), painter(terminal.showsColours)))
    .with("md", () => guideMarkdown(policy))
    .with("json", () => writeJson([{ limits: limits(policy), practice: scenarios(policy) }], "one"))
    .exhaustive();
  terminal.print(written);
  return exitCodes.done;
}
