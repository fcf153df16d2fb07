import { type AppProfile, type Classification, classify, type Finding } from "plimsoll";

/** What is said of an app besides its name. */
export type Fields = Omit<AppProfile, "id" | "name">;

/** An app of which nothing is known but the given fields. */
export function appWith(fields: Fields): AppProfile {
  return { id: "app", name: "App", ...fields };
}

/** One finding of a classification; fails the test when it is not there. */
export function findingIn<Tier extends string>({ findings }: Classification<Tier>, id: string): Finding<Tier> {
  const finding = findings.find((each) => each.id === id);
  if (finding === undefined) throw new Error(`There is no finding "${id}".`);
  return finding;
}

/** How a rule of the standard policy stands for an app; "silent" when it has nothing to say. */
export function standingOf(id: string, fields: Fields): string {
  return classify(appWith(fields)).findings.find((finding) => finding.id === id)?.status ?? "silent";
}

/** A connection to a system, in the direction that is given. */
export function to(system: string, direction: "read" | "write" | "bidirectional", rest: object = {}) {
  return { system, direction, ...rest };
}
