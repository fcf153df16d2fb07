import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import draft04 from "ajv-draft-04";
import formats from "ajv-formats";

/** What the tests read in a SARIF log. */
interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] };
      };
      readonly results: readonly SarifResult[];
    },
  ];
}

interface SarifLocation {
  readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string } };
  readonly logicalLocations: readonly { readonly name: string; readonly fullyQualifiedName: string }[];
}

/** One result of a log. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

// The schema says `uniqueItems` of values without a type, which strict mode would not have, and escapes in its patterns
// what needs none, which a Unicode pattern would not have.
const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);

const isSarif = ajv.compile<SarifLog>(schema);

/** Reads a SARIF log, which must be valid against the official schema. */
export function readSarif(text: string): SarifLog {
  const log: unknown = JSON.parse(text);
  if (isSarif(log)) return log;
  throw new Error(`This is no SARIF log: ${ajv.errorsText(isSarif.errors)}`);
}
