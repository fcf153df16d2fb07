import type { Gathering } from "../gather.js";
import { notOfFormat, withoutMark } from "../read-json.js";
import { entriesOf, isThere, root, type Spot, under } from "../spot.js";

/** The JSON values that stand one after another in a text, with or without commas and brackets around them. */
function valuesIn(text: string): readonly unknown[] | undefined {
  const found: unknown[] = [];
  let depth = 0;
  let from = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    const [mark] = match;
    if (mark === "{") {
      if (depth === 0) from = match.index;
      depth++;
    } else if (mark === "}") {
      depth--;
      if (depth > 0) continue;
      try {
        found.push(JSON.parse(text.slice(from, match.index + 1)));
      } catch {
        return undefined;
      }
      depth = 0;
    }
  }
  return depth === 0 && found.length > 0 ? found : undefined;
}

function readText(file: string, text: string, gathering: Gathering): Spot {
  const plain = withoutMark(text);
  try {
    return root(file, JSON.parse(plain));
  } catch {
    const values = valuesIn(plain);
    if (values === undefined) {
      gathering.problem("not-json", "This is neither JSON nor rows of JSON. Export it again, as a whole.", {
        file,
        pointer: "",
      });
    }
    return root(file, values);
  }
}

/** The rows of an export: a list, which may be empty, the pages of a query, or one row alone. */
export function rowsIn(file: string, input: unknown, gathering: Gathering): readonly Spot[] {
  const document = typeof input === "string" ? readText(file, input, gathering) : root(file, input);
  const list = [document, under(document, "data"), under(document, "value"), under(document, "rows")].find(
    ({ value }) => Array.isArray(value),
  );
  if (list !== undefined) return entriesOf(list);
  if (isThere(document) && typeof document.value === "object") return [document];
  notOfFormat(gathering, document, "an inventory of the Power Platform");
  return [];
}
