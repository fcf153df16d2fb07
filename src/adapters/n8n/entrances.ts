import type { TriggerKind } from "../artifact.js";
import { asName, field, type Gathering } from "../gather.js";
import { hintAt } from "../hints.js";
import { entriesOf, placeOf, textOf, under, valueAt } from "../spot.js";
import type { WorkflowNode } from "./node.js";

const kinds: Readonly<Record<string, TriggerKind>> = {
  webhook: "webhook",
  mcpTrigger: "webhook",
  scheduleTrigger: "schedule",
  cron: "schedule",
  interval: "schedule",
  formTrigger: "form",
  chatTrigger: "chat",
  manualChatTrigger: "chat",
  executeWorkflowTrigger: "called",
  manualTrigger: "manual",
  start: "manual",
};

/** What kind of trigger a node is; whatever starts a workflow and is not in the table is an event in a product. */
export const triggerKindOf = (node: WorkflowNode): TriggerKind => kinds[node.type] ?? "event";

const entranceKinds = { webhook: "webhook", formTrigger: "form", chatTrigger: "agent" } as const;

/** Tells the way in that a trigger opens, if it opens one. Where no check is named, the product makes none. */
export function tellEntrance(node: WorkflowNode, gathering: Gathering): void {
  const kind = Object.hasOwn(entranceKinds, node.type)
    ? entranceKinds[node.type as keyof typeof entranceKinds]
    : undefined;
  // A chat that is not public is only there for whoever edits the workflow.
  if (kind === undefined || (kind === "agent" && valueAt(node.parameters, "public") !== true)) return;
  const check = under(node.parameters, "authentication");
  const stated = textOf(check);
  const isOpen = stated === undefined || stated === "none";
  const admits = isOpen
    ? [
        stated === undefined
          ? field("admits", "anybody", node.at, "default")
          : field("admits", "anybody", placeOf(check)),
      ]
    : [];
  gathering.entry("entrances", [
    field("name", asName(node.name || node.type), node.at),
    field("kind", kind, node.at),
    ...admits,
  ]);
  for (const each of entriesOf(under(node.parameters, "formFields", "values"))) {
    const label = under(each, "fieldLabel");
    hintAt(gathering, label);
  }
}
