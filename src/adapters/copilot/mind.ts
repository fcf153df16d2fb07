import type { Gathering } from "../gather.js";
import { isThere, placeOf, type Spot, textOf, under } from "../spot.js";
import type { Parts } from "./parts.js";

/** How an agent chooses what to do: by a model, by fixed dialogs, or nobody knows, since its settings contradict each other. */
export interface Orchestration {
  readonly value: "generative" | "classic" | undefined;
  readonly spot: Spot | undefined;
  /** Whether a model takes part in it at all. */
  readonly usesModel: boolean | undefined;
}

const generativeRecognizer = /^(?:GenerativeAI|CLIAgent|CLICopilot)Recognizer$/;

function orchestrationOf(configuration: Spot): Orchestration {
  const recognizer = [under(configuration, "recognizer", "$kind"), under(configuration, "recognizer", "kind")].find(
    isThere,
  );
  const setting = under(configuration, "settings", "GenerativeActionsEnabled");
  const byRecognizer = recognizer !== undefined && generativeRecognizer.test(textOf(recognizer) ?? "");
  if (byRecognizer && setting.value === false) return { value: undefined, spot: setting, usesModel: true };
  if (byRecognizer || setting.value === true)
    return { value: "generative", spot: byRecognizer ? recognizer : setting, usesModel: true };
  if (setting.value === false) return { value: "classic", spot: setting, usesModel: undefined };
  return { value: undefined, spot: undefined, usesModel: undefined };
}

/** How the agents of an artifact choose what to do; where one is led by a model, all are said to be. */
export function orchestrationIn({ bots, classic }: Parts): Orchestration {
  const each = bots.flatMap(({ configuration }) =>
    configuration === undefined ? [] : [orchestrationOf(configuration)],
  );
  const found = each.find(({ usesModel }) => usesModel === true) ?? each.find(({ value }) => value !== undefined);
  if (found !== undefined) return found;
  const dialogs = classic[0];
  return dialogs === undefined || each.length > 0
    ? { value: undefined, spot: undefined, usesModel: undefined }
    : { value: "classic", spot: dialogs, usesModel: false };
}

/** Tells under `/extensions/artifact` what the model may do beside its tools, where the files say it. */
export function tellModel({ bots, documents }: Parts, gathering: Gathering): void {
  const configurations = bots.flatMap(({ configuration }) => configuration ?? []);
  const first = (ways: readonly (readonly string[])[], spots: readonly Spot[]): Spot | undefined =>
    spots.flatMap((spot) => ways.map((way) => under(spot, ...way))).find(isThere);
  const tell = (key: string, spot: Spot | undefined) => {
    const value = spot?.value;
    if (spot !== undefined && (typeof value === "boolean" || typeof value === "string")) {
      gathering.tell(["extensions", "artifact", key], value, placeOf(spot));
    }
  };
  tell(
    "model",
    first(
      [
        ["aISettings", "model", "modelNameHint"],
        ["aISettings", "model", "kind"],
      ],
      documents,
    ) ?? first([["agentSettings", "model", "series"]], configurations),
  );
  tell("generalModelKnowledge", first([["aISettings", "useModelKnowledge"]], configurations));
  tell("webBrowsing", first([["gptCapabilities", "webBrowsing"]], documents));
  tell("codeInterpreter", first([["gptCapabilities", "codeInterpreter"]], documents));
}
