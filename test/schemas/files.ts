import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import * as plimsoll from "plimsoll";
import * as escalation from "plimsoll/escalation";
import * as packs from "plimsoll/packs";
import * as retirement from "plimsoll/retirement";
import * as schema from "plimsoll/schema";
import * as testing from "plimsoll/testing";
import { root } from "../documentation/blocks.js";

/** As much of a JSON Schema as the tests read. */
export interface Node {
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly examples?: readonly unknown[];
}

interface Script {
  readonly schemasOf: (doors: object, version: string) => Readonly<Record<string, Node>>;
  readonly policiesOf: (doors: object, version: string) => Readonly<Record<string, { readonly $schema: string }>>;
}

// The script is plain JavaScript, so that the build runs it as it is.
const { policiesOf, schemasOf } = (await import(`${root}/scripts/schemas.mjs`)) as Script;

/** The schemas as the build writes them, by the names of their files. */
export const schemas = schemasOf({ plimsoll, escalation, packs, retirement, schema, testing }, "1.2.3");

/** The policies and packs as the build writes them, by the names of their files. */
export const shippedFiles = policiesOf({ plimsoll, packs }, "1.2.3");

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
for (const [name, each] of Object.entries(schemas)) ajv.addSchema(each, name);

/** Where a value is not as a schema says. */
export function complaints(name: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(name);
  if (validate === undefined) throw new Error(`There is no schema "${name}".`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
