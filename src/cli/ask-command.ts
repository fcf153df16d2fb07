import { createClassifier, safeParseProfile } from "plimsoll";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { interview } from "./interview.js";
import { loadOne, loadPolicy } from "./load.js";
import { placeInWords } from "./place.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll ask` was asked. */
export interface AskArguments {
  readonly file: string | undefined;
  readonly policy: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

/** An app of which nothing is known. */
const anyApp = { id: "app", name: "This app" };

/** Asks about an app in the order that settles its tier with the fewest answers. */
export async function askCommand(given: AskArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "json"]);
  const policy = await loadPolicy(given.policy, terminal);
  const known =
    given.file === undefined
      ? anyApp
      : await loadOne(given.file, "app profile", (input) => safeParseProfile(input), terminal);
  const profile = await interview(known, policy, terminal);
  const classification = createClassifier(policy)(profile);
  if (format === "json") {
    terminal.print(writeJson([{ profile, classification }], "one"));
    return exitCodes.done;
  }
  const advice = policy.tiers.find(({ id }) => id === classification.tier)?.advice ?? "";
  const place = placeInWords(classification, policy);
  terminal.print(`\n${profile.name}: ${place}\n  ${advice}\n\n${writeJson([profile], "one")}`);
  return exitCodes.done;
}
