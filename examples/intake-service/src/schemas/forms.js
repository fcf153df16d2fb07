export const text = { type: "string", minLength: 1, maxLength: 2000 };
export const date = { type: "string", format: "date" };
export const instant = { type: "string", format: "date-time" };
export const count = { type: "integer", minimum: 0 };

export const list = (items) => ({ type: "array", items });

/** An object of which every field must be there, but for those that may be left out. */
export const object = (properties, mayBeLeftOut = []) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !mayBeLeftOut.includes(name)),
  additionalProperties: false,
});

/** A schema that stands under a name in the OpenAPI document. */
export const named = ($id, description, schema) => ({ $id, title: schema.title ?? $id, description, ...schema });

/** Refers to a schema by its name. */
export const ref = (name) => ({ $ref: `${name}#` });
