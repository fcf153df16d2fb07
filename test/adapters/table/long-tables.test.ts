import { safeParseProfile } from "plimsoll";
import { type Cell, eachOfTable, type Mapping, type TableEntry } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { source } from "./a-table.js";

describe("a long table", () => {
  function* rows(count: number): Iterable<readonly Cell[]> {
    yield ["App name", "# users", "Connects to", "Personal data?", "Go-live"];
    for (let row = 0; row < count; row++)
      yield [`App ${row}`, row % 7 === 0 ? "many" : "50-100", "SAP; Jira", "ja", "31.12.2024"];
  }
  const mapping: Mapping = {
    dates: "day-first",
    columns: [
      { column: "App name", to: "/name" },
      { column: "# users", to: "/audience/users" },
      { column: "Connects to", to: "/integrations/-/system", split: [";"] },
      { column: "Personal data?", to: "/data/-/class", values: { yes: "personal", no: null } },
      { column: "Go-live", to: "/lifecycle/productionSince" },
    ],
  };

  test("gives its apps one by one, and asks for no row before it is needed", async () => {
    let asked = 0;
    function* watched() {
      for (const row of rows(1_000_000)) {
        asked++;
        yield row;
      }
    }
    const entries = eachOfTable(watched(), mapping, source);
    const first = await entries.next();
    await entries.return(undefined);
    expect(first.value).toMatchObject({ app: { profile: { name: "App 0" } } });
    expect(asked).toBe(3);
  });

  test("of 30,000 rows loses none, and tells every cell that does not fit", async () => {
    let [apps, told] = [0, 0];
    let last: TableEntry | undefined;
    for await (const entry of eachOfTable(rows(30_000), mapping, source)) {
      if ("app" in entry) {
        apps++;
        told += entry.app.problems.length;
      }
      last = entry;
    }
    expect([apps, told]).toEqual([30_000, Math.ceil(30_000 / 7)]);
    expect(last).toMatchObject({
      app: {
        profile: {
          name: "App 29999",
          integrations: [{ system: "SAP" }, { system: "Jira" }],
          data: [{ class: "personal" }],
          lifecycle: { productionSince: "2024-12-31" },
        },
      },
    });
    expect("app" in (last ?? {}) && safeParseProfile(Object(last).app.profile).ok).toBe(true);
  }, 120_000);
});
