import { nearestName } from "plimsoll";

/** What to say of a name that is none: the one that was most likely meant, and all that there are. */
export function notAmong(kind: string, said: string, names: readonly string[], where = "", kinds = `${kind}s`): string {
  const meant = nearestName(said, names);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return `There is no ${kind} "${said}"${where}.${hint} The ${kinds} are: ${names.join(", ")}.`;
}
