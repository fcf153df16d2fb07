import { suggestMapping } from "plimsoll/adapters";
import { parseMapping } from "plimsoll/schema";
import { expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

const register = "App name,Users,Connects to,Owner\nRota,50-100,SAP; Jira,Sales\nStock,12,ERP,Warehouse\n";
const rows = register
  .trim()
  .split("\n")
  .map((line) => line.split(","));

const suggest = () => runOn({ "register.csv": register }, ["import", "register.csv", "--suggest"]);

test("a first mapping is one, with its schema, and what could not be placed is said", async () => {
  const { code, printed, complained } = await suggest();
  const { $schema, ...mapping } = JSON.parse(printed);
  expect(code).toBe(0);
  expect($schema).toContain("mapping.schema.json");
  expect(parseMapping(mapping)).toEqual(suggestMapping(rows).mapping);
  expect(complained).toMatch(/^"Owner" is not placed\. /);
});

test("each column stands on a line, to be looked through", async () => {
  const { printed } = await suggest();
  expect(printed).toContain('\n    { "column": "App name", "to": "/name" },\n');
  expect(printed.match(/"column":/g)).toHaveLength(printed.split("\n").filter((line) => /"column":/.test(line)).length);
});
