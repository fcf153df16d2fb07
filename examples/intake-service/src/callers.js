import { createHash, timingSafeEqual } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";

/** What callers may do: look, submit profiles, give approvals, lead cases. */
export const rights = ["read", "submit", "approve", "escalate"];

const schema = {
  type: "array",
  minItems: 1,
  maxItems: 1_000,
  items: {
    type: "object",
    required: ["role", "may", "sha256"],
    additionalProperties: false,
    properties: {
      role: { type: "string", minLength: 1, maxLength: 200, pattern: "^[^\\p{Cc}]+$" },
      may: { type: "array", uniqueItems: true, items: { enum: rights } },
      sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
    },
  },
};

const fingerprint = (token) => createHash("sha256").update(token).digest();

/**
 * Those who may call, each by role, with what the role may do and the fingerprint of its token: whoever reads the configuration
 * cannot call in their place.
 *
 * @throws {Error} when the list is not one, saying where.
 */
export function createCallers(list) {
  const ajv = new Ajv2020({ allErrors: true });
  if (!ajv.validate(schema, list)) throw new Error(ajv.errorsText(ajv.errors, { dataVar: "The list of callers, at " }));
  const callers = list.map(({ sha256, ...caller }) => ({ ...caller, id: sha256 }));
  const known = callers.map((caller) => [caller, Buffer.from(caller.id, "hex")]);
  return {
    /** The caller that a token is of. All are compared, and each in constant time: how long it takes tells nothing. */
    byToken(token) {
      const seen = fingerprint(token);
      return known.filter(([, expected]) => timingSafeEqual(seen, expected)).at(0)?.[0];
    },
    byId: (id) => callers.find((caller) => caller.id === id),
  };
}

/** A caller as the list has it, and the token that it calls with. */
export const describeCaller = (role, may, token) => ({ role, may, sha256: fingerprint(token).toString("hex") });
