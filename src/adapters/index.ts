export type { MappedColumn, Mapping } from "../mapping/index.js";
export type {
  Adapted,
  ArtifactProblem,
  Basis,
  Hint,
  Place,
  Provenance,
  Unresolved,
  UnresolvedKind,
} from "./adapted.js";
export { type Artifact, type ArtifactReading, artifactsIn, fromArtifact } from "./artifacts/index.js";
export { fromCanvasApp } from "./canvas/index.js";
export {
  type Connector,
  type ConnectorChanges,
  type ConnectorTable,
  type ConnectorTables,
  connectors,
  type Doing,
  extendConnectors,
  type Names,
  type UsualOperation,
} from "./connectors/index.js";
export { type AgentSource, fromCopilotAgent } from "./copilot/index.js";
export { detectFormat, type Format } from "./detect.js";
export type { Effect } from "./effects.js";
export { fromPowerPlatformInventory, type Inventory } from "./inventory/index.js";
export { fromProfile, mergeProfiles } from "./merge/index.js";
export { fromN8n } from "./n8n/index.js";
export { fromNodeRed } from "./node-red/index.js";
export { fromPowerAutomate } from "./power-platform/index.js";
export type { Source } from "./source.js";
export {
  type Cell,
  eachOfTable,
  fromTable,
  mappingFor,
  type SuggestedMapping,
  suggestMapping,
  type TableEntry,
  type TableSource,
  tableMappings,
  type UnplacedHeading,
} from "./table/index.js";
