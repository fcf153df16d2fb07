import type { Place } from "../adapted.js";
import { type ConnectorTables, type KnownConnector, knownIn } from "../connectors/index.js";
import { numberOf, placeOf, type Spot, textAt, under, valueAt } from "../spot.js";

/** A node of a workflow, with what its type says. */
export interface WorkflowNode {
  readonly spot: Spot;
  readonly at: Place;
  /** The name by which connections know it. */
  readonly name: string;
  /** Its type without the package. */
  readonly type: string;
  /** Its type without `Trigger` or `Tool` too: what the system is called, unless a table knows better. */
  readonly stem: string;
  readonly version: number;
  readonly parameters: Spot;
  readonly known: KnownConnector | undefined;
  readonly isInside: boolean;
  readonly isCode: boolean;
  readonly isIntelligence: boolean;
  readonly isTrigger: boolean;
  /** Whether it comes with the product, and is not from the community. */
  readonly isOwn: boolean;
  readonly isDisabled: boolean;
}

const ownPackages = /^(?:n8n-nodes-base|@n8n\/n8n-nodes-langchain)$/;

const notTriggersByName = new Set(["trigger"]);

/** Types that start a workflow though their name does not end so. */
const starters = new Set(["webhook", "cron", "interval", "start"]);

function stemOf(type: string): string {
  const stem = type
    .replace(/(?:Trigger|Tool)$/, "")
    .replace(/^(vectorStore[A-Za-z]+?)(?:Insert|Load)$/, "$1")
    .replace(/^tool([A-Z])/, (_, first: string) => first.toLowerCase());
  return stem === "" ? type : stem;
}

/** What the type of a node says, whatever else stands in it. */
type About = Pick<
  WorkflowNode,
  "type" | "stem" | "known" | "isInside" | "isCode" | "isIntelligence" | "isTrigger" | "isOwn"
>;

function aboutType(full: string, tables: ConnectorTables): About {
  const dot = full.lastIndexOf(".");
  const type = full.slice(dot + 1);
  const known = knownIn(tables.n8n);
  const stem = stemOf(type);
  const either = (is: (name: string) => boolean) => is(type) || is(stem);
  return {
    type,
    stem,
    known: known.find(type) ?? known.find(stem),
    isInside: either(known.isInside),
    isCode: either(known.isCode),
    isIntelligence:
      either(known.isIntelligence) || known.isIntelligence((known.find(type) ?? known.find(stem))?.connector.id ?? ""),
    isTrigger: (/Trigger$/.test(type) && !notTriggersByName.has(type)) || starters.has(type),
    isOwn: ownPackages.test(full.slice(0, Math.max(dot, 0))),
  };
}

/** Reads the nodes of one workflow, each where it stands; nothing, where there is none. What a type says is found out once. */
export function nodeReader(tables: ConnectorTables): (spot: Spot) => WorkflowNode | undefined {
  const known = new Map<string, About>();
  return (spot) => {
    const full = textAt(spot, "type");
    if (full === undefined) return undefined;
    const about = known.get(full) ?? aboutType(full, tables);
    known.set(full, about);
    return {
      spot,
      at: placeOf(spot),
      name: textAt(spot, "name") ?? "",
      version: numberOf(under(spot, "typeVersion")) ?? 1,
      parameters: under(spot, "parameters"),
      isDisabled: valueAt(spot, "disabled") === true,
      ...about,
    };
  };
}

/** A parameter that says something by itself: not one that is worked out when the workflow runs. */
export function parameter(node: WorkflowNode, key: string, ...more: readonly string[]): string | undefined {
  const text = textAt(node.parameters, key, ...more);
  return text?.startsWith("=") ? undefined : text;
}
