import { inShort } from "../problems/index.js";
import type { Reference } from "./check-condition.js";
import { inOrder } from "./references.js";
import type { Report } from "./report.js";

/** What each sign, rubric and component refers to, by kind and id. */
export type References = ReadonlyMap<string, readonly Reference[]>;

/** A sign, a rubric or a component, by a name that no other has. */
export const nodeOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} "${id}"`;

/** Of a longer circle, its beginning and its end say enough. */
const mostOfCircle = 10;

function inWords(circle: readonly string[]): string {
  const half = mostOfCircle / 2;
  const left = `${circle.length - mostOfCircle} more`;
  const shown = circle.length > mostOfCircle ? [...circle.slice(0, half), left, ...circle.slice(-half)] : circle;
  return shown.map(inShort).join(" → ");
}

/** Points within points are asked one within the other, as parts of conditions are; which are no deeper than this either. */
const deepestRubric = 100;

/** Reports the rubrics that rest on too many others, one upon the other. */
function checkDepth(nodes: readonly string[], references: References, report: Report): void {
  const depths = new Map<string, number>();
  for (const node of nodes) {
    const rubrics = (references.get(node) ?? []).filter(({ kind }) => kind === "rubric");
    const below = rubrics.map((reference) => depths.get(nodeOf(reference)) ?? 0);
    const depth = below.reduce((deepest, each) => Math.max(deepest, each), 0) + 1;
    depths.set(node, depth);
    const [first] = rubrics.filter((_, index) => below[index] === deepestRubric);
    if (first === undefined) continue;
    const message = `Here rubrics use rubrics more than ${deepestRubric} levels deep. Merge some of them.`;
    report({ pointer: first.pointer, code: "too-large", message });
  }
}

/** Reports every reference that comes back to where it has been, and every rubric that goes too deep. */
export function checkCycles(starts: readonly Reference[], references: References, report: Report): void {
  const nodes = inOrder(
    starts,
    nodeOf,
    (node) => references.get(node) ?? [],
    (closing, way) => {
      if (report.isFull()) return;
      const passed = [...way];
      const circle = [...passed.slice(passed.indexOf(nodeOf(closing))), nodeOf(closing)];
      report({ pointer: closing.pointer, code: "cycle", message: `This depends on itself: ${inWords(circle)}.` });
    },
  );
  checkDepth(nodes, references, report);
}
