import type { ConnectorTables } from "./connector.js";
import { hosts } from "./hosts.js";
import { n8n } from "./n8n/index.js";
import { nodeRed } from "./node-red.js";
import { powerPlatform } from "./power-platform/index.js";

/**
 * The connectors that come with the package, one table for each platform. Plain data: read them, or extend them with {@link extendConnectors}.
 *
 * @example
 * ```ts
 * import { connectors } from "plimsoll/adapters";
 *
 * connectors.powerPlatform.connectors.find(({ id }) => id === "dataverse")?.title; // → "Microsoft Dataverse"
 * ```
 */
export const connectors: ConnectorTables = { powerPlatform, n8n, nodeRed, hosts };
