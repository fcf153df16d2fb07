import type { Basis } from "../adapted.js";
import { type Doing, effectOfVerb, type KnownConnector } from "../connectors/index.js";
import type { Effect } from "../effects.js";
import { effectOfRequest } from "../request.js";
import { type Spot, textAt, under } from "../spot.js";
import { effectsOfSql } from "../sql.js";

/** What an operation of a connector does, and how that is known. */
export interface KnownOperation {
  readonly effects: readonly (Effect | undefined)[];
  readonly basis: Basis;
}

const methodKeys = ["parameters/method", "request/method", "Method", "method"];

const addressKeys = ["parameters/uri", "request/url", "Uri", "uri", "url"];

const firstText = (spot: Spot, keys: readonly string[]): string | undefined =>
  keys.map((key) => textAt(spot, key)).find((text) => text !== undefined);

const isWorkedOut = (text: string | undefined): boolean => text?.startsWith("@") === true;

/** What a request inside an operation does: its method stands among the parameters, or in the body of an older export. */
function effectOfInnerRequest(inputs: Spot): Effect | undefined {
  const parameters = [under(inputs, "parameters"), under(inputs, "body")];
  const method = parameters.map((each) => firstText(each, methodKeys)).find((text) => text !== undefined);
  const address = parameters.map((each) => firstText(each, addressKeys)).find((text) => text !== undefined);
  return effectOfRequest({ address, method: isWorkedOut(method) ? undefined : method, body: undefined });
}

const sqlKeys = ["query", "query/query"];

/** What an operation does that stands in the table. */
function knownDoing(doing: Doing, inputs: Spot): KnownOperation {
  if (doing === "unknown") return { effects: [undefined], basis: "stated" };
  if (doing === "request") return { effects: [effectOfInnerRequest(inputs)], basis: "stated" };
  if (doing !== "sql") return { effects: [doing], basis: "stated" };
  const query = firstText(under(inputs, "parameters"), sqlKeys);
  return { effects: effectsOfSql(query ?? "") ?? [undefined], basis: "stated" };
}

/** What an operation does: by the table, else by the verb of its name. */
export function knownOperation(operation: string, inputs: Spot, known: KnownConnector | undefined): KnownOperation {
  const action = textAt(inputs, "parameters", "actionName");
  const doing = known?.doing(`${operation}/${action ?? ""}`) ?? known?.doing(operation);
  if (known?.connector.role === "processing") return { effects: ["compute"], basis: "connector" };
  if (doing !== undefined) return knownDoing(doing, inputs);
  return { effects: [effectOfVerb(operation) ?? known?.connector.otherwise], basis: "verb" };
}

/** What a request of an older export does, which names no operation: by its path in the table, else by its method. */
export function knownRequestOf(inputs: Spot, known: KnownConnector | undefined): KnownOperation {
  const method = textAt(inputs, "method");
  const path = textAt(inputs, "path");
  if (known?.connector.role === "processing") return { effects: ["compute"], basis: "connector" };
  if (/\/httprequest$/i.test(path ?? "")) return { effects: [effectOfInnerRequest(inputs)], basis: "stated" };
  const doing = known?.doing(`${method ?? ""}:${path ?? ""}`);
  if (doing !== undefined) return knownDoing(doing, inputs);
  return {
    effects: [isWorkedOut(method) ? undefined : effectOfRequest({ address: undefined, method, body: undefined })],
    basis: "stated",
  };
}
