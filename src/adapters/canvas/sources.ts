import { connectorName } from "../power-platform/reference.js";
import { entriesOf, fieldsOf, type Spot, textAt, textOf, under } from "../spot.js";

/** What a name in a formula stands for. */
export interface DataSource {
  readonly name: string;
  readonly spot: Spot;
  /** The connector behind it; for one that is only in the app, nothing. */
  readonly connector: string | undefined;
}

const inside = new Set([
  "StaticDataSourceInfo",
  "CollectionDataSourceInfo",
  "OptionSetInfo",
  "ViewInfo",
  "ResourceInfo",
]);

function sourceOf(spot: Spot): DataSource | undefined {
  const name = textAt(spot, "Name");
  const type = textAt(spot, "Type") ?? "";
  if (name === undefined) return undefined;
  const id = textAt(spot, "ApiId");
  const connector = inside.has(type)
    ? undefined
    : type === "NativeCDSDataSourceInfo"
      ? "dataverse"
      : id === undefined
        ? undefined
        : connectorName(id);
  return { name, spot, connector };
}

/** The data sources that a file declares: a list, alone or in an object. */
export function sourcesIn(document: Spot): readonly DataSource[] {
  const list = Array.isArray(document.value) ? document : under(document, "DataSources");
  return entriesOf(list).flatMap((spot) => sourceOf(spot) ?? []);
}

/** The data sources that the connections of an app name, for those of which no file tells more. */
export function connectedIn(connections: Spot): readonly DataSource[] {
  return fieldsOf(connections).flatMap(([, connection]) => {
    const id = textAt(connection, "connectionRef", "id");
    if (id === undefined) return [];
    const names = entriesOf(under(connection, "dataSources")).flatMap((each) => textOf(each) ?? []);
    const connector = connectorName(id);
    const named = names.length > 0 ? names : [textAt(connection, "connectionRef", "displayName") ?? connector];
    return named.map((name) => ({ name, spot: connection, connector }));
  });
}
