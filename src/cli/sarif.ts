import { isAbsolute, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { type Pointer, type Severity, toPointer } from "plimsoll";
import type { AppInWords, FindingInWords } from "plimsoll/render";
import { match } from "ts-pattern";

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
      message(`${name}, perhaps: ${title}.`, ...grounds, "Find out what is not known yet."),
    )
    .with({ kind: "set-aside" }, ({ because }) =>
      message(`${name}: ${title}, ${because}.`, ...grounds, "Nothing to do."),
    )
    .exhaustive();
}

function resultOf(app: AppInWords, finding: FindingInWords, ruleIndex: number, file: string) {
  const pointers = [...new Set(finding.seen.flatMap((observation) => observation.pointers))];
  // The app, then the place in its profile: one to go to; it may say the rest elsewhere.
  const [first = toPointer([app.id]), ...others] = pointers.map((pointer) => `${toPointer([app.id])}${pointer}`);
  return {
    ruleId: finding.id,
    ruleIndex,
    ...stateOf(finding),
    message: tell(app, finding),
    locations: [locationOf(first, file)],
    relatedLocations: others.map((pointer) => locationOf(pointer, file)),
    partialFingerprints: { "appAndRule/v1": toPointer([app.id, finding.id]) },
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

/** A SARIF 2.1.0 log of one run, for code scanning and other viewers of findings. */
export function sarifLog(version: string, rules: readonly object[], results: readonly object[]): string {
  const driver = { name: "plimsoll", version, informationUri: "https://www.npmjs.com/package/plimsoll", rules };
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What was found about apps, as a SARIF log. */
export function sarif(apps: readonly AppInWords[], { version, file }: SarifOptions): string {
  const found = apps.flatMap((app) => app.findings.map((finding) => ({ app, finding })));
  const rules = new Map(found.map(({ finding }) => [finding.id, finding]));
  const ids = [...rules.keys()];
  const results = found.map(({ app, finding }) => resultOf(app, finding, ids.indexOf(finding.id), file));
  return sarifLog(version, [...rules.values()].map(ruleOf), results);
}
