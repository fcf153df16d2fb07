import type { Adapted, Place } from "../adapted.js";
import { mayBeModel, secretsOf, tellDefinition } from "../artifact.js";
import type { Call } from "../call.js";
import { type ConnectorTables, type KnownConnector, knownIn } from "../connectors/index.js";
import type { Effect } from "../effects.js";
import { asName, field, type Gathering, gather } from "../gather.js";
import { hintAt } from "../hints.js";
import { knownOperation } from "../power-platform/operation.js";
import { tierOf } from "../power-platform/reference.js";
import { notOfFormat, readDocument } from "../read-json.js";
import { type Source, tablesOf } from "../source.js";
import { placeOf, root, type Spot, textOf, under } from "../spot.js";
import { formsIn, type Mention, mentionsIn, screensIn } from "./formulas.js";
import { connectedIn, type DataSource, sourcesIn } from "./sources.js";

/** Functions that write into the data source which stands first in them. */
const writing: ReadonlyMap<string, Effect> = new Map([
  ["Patch", "change"],
  ["Update", "change"],
  ["UpdateIf", "change"],
  ["Collect", "create"],
  ["ClearCollect", "create"],
  ["Remove", "delete"],
  ["RemoveIf", "delete"],
  ["Clear", "delete"],
  ["Relate", "change"],
  ["Unrelate", "change"],
]);

/** Functions that only look at how a data source is made. */
const describing = new Set(["Defaults", "DataSourceInfo", "Validate"]);

const flows = "logicflows";

interface App {
  readonly sources: ReadonlyMap<string, DataSource>;
  readonly formulas: readonly (readonly [path: string, text: string])[];
}

/** Tells apart what the files of an app are. */
function appIn(files: Readonly<Record<string, string>>, gathering: Gathering): App {
  const sources = new Map<string, DataSource>();
  const all = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const isSource = (path: string) => /(?:^|[/\\])(?:DataSources[/\\][^/\\]+|DataSources)\.json$/i.test(path);
  const isConnection = (path: string) => /(?:^|[/\\])Connections[/\\]Connections\.json$/i.test(path);
  const documents = (isOne: (path: string) => boolean) =>
    all.filter(([path]) => isOne(path)).map(([path, text]) => readDocument(gathering, path, text));
  for (const each of documents(isSource).flatMap(sourcesIn)) sources.set(each.name, each);
  for (const each of documents(isConnection).flatMap(connectedIn))
    if (!sources.has(each.name)) sources.set(each.name, each);
  return { sources, formulas: all.filter(([path]) => /\.(?:fx|pa)\.ya?ml$/i.test(path)) };
}

/** An operation as the connector writes it: `UserProfileV2` in a formula is its `UserProfile_V2`. */
function operationOf(written: string, known: KnownConnector | undefined): string {
  const operation = written.replace(/V(\d)$/, "_V$1");
  return known?.doing(operation) === undefined ? written : operation;
}

const callAt = (
  name: string,
  at: Place,
  effect: Effect | undefined,
  basis: Call["basis"],
  tables: ConnectorTables,
): Call => {
  const known = knownIn(tables.powerPlatform).find(name);
  return {
    system: known?.connector.id ?? name,
    at,
    role: known?.connector.role,
    effect,
    basis,
    connector: tierOf(name, undefined, known),
    administers: known?.connector.power === "administration",
    outside: known?.connector.power === "outside",
  };
};

interface Seen {
  readonly calls: Call[];
  readonly requests: Place[];
  readonly intelligence: Place[];
  readonly used: Set<string>;
  isHidden: boolean;
}

/** What a mention of a data source does there. */
function use(
  mention: Mention,
  source: DataSource,
  at: Place,
  seen: Seen,
  tables: ConnectorTables,
  gathering: Gathering,
): void {
  const { inside = "", calls } = mention;
  const { name, connector } = source;
  const isFirst = !seen.used.has(name);
  seen.used.add(name);
  if (connector === undefined) return;
  if (connector === flows) {
    seen.isHidden = true;
    gathering.unresolved("sub-flow", name, at);
    return;
  }
  const known = knownIn(tables.powerPlatform).find(connector);
  if (known === undefined && isFirst) gathering.unresolved("unknown-connector", connector, at);
  if (knownIn(tables.powerPlatform).isIntelligence(connector)) seen.intelligence.push(at);
  if (calls === undefined) {
    if (!describing.has(inside))
      seen.calls.push(callAt(connector, at, writing.get(inside) ?? "read", "stated", tables));
    return;
  }
  // What a formula hands in is worked out when the app runs.
  const { effects, basis } = knownOperation(operationOf(calls, known), root(at.file, undefined), known);
  if (/^(?:HttpRequest(?:V\d)?|InvokeHttp)$/.test(calls)) seen.requests.push(at);
  if (known !== undefined && effects.includes(undefined))
    gathering.unresolved("unknown-operation", `${connector} ${calls}`, at);
  for (const effect of effects) seen.calls.push(callAt(connector, at, effect, basis, tables));
}

function lookAt({ sources, formulas }: App, tables: ConnectorTables, gathering: Gathering): Seen {
  const seen: Seen = { calls: [], requests: [], intelligence: [], used: new Set(), isHidden: false };
  for (const [path, text] of formulas) {
    const forms = formsIn(text);
    for (const mention of mentionsIn(text)) {
      const at: Place = { file: path, line: mention.line };
      const source = sources.get(mention.name);
      if (source !== undefined) use(mention, source, at, seen, tables, gathering);
      const edited = mention.inside === "SubmitForm" ? sources.get(forms.get(mention.name) ?? "") : undefined;
      if (edited?.connector !== undefined && edited.connector !== flows)
        seen.calls.push(callAt(edited.connector, at, "change", "stated", tables));
    }
  }
  for (const source of sources.values()) {
    if (source.connector === undefined || seen.used.has(source.name)) continue;
    gathering.unresolved("unused-connection", source.name, placeOf(source.spot));
    seen.isHidden = true;
    // Without formulas nobody knows what is done there; with them, that it is not used.
    if (formulas.length === 0 && source.connector !== flows)
      seen.calls.push(callAt(source.connector, placeOf(source.spot), undefined, "stated", tables));
  }
  return seen;
}

/** Where an app says what it is called: in its manifest, or, where it is still packed, in two files of their own. */
function aboutIn(files: Readonly<Record<string, string>>, gathering: Gathering) {
  const named = (pattern: RegExp): Spot | undefined => {
    const file = Object.entries(files).find(([path]) => pattern.test(path));
    return file === undefined ? undefined : readDocument(gathering, ...file);
  };
  const manifest = named(/(?:^|[/\\])CanvasManifest\.json$/i);
  if (manifest !== undefined)
    return { published: under(manifest, "PublishInfo"), properties: under(manifest, "Properties") };
  return { published: named(/(?:^|[/\\])PublishInfo\.json$/i), properties: named(/(?:^|[/\\])Properties\.json$/i) };
}

function tellName(files: Readonly<Record<string, string>>, source: Source, gathering: Gathering): void {
  const { published, properties } = aboutIn(files, gathering);
  const tell = (way: string, ...places: readonly (readonly [spot: Spot | undefined, key: string])[]) => {
    for (const [spot, key] of places) {
      const field = spot && under(spot, key);
      const text = field && textOf(field);
      if (text === undefined || field === undefined) continue;
      gathering.tell([way], asName(text), placeOf(field));
      return;
    }
  };
  if (source.name === undefined) tell("name", [published, "AppName"], [properties, "Name"]);
  if (source.id === undefined) tell("id", [properties, "Id"]);
  tell("description", [properties, "AppDescription"]);
  const parts = properties && under(properties, "ContainsThirdPartyPcfControls");
  if (parts?.value === true) {
    const at = placeOf(parts);
    gathering.entry("parts", [field("kind", "components", at), field("origin", "marketplace", at)]);
  }
}

/**
 * Reads an unpacked canvas app of Power Apps: a partial profile with the systems behind its data sources, and what its formulas do there. A
 * table that could be written is only said to be written where a formula does it. Users and makers are not in the files.
 *
 * @param files The text of each file, by its path. Formulas are found as words, so that both forms of their files are read, without YAML.
 *
 * @example
 * ```ts
 * import { fromCanvasApp } from "plimsoll/adapters";
 *
 * const files = {
 *   "DataSources/Rooms.json": JSON.stringify([
 *     { Name: "Rooms", Type: "ConnectedDataSourceInfo", ApiId: "/providers/microsoft.powerapps/apis/shared_sharepointonline" },
 *   ]),
 *   "Src/Home.fx.yaml": "Home As screen:\n    OnVisible: =Patch(Rooms, Defaults(Rooms), {Title: \"Blue\"})",
 * };
 * const { profile, evidence } = fromCanvasApp(files, { file: "rooms" });
 *
 * profile.integrations?.map(({ system, direction }) => [system, direction]); // → [["sharepointonline", "write"]]
 * evidence.find(({ pointer }) => pointer === "/integrations/0/direction")?.at; // → { file: "Src/Home.fx.yaml", line: 2 }
 * ```
 */
export function fromCanvasApp(files: Readonly<Record<string, string>>, source: Source): Adapted {
  const gathering = gather(source);
  const tables = tablesOf(source);
  const app = appIn(files, gathering);
  if (app.sources.size === 0 && app.formulas.length === 0) {
    notOfFormat(gathering, root(source.file, files), "an unpacked canvas app");
    return gathering.done();
  }
  const whole: Place = { file: source.file };
  tellName(files, source, gathering);
  gathering.tell(["platform"], "Power Apps", whole);
  gathering.tell(["kind"], "app", whole);
  const screens = app.formulas.map(([path, text]) => [path, screensIn(text)] as const).filter(([, count]) => count > 0);
  const first = screens[0];
  if (first !== undefined) {
    const at: Place = { file: first[0], line: 1 };
    gathering.tell(["size"], { atLeast: screens.reduce((sum, [, count]) => sum + count, 0) }, at);
    gathering.entry("entrances", [field("kind", "screen", at)]);
  }
  for (const { name, spot } of app.sources.values()) hintAt(gathering, spot, name);
  const seen = lookAt(app, tables, gathering);
  for (const call of seen.calls) gathering.call(call);
  const triggers = first === undefined ? [] : [["app", { file: first[0], line: 1 }] as const];
  const secrets = secretsOf(seen.calls);
  tellDefinition(gathering, {
    format: "canvas-app",
    whole,
    triggers,
    waits: [],
    code: [],
    requests: seen.requests,
    secrets,
    isSparse: app.formulas.length === 0,
  });
  const model = seen.intelligence[0];
  if (model !== undefined) gathering.tell(["automation", "ai"], "answers", model, "connector");
  else if (!seen.isHidden && app.formulas.length > 0 && !seen.calls.some(mayBeModel))
    gathering.tell(["automation", "ai"], "none", whole);
  gathering.partial("/parts", "/entrances", "/automation/triggers", "/extensions/artifact/triggers");
  if (seen.isHidden || app.formulas.length === 0) gathering.partial("/integrations");
  gathering.whole("integrations", whole);
  return gathering.done();
}
