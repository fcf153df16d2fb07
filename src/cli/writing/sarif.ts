import { isAbsolute, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { type Pointer, type Severity, toPointer } from "plimsoll";
import type { AppInWords, FindingInWords, Observation } from "plimsoll/render";
import { match } from "ts-pattern";
import { objectInJson, type Values } from "./json.js";

type Place = NonNullable<Observation["places"]>[number];

/** What a SARIF log says besides its findings. */
export interface SarifOptions {
  /** The version of the command. */
  readonly version: string;
  /** The file that the apps were read from; "-" is standard input, which has no place to point at. */
  readonly file: string;
}

/** How serious each severity is in the words of SARIF. */
const levels = { high: "error", medium: "warning", low: "note" } as const satisfies Record<Severity, string>;

/** Sentences as a SARIF message: there braces are placeholders and `[text](1)` is a link, unless they are written as here. */
export function message(...sentences: readonly string[]) {
  const text = sentences.join(" ").replaceAll(/\s+/g, " ").trim();
  return { text: text.replaceAll(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return normalize(file).split(sep).map(encodeURIComponent).join("/");
}

/** A place in an export, where the app was read from one. */
function locationIn({ file, pointer = "", line }: Place) {
  const region = line === undefined ? {} : { region: { startLine: line } };
  const logical = pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: pointer.slice(1) }] };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region }, ...logical };
}

/** A place in what a file holds. */
export function locationOf(pointer: Pointer, file: string) {
  const fullyQualifiedName = pointer.slice(1);
  const name = fullyQualifiedName.slice(fullyQualifiedName.lastIndexOf("/") + 1);
  const artifact = file === "-" ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(file) } } };
  return { ...artifact, logicalLocations: [{ name, fullyQualifiedName }] };
}

/** How a finding is to be taken. A run that sets anything aside must say of every result that it does not. */
function stateOf({ standing, severity }: FindingInWords) {
  const failed = { kind: "fail", level: levels[severity] };
  return match(standing)
    .with({ kind: "holds" }, () => ({ ...failed, suppressions: [] }))
    .with({ kind: "possible" }, () => ({ kind: "open", level: "none", suppressions: [] }))
    .with({ kind: "set-aside" }, ({ because }) => ({
      ...failed,
      suppressions: [{ kind: "external", status: "accepted", justification: because }],
    }))
    .exhaustive();
}

/** What was seen, which line it crosses, and what to do next. */
function tell({ name }: AppInWords, { title, why, advice, standing, seen }: FindingInWords) {
  const grounds = [why, ...seen.map(({ sentence }) => sentence)];
  return match(standing)
    .with({ kind: "holds" }, () => message(`${name}: ${title}.`, ...grounds, advice))
    .with({ kind: "possible" }, () =>
      message(`${name}, perhaps: ${title}.`, ...grounds, "Find out what is still unknown."),
    )
    .with({ kind: "set-aside" }, ({ because }) =>
      message(`${name}: ${title}, ${because}.`, ...grounds, "Nothing to do."),
    )
    .exhaustive();
}

function resultOf(app: AppInWords, finding: FindingInWords, ruleIndex: number, file: string) {
  const pointers = [...new Set(finding.seen.flatMap((observation) => observation.pointers))];
  const places = finding.seen.flatMap((observation) => observation.places ?? []);
  // The app, then the place in its profile: one to go to; it may say the rest elsewhere.
  const inProfile = (pointers.length > 0 ? pointers : [""]).map((pointer) =>
    locationOf(`${toPointer([app.id])}${pointer}`, file),
  );
  const [first, ...others] = places.length > 0 ? places.map(locationIn) : inProfile;
  return {
    ruleId: finding.id,
    ruleIndex,
    ...stateOf(finding),
    message: tell(app, finding),
    locations: [first],
    relatedLocations: others,
    partialFingerprints: { "appAndRule/v1": toPointer([app.id, finding.id]) },
    properties: app.sinceBefore && { whatHasChanged: app.sinceBefore },
  };
}

function ruleOf({ id, title, why, advice, severity, tier, source }: FindingInWords) {
  return {
    id,
    name: title,
    shortDescription: message(title),
    fullDescription: message(why),
    help: advice === "" ? undefined : message(advice),
    defaultConfiguration: { level: levels[severity] },
    properties: { tier, source: source === "" ? undefined : source },
  };
}

/**
 * A SARIF 2.1.0 log of one run, for code scanning and other viewers of findings, in pieces. The rules come last: which there
 * are is known when all results have been seen.
 */
export async function* sarifLog(
  version: string,
  results: Values,
  rules: () => readonly object[],
): AsyncIterable<string> {
  const driver = { name: "plimsoll", version, informationUri: "https://www.npmjs.com/package/plimsoll" };
  const $schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  yield `{\n  "$schema": "${$schema}",\n  "version": "2.1.0",\n  "runs": [\n    `;
  yield* objectInJson({ results, tool: () => ({ driver: { ...driver, rules: rules() } }) }, "    ");
  yield "\n  ]\n}\n";
}

type Apps = Iterable<AppInWords> | AsyncIterable<AppInWords>;

/** What was found about apps, as a SARIF log, app by app. */
export function sarif(apps: Apps, { version, file }: SarifOptions): AsyncIterable<string> {
  const rules = new Map<string, { readonly index: number; readonly rule: object }>();
  const indexOf = (finding: FindingInWords): number => {
    const known = rules.get(finding.id);
    if (known !== undefined) return known.index;
    const index = rules.size;
    rules.set(finding.id, { index, rule: ruleOf(finding) });
    return index;
  };
  const results = async function* () {
    for await (const app of apps) {
      for (const finding of app.findings) yield resultOf(app, finding, indexOf(finding), file);
    }
  };
  return sarifLog(version, results(), () => [...rules.values()].map(({ rule }) => rule));
}
