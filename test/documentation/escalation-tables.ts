import { escalationDiagram } from "plimsoll/escalation";
import { fieldsOf } from "../../src/escalation/event.js";
import { kinds, path } from "../../src/escalation/path.js";
import { code, table } from "./markdown.js";

/** The pictures of the path of an escalation, drawn from the table that runs. */
export const escalation: Readonly<Record<string, () => string>> = {
  "escalation-diagram": () => ["```mermaid", escalationDiagram(), "```"].join("\n"),
  "escalation-steps": () =>
    table(
      ["Event", "What happens", "It says", "While the case is", "Leads to"],
      kinds.map((kind) => {
        const { title, from, to } = path[kind];
        const says = fieldsOf(kind).map(code).join(", ");
        return [code(kind), title, says, from.map(code).join(", "), to === undefined ? "the same" : code(to)];
      }),
    ),
};
