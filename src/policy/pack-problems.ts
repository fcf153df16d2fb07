import { inShort, type Pointer, type Problem } from "../problems/index.js";
import type { Pack } from "./pack.js";
import { type BroughtPart, broughtParts, listsOf } from "./pack-parts.js";
import type { Policy } from "./policy.js";

/** Where each part of a policy stands, by where the pack that has brought it says so. */
function placesOf(policy: Policy, brought: readonly BroughtPart[]): ReadonlyMap<Pointer, Pointer> {
  const placed = listsOf(policy).flatMap(({ list, at, parts }) =>
    parts.flatMap(({ id }, index): (readonly [Pointer, Pointer])[] => {
      const own = brought.find((each) => each.list === list && each.part.id === id);
      return own === undefined ? [] : [[`${at}/${index}`, own.pointer]];
    }),
  );
  return new Map(placed);
}

/** The same problem, which names the pack where it is the pack that needs what is not there. */
export function neededBy({ pack }: Pack, problem: Problem): Problem {
  if (problem.code !== "unknown-reference") return problem;
  return { ...problem, message: `The pack "${inShort(pack)}" needs what is not there. ${problem.message}` };
}

/**
 * What is wrong with the policy that a pack makes, with pointers into the pack where it is the pack that says so: most of all what
 * it refers to and another policy has under another name, or not at all.
 */
export function problemsInPack(problems: readonly Problem[], pack: Pack, policy: Policy): readonly Problem[] {
  const places = placesOf(policy, broughtParts(pack, policy));
  return problems.map((problem) => {
    const found = [...places].find(([at]) => problem.pointer === at || problem.pointer.startsWith(`${at}/`));
    if (found === undefined) return problem;
    const [at, inPack] = found;
    return neededBy(pack, { ...problem, pointer: `${inPack}${problem.pointer.slice(at.length)}` });
  });
}
