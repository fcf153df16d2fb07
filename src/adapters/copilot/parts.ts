import type { Gathering } from "../gather.js";
import { readDocument, withoutMark } from "../read-json.js";
import type { Source } from "../source.js";
import { entriesOf, fieldsOf, placeOf, root, type Spot, textAt, textOf, under } from "../spot.js";
import { attributeIn, partsOf, tagIn, type XmlText } from "./xml.js";

/**
 * What the reader of an agent needs beside its files: a parser for YAML, such as `parse` of the package `yaml`.
 *
 * @example
 * ```ts
 * import type { AgentSource } from "plimsoll/adapters";
 *
 * const source: AgentSource = { file: "support-agent", parseYaml: (text) => JSON.parse(text) };
 *
 * source.file; // → "support-agent"
 * ```
 */
export interface AgentSource extends Source {
  /** Reads a text of YAML 1.2 as plain data, and throws where it is none. */
  readonly parseYaml: (text: string) => unknown;
}

/** An agent of the artifact. */
export interface Bot {
  readonly schema: string | undefined;
  readonly name: XmlText | undefined;
  readonly authentication: XmlText | undefined;
  readonly signIn: XmlText | undefined;
  readonly access: XmlText | undefined;
  readonly configuration: Spot | undefined;
}

/** The files of an agent, each read as what it is. */
export interface Parts {
  readonly bots: readonly Bot[];
  /** Documents of YAML: topics, tools, triggers, knowledge, settings. */
  readonly documents: readonly Spot[];
  /** Topics of classic bots. */
  readonly classic: readonly Spot[];
  readonly flows: readonly Spot[];
  /** Connectors by the logical names of connection references. */
  readonly connectors: ReadonlyMap<string, string>;
  /** Connectors of the solution's own that carry code. */
  readonly withCode: readonly XmlText[];
  readonly scripts: readonly string[];
  readonly environment: Spot | undefined;
}

function readYaml(path: string, text: string, { parseYaml }: AgentSource, gathering: Gathering): Spot | undefined {
  try {
    return root(path, parseYaml(withoutMark(text)));
  } catch {
    // What a parser says of it may show a part of the text.
    gathering.problem("unreadable", "This is not YAML, and was not read. Export it again, or mend it.", {
      file: path,
      line: 1,
    });
    gathering.unresolved("unread", path, { file: path, line: 1 });
    return undefined;
  }
}

/** An agent of a solution: its file, and its settings beside it. */
function botIn(path: string, text: string, files: Readonly<Record<string, string>>, gathering: Gathering): Bot {
  const beside = path.replace(/bot\.xml$/i, "configuration.json");
  const settings = files[beside];
  const part = partsOf(text, "[Bb]ot")[0] ?? "";
  const schema = attributeIn(part, "schemaname");
  return {
    schema,
    name: tagIn(path, text, "name"),
    authentication: tagIn(path, text, "authenticationmode"),
    signIn: tagIn(path, text, "authenticationtrigger"),
    access: tagIn(path, text, "accesscontrolpolicy"),
    configuration: settings === undefined ? undefined : readDocument(gathering, beside, settings),
  };
}

const stated = (spot: Spot): XmlText | undefined => {
  const value = textOf(spot);
  return value === undefined ? undefined : { value, at: placeOf(spot) };
};

/** The agent of a workspace, from its settings; sub-agents are parts of it. */
function botOfSettings(settings: Spot): Bot {
  return {
    schema: textAt(settings, "schemaName"),
    name: stated(under(settings, "displayName")) ?? stated(under(settings, "name")),
    authentication: stated(under(settings, "authenticationMode")),
    signIn: stated(under(settings, "authenticationTrigger")),
    access: stated(under(settings, "accessControlPolicy")),
    configuration: under(settings, "configuration"),
  };
}

const customizationsIn = (files: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(files).filter(([path]) => /(?:^|[/\\])customizations\.xml$/i.test(path));

function connectorsIn(
  files: Readonly<Record<string, string>>,
  documents: readonly Spot[],
): ReadonlyMap<string, string> {
  const referred = customizationsIn(files).flatMap(([path, text]) =>
    partsOf(text, "connectionreference").flatMap((part) => {
      const name = attributeIn(part, "connectionreferencelogicalname");
      const id = tagIn(path, part, "connectorid");
      return name === undefined || id === undefined ? [] : [[name, id.value] as const];
    }),
  );
  const listed = documents.flatMap((document) =>
    entriesOf(under(document, "connectionReferences")).flatMap((each) => {
      const name = textAt(each, "connectionReferenceLogicalName");
      const id = textAt(each, "connectorId");
      return name === undefined || id === undefined ? [] : [[name, id] as const];
    }),
  );
  return new Map([...referred, ...listed]);
}

function codeIn(files: Readonly<Record<string, string>>): readonly XmlText[] {
  return customizationsIn(files).flatMap(([path, text]) =>
    partsOf(text, "Connector").flatMap((part): readonly XmlText[] => {
      const name = tagIn(path, part, "name");
      const code = tagIn(path, part, "customcodeblobcontent");
      return name === undefined || code === undefined ? [] : [{ value: name.value, at: { file: path } }];
    }),
  );
}

const scriptFile = /[/\\]filedata[/\\][^/\\]+\.(?:py|js|ts|ps1|sh|csx|rb)$/i;

/** Tells apart the files of an agent. Whatever is in none of the known places is left alone. */
export function partsIn(files: Readonly<Record<string, string>>, source: AgentSource, gathering: Gathering): Parts {
  const all = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const matching = (pattern: RegExp) => all.filter(([path]) => pattern.test(path));
  const read = (file: readonly [path: string, text: string]) => readDocument(gathering, ...file);
  const documents = matching(/(?:^|[/\\])botcomponents[/\\][^/\\]+[/\\]data(?:\.ya?ml)?$|\.mcs\.ya?ml$/i)
    .filter(([, text]) => text.trim() !== "")
    .flatMap(([path, text]) => readYaml(path, text, source, gathering) ?? []);
  const solution = matching(/(?:^|[/\\])bots[/\\][^/\\]+[/\\]bot\.xml$/i).map(([path, text]) =>
    botIn(path, text, files, gathering),
  );
  const settings = documents.filter(({ file }) => /(?:^|[/\\])settings\.mcs\.ya?ml$/i.test(file)).map(botOfSettings);
  const classic = matching(/(?:^|[/\\])botcomponents[/\\][^/\\]+[/\\]content\.json$/i).map(read);
  const flows = matching(/(?:^|[/\\])Workflows[/\\][^/\\]+\.json$/i).map(read);
  const connection = matching(/(?:^|[/\\])\.mcs[/\\]conn\.json$/i)[0];
  return {
    bots: [...solution, ...settings],
    documents,
    classic,
    flows,
    connectors: connectorsIn(files, documents),
    withCode: codeIn(files),
    scripts: matching(scriptFile).map(([path]) => path),
    environment: connection === undefined ? undefined : read(connection),
  };
}

/** Every object in a document that says of which kind it is. What stands in several places, or in itself, is met once. */
export function kindsIn(document: Spot): readonly (readonly [kind: string, spot: Spot])[] {
  const found: (readonly [string, Spot])[] = [];
  const met = new Set<unknown>();
  const open: Spot[] = [document];
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    const inner = [...fieldsOf(spot).map(([, each]) => each), ...entriesOf(spot)];
    if (inner.length === 0 || met.has(spot.value)) continue;
    met.add(spot.value);
    const kind = textAt(spot, "kind");
    if (kind !== undefined) found.push([kind, spot]);
    for (const each of inner) open.push(each);
  }
  return found;
}
