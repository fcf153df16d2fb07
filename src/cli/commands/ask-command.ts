import { createClassifier } from "plimsoll";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { asOfOption, policyOptions } from "../options.js";
import { loadProfile } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes, UsageError } from "../terminal.js";
import { shownIn } from "../writing/format.js";
import { jsonOf } from "../writing/json.js";
import { placeInWords } from "../writing/place.js";
import { interview } from "./interview.js";

/** An app of which nothing is known. */
const anyApp = { id: "app", name: "This app" };

/** Asks about an app in the order that settles its tier with the fewest answers, and then for what else is open. */
export const askCommand = defineCommand({
  name: "ask",
  summary: "ask about an app: first what settles its tier, then what could still change its findings",
  files: { written: "[FILE]", atLeast: 0, atMost: 1, hold: "FILE holds the app profile to begin with." },
  options: {
    ...policyOptions,
    "as-of": asOfOption,
    "tier-only": { kind: "flag", help: "stop as soon as the tier is settled" },
  },
  formats: { text: "", json: "the profile and its classification" },
  fails: "",
  run: async ({ files: [file], options, format }, terminal) => {
    if (file === "-" || options.policy === "-") {
      throw new UsageError("plimsoll ask reads the answers from standard input, so nothing else can come from there.");
    }
    const { facts: given, "as-of": asOf } = options;
    const policy = await loadPolicy(options, terminal);
    const known = file === undefined ? anyApp : await loadProfile(file, policy, given, terminal);
    const profile = await interview(
      known,
      policy,
      { facts: given, asOf, isTierEnough: options["tier-only"] },
      terminal,
    );
    const classification = createClassifier(policy, { facts: given })(profile, { asOf });
    const advice = policy.tiers.find(({ id }) => id === classification.tier)?.advice ?? "";
    const heading = shownIn(format)(`${profile.name}: ${placeInWords(classification, policy)}`);
    await terminal.print(
      match(format)
        .with("text", () => `\n${heading}\n  ${shownIn(format)(advice)}\n\n${jsonOf(profile)}`)
        .with("json", () => jsonOf({ profile, classification }))
        .exhaustive(),
    );
    return exitCodes.done;
  },
});
