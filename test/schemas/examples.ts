import { readdirSync } from "node:fs";
import { safeParseProfile } from "plimsoll";
import { stories } from "plimsoll/stories";
import { read, root } from "../documentation/blocks.js";
import { examplesOf, namesOfExamples } from "../examples/example-policies.js";

/** A value that a schema must allow, under the name of the schema. */
export type Row = readonly [schema: string, what: string, value: unknown];

const files = readdirSync(`${root}/examples`)
  .flatMap((example) => readdirSync(`${root}/examples/${example}`).map((file) => `examples/${example}/${file}`))
  .concat("test/standard/standard.policy-test.json");

const rowsOf = (schema: string, pattern: RegExp): readonly Row[] =>
  files.filter((file) => pattern.test(file)).map((file) => [schema, file, JSON.parse(read(file))]);

/** The policies of the examples. */
export const policies = [...rowsOf("policy", /\/policies\/[\w-]+\.json$/), ...rowsOf("policy", /\/policy\.json$/)];

/** Everything in the examples and the cases that has a schema. */
export const examples: readonly Row[] = [
  ...policies,
  ...rowsOf("policy-tests", /\.policy-test\.json$/),
  ...rowsOf("profile", /\/app\.json$/),
  ...rowsOf("approval", /\/approvals\.json$/).flatMap(([schema, file, list]) =>
    Object.entries(Object(list)).map(([index, value]): Row => [schema, `${file}/${index}`, value]),
  ),
  ...files
    .filter((file) => file.endsWith(".ndjson"))
    .flatMap((file) => read(file).trimEnd().split("\n"))
    .map((line, index): Row => ["profile", `line ${index + 1} of the portfolio`, JSON.parse(line)])
    // One line of it is no profile, to show what an audit says of it.
    .filter(([, , value]) => safeParseProfile(value).ok),
  ...namesOfExamples.flatMap((policy) =>
    examplesOf(policy).map(({ name, profile }): Row => ["profile", `${policy}: ${name}`, profile]),
  ),
  ...stories.flatMap(({ id, moments }) =>
    moments.map(({ profile }, index): Row => ["profile", `${id}, moment ${index}`, profile]),
  ),
];
