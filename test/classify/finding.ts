import { type AppProfile, classify } from "plimsoll";

/** What is said of an app besides its name. */
export type Fields = Omit<AppProfile, "id" | "name">;

/** An app of which nothing is known but the given fields. */
export function appWith(fields: Fields): AppProfile {
  return { id: "app", name: "App", ...fields };
}

/** How a rule of the standard policy stands for an app; "silent" when it has nothing to say. */
export function standingOf(id: string, fields: Fields): string {
  return classify(appWith(fields)).findings.find((finding) => finding.id === id)?.status ?? "silent";
}

/** A connection to a system, in the direction that is given. */
export function to(system: string, direction: "read" | "write" | "bidirectional", rest: object = {}) {
  return { system, direction, ...rest };
}
