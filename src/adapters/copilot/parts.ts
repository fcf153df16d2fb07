import type { Place } from "../adapted.js";
import type { Gathering } from "../gather.js";
import { readDocument, withoutMark } from "../read-json.js";
import type { Source } from "../source.js";
import { entriesOf, fieldsOf, placeOf, root, type Spot, textOf, under } from "../spot.js";
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
  /** Connectors in the solution that carry code, by name. */
  readonly withCode: ReadonlyMap<string, Place>;
  readonly scripts: readonly string[];
  readonly environment: Spot | undefined;
}

const isXml = (path: string, name: RegExp): boolean => name.test(path);

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
    schema: textOf(under(settings, "schemaName")),
    name: stated(under(settings, "displayName")) ?? stated(under(settings, "name")),
    authentication: stated(under(settings, "authenticationMode")),
    signIn: stated(under(settings, "authenticationTrigger")),
    access: stated(under(settings, "accessControlPolicy")),
    configuration: under(settings, "configuration"),
  };
}

function connectorsIn(
  files: Readonly<Record<string, string>>,
  documents: readonly Spot[],
): ReadonlyMap<string, string> {
  const solution = Object.keys(files).filter((path) => isXml(path, /(?:^|[/\\])customizations\.xml$/i));
  const referred = solution.flatMap((path) =>
    partsOf(files[path] ?? "", "connectionreference").flatMap((part) => {
      const name = attributeIn(part, "connectionreferencelogicalname");
      const id = tagIn(path, part, "connectorid");
      return name === undefined || id === undefined ? [] : [[name, id.value] as const];
    }),
  );
  const listed = documents.flatMap((document) =>
    entriesOf(under(document, "connectionReferences")).flatMap((each) => {
      const name = textOf(under(each, "connectionReferenceLogicalName"));
      const id = textOf(under(each, "connectorId"));
      return name === undefined || id === undefined ? [] : [[name, id] as const];
    }),
  );
  return new Map([...referred, ...listed]);
}

function codeIn(files: Readonly<Record<string, string>>): ReadonlyMap<string, Place> {
  const solution = Object.keys(files).filter((path) => isXml(path, /(?:^|[/\\])customizations\.xml$/i));
  return new Map(
    solution.flatMap((path) =>
      partsOf(files[path] ?? "", "Connector").flatMap((part) => {
        const name = tagIn(path, part, "name");
        return name !== undefined && tagIn(path, part, "customcodeblobcontent") !== undefined
          ? [[name.value, { file: path }] as const]
          : [];
      }),
    ),
  );
}

const scriptFile = /[/\\]filedata[/\\][^/\\]+\.(?:py|js|ts|ps1|sh|csx|rb)$/i;

/** Tells apart the files of an agent. Whatever is in none of the known places is left alone. */
export function partsIn(files: Readonly<Record<string, string>>, source: AgentSource, gathering: Gathering): Parts {
  const paths = Object.keys(files).sort();
  const matching = (pattern: RegExp) => paths.filter((path) => pattern.test(path));
  const text = (path: string) => files[path] ?? "";
  const documents = matching(/(?:^|[/\\])botcomponents[/\\][^/\\]+[/\\]data(?:\.ya?ml)?$|\.mcs\.ya?ml$/i)
    .filter((path) => text(path).trim() !== "")
    .flatMap((path) => readYaml(path, text(path), source, gathering) ?? []);
  const solution = matching(/(?:^|[/\\])bots[/\\][^/\\]+[/\\]bot\.xml$/i).map((path) =>
    botIn(path, text(path), files, gathering),
  );
  const settings = documents.filter(({ file }) => /(?:^|[/\\])settings\.mcs\.ya?ml$/i.test(file)).map(botOfSettings);
  const classic = matching(/(?:^|[/\\])botcomponents[/\\][^/\\]+[/\\]content\.json$/i).map((path) =>
    readDocument(gathering, path, text(path)),
  );
  const flows = matching(/(?:^|[/\\])Workflows[/\\][^/\\]+\.json$/i).map((path) =>
    readDocument(gathering, path, text(path)),
  );
  const connection = matching(/(?:^|[/\\])\.mcs[/\\]conn\.json$/i)[0];
  return {
    bots: [...solution, ...settings],
    documents,
    classic,
    flows,
    connectors: connectorsIn(files, documents),
    withCode: codeIn(files),
    scripts: matching(scriptFile),
    environment: connection === undefined ? undefined : readDocument(gathering, connection, text(connection)),
  };
}

const mostLevels = 200;

/** Every object in a document that says of which kind it is, with the document. */
export function kindsIn(document: Spot): readonly (readonly [kind: string, spot: Spot])[] {
  const found: (readonly [string, Spot])[] = [];
  const open: (readonly [Spot, number])[] = [[document, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [spot, level] = next;
    const kind = textOf(under(spot, "kind"));
    if (kind !== undefined) found.push([kind, spot]);
    if (level >= mostLevels) continue;
    for (const [, inner] of fieldsOf(spot)) open.push([inner, level + 1]);
    for (const inner of entriesOf(spot)) open.push([inner, level + 1]);
  }
  return found;
}
