import { escalationDiagram } from "plimsoll/escalation";
import { retirementDiagram } from "plimsoll/retirement";
import { fieldsOf } from "../../src/escalation/event.js";
import { kinds, path } from "../../src/escalation/path.js";
import { fieldsOf as retirementFields } from "../../src/retirement/event.js";
import { path as retirementPath, kinds as retirementSteps } from "../../src/retirement/path.js";
import { code, table } from "./markdown.js";

interface Step {
  readonly title: string;
  readonly from: readonly string[];
  readonly to?: string;
}

/** The steps of a path: what happens, what the event says, when, and where it leads. */
function stepTable(
  subject: string,
  steps: readonly (readonly [kind: string, step: Step, says: readonly string[]])[],
): string {
  return table(
    ["Event", "What happens", "It says", `While the ${subject} is`, "Leads to"],
    steps.map(([kind, { title, from, to }, says]) => {
      const leadsTo = to === undefined ? "the same" : code(to);
      return [code(kind), title, says.map(code).join(", "), from.map(code).join(", "), leadsTo];
    }),
  );
}

const diagram = (mermaid: string) => ["```mermaid", mermaid, "```"].join("\n");

/** The pictures of the paths of escalations and retirements, drawn from the tables that run. */
export const escalation: Readonly<Record<string, () => string>> = {
  "escalation-diagram": () => diagram(escalationDiagram()),
  "escalation-steps": () =>
    stepTable(
      "case",
      kinds.map((kind) => [kind, path[kind], fieldsOf(kind)]),
    ),
  "retirement-diagram": () => diagram(retirementDiagram()),
  "retirement-steps": () =>
    stepTable(
      "retirement",
      retirementSteps.map((kind) => [kind, retirementPath[kind], retirementFields(kind)]),
    ),
};
