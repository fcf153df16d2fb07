import { profileJsonSchema } from "plimsoll/schema";

type JsonSchema = ReturnType<typeof profileJsonSchema>;

function fieldsIn(schema: JsonSchema, at: string): [string, JsonSchema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, part]): [string, JsonSchema][] =>
    typeof part === "boolean" ? [] : [[`${at}/${key}`, part], ...fieldsIn(part, `${at}/${key}`)],
  );
  const { items } = schema;
  const isOneSchema = typeof items === "object" && !Array.isArray(items);
  return isOneSchema ? [...own, ...fieldsIn(items, `${at}/*`)] : own;
}

/** The fields of a profile by pointer, as its JSON Schema has them, entries of lists written as `*`; where that is says nothing of an app. */
export const schemaFields: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  fieldsIn(profileJsonSchema(), "").filter(([pointer]) => pointer !== "/$schema"),
);
