import { type ConnectorTables, type KnownConnector, knownIn } from "../connectors/index.js";
import { fieldsOf, type Spot, textAt } from "../spot.js";

/** The name of a connector: the end of its id, without `shared_` and without the number of an instance. */
export function connectorName(id: string): string {
  const end = id.slice(id.lastIndexOf("/") + 1);
  return end.replace(/^shared_/i, "").replace(/_\d+$/, "");
}

/** A connection that a definition declares. */
export interface Reference {
  readonly spot: Spot;
  readonly name: string;
  readonly known: KnownConnector | undefined;
}

const idOf = (reference: Spot): string | undefined =>
  textAt(reference, "api", "name") ?? textAt(reference, "id") ?? textAt(reference, "api", "id");

/** The connections of a definition by their keys. */
export function referencesIn(references: Spot, tables: ConnectorTables): ReadonlyMap<string, Reference> {
  const known = knownIn(tables.powerPlatform);
  return new Map(
    fieldsOf(references).map(([key, spot]) => {
      const name = connectorName(idOf(spot) ?? key);
      return [key, { spot, name, known: known.find(name) }] as const;
    }),
  );
}

/** Custom connectors carry an encoded name, and the id of their publisher. */
export const isCustom = (name: string): boolean => /-5f/i.test(name);

/** The name of a custom connector as its maker wrote it: `new-5forders-20mcp-5fee08b8354fad177a` is `orders mcp`. */
export function customName(name: string): string {
  const plain = name.replace(/-([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const parts = plain.split("_").filter((part) => part !== "");
  const own = parts.filter((part, index) => !(index > 0 && /^[0-9a-f]{14,20}$/i.test(part)));
  // What stands first is the prefix of the publisher, if more follows.
  return (own.length > 1 ? own.slice(1) : own).join(" ").trim() || name;
}

const identities: Readonly<Record<string, "maker" | "user">> = {
  embedded: "maker",
  invoker: "user",
  maker: "maker",
};

/** Whose rights a connection uses: those of its maker, or those of whoever runs it. */
export const identityOf = (mode: string | undefined): "maker" | "user" | undefined => {
  const key = mode?.toLowerCase() ?? "";
  return Object.hasOwn(identities, key) ? identities[key] : undefined;
};

const tiers: Readonly<Record<string, "standard" | "premium" | "custom">> = {
  standard: "standard",
  premium: "premium",
  custom: "custom",
};

/** Which kind of connector it is: as the definition says, or as its name or the table does. */
export function tierOf(name: string, stated: string | undefined, known: KnownConnector | undefined) {
  const key = stated?.toLowerCase() ?? "";
  if (isCustom(name)) return "custom";
  return Object.hasOwn(tiers, key) ? tiers[key] : known?.connector.tier;
}
