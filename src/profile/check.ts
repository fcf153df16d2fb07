import { mostProblems, type Pointer, type Problem, suggest, toPointer } from "../problems/index.js";
import type { AppProfile } from "./shape.js";

/** The lists of a profile whose entries must differ: what tells two entries apart, by pointer. */
const distinctLists: Record<Pointer, (profile: AppProfile) => readonly string[] | undefined> = {
  "/audience/departments": (profile) => profile.audience?.departments,
  "/integrations": (profile) => profile.integrations?.map(({ system }) => system),
  "/criticality/singlePointsOfFailure": (profile) => profile.criticality?.singlePointsOfFailure,
  "/ownership/understoodBy": (profile) => profile.ownership?.understoodBy,
  "/compliance": (profile) => profile.compliance?.map(({ regime }) => regime),
  "/performance/symptoms": (profile) => profile.performance?.symptoms,
};

/** Every list that `partial` may name. */
export const listPointers: readonly Pointer[] = [...Object.keys(distinctLists), "/data", "/calculations"];

function duplicates(profile: AppProfile): Problem[] {
  return Object.entries(distinctLists).flatMap(([list, read]) => {
    const first = new Map<string, number>();
    return (read(profile) ?? []).flatMap((entry, index): Problem[] => {
      const earlier = first.get(entry);
      if (earlier === undefined) {
        first.set(entry, index);
        return [];
      }
      const message = `"${entry}" stands here already, at ${list}/${earlier}. Describe it in one entry.`;
      return [{ pointer: `${list}/${index}`, code: "duplicate", message }];
    });
  });
}

function contradictions({ audience = {}, lifecycle = {} }: AppProfile): Problem[] {
  const problems: Problem[] = [];
  const { users, peakConcurrent } = audience;
  if (users !== undefined && peakConcurrent !== undefined && peakConcurrent > users) {
    const message = `Only ${users} people use the app, so ${peakConcurrent} cannot use it at once.`;
    problems.push({ pointer: "/audience/peakConcurrent", code: "contradiction", message });
  }
  const { startedOn, productionSince } = lifecycle;
  if (startedOn !== undefined && productionSince !== undefined && productionSince < startedOn) {
    const message = `The app cannot be in production since ${productionSince} when work on it began on ${startedOn}.`;
    problems.push({ pointer: "/lifecycle/productionSince", code: "contradiction", message });
  }
  return problems;
}

function unknownLists({ partial = [] }: AppProfile): Problem[] {
  const unknown = [...partial.entries()].filter(([, pointer]) => !listPointers.includes(pointer));
  return unknown.slice(0, mostProblems).map(([index, pointer]): Problem => {
    const { hint, ...rest } = suggest(pointer, listPointers);
    const message = `"${pointer}" is not a list of a profile.${hint}`;
    return { pointer: toPointer(["partial", index]), code: "unknown-reference", message, ...rest };
  });
}

/** What is wrong with a well-formed profile beyond its schema: duplicates, contradictions, unknown list pointers. */
export function checkProfile(profile: AppProfile): readonly Problem[] {
  return [...contradictions(profile), ...duplicates(profile), ...unknownLists(profile)].slice(0, mostProblems);
}
