export type { Connector, ConnectorTable, ConnectorTables, Doing, Names, UsualOperation } from "./connector.js";
export { type ConnectorChanges, extendConnectors } from "./extend.js";
export { type KnownConnector, knownIn } from "./known.js";
export { connectors } from "./standard.js";
export { effectOfAnyVerb, effectOfVerb } from "./verbs.js";
