import type { Place } from "./adapted.js";
import type { Call } from "./call.js";
import type { Gathering } from "./gather.js";

/** What starts the work of an artifact, in the order in which the first that is there names the whole. */
export const triggerKinds = {
  event: "event",
  webhook: "request",
  schedule: "schedule",
  form: "person",
  chat: "person",
  app: "person",
  called: "request",
  manual: "person",
} as const;

/** What starts the work of an artifact. */
export type TriggerKind = keyof typeof triggerKinds;

/** What a definition of a flow tells beside its systems. Each is a place where it stands, or the whole of it where it stands nowhere. */
export interface Definition {
  readonly format: string;
  readonly triggers: readonly (readonly [kind: TriggerKind, at: Place])[];
  readonly whole: Place;
  readonly waits: readonly Place[];
  readonly code: readonly Place[];
  readonly requests: readonly Place[];
  /** Secrets that are written out in it. */
  readonly secrets: readonly Place[];
  /** Whether the file shows too little for anybody to say that something is not there. */
  readonly isSparse?: boolean;
}

/** The places of secrets that uses of systems show. */
export const secretsOf = (calls: readonly Call[]): readonly Place[] =>
  calls.flatMap(({ secret }) => (secret?.value === "embedded" ? [secret.at] : []));

/** Whether a model may answer behind a request by hand: something is posted to a host of which nothing is known. */
export const mayBeModel = ({ system, role, effect }: Call): boolean =>
  system.startsWith("http:") && role !== "processing" && (effect === "create" || effect === undefined);

/**
 * Tells of a definition what starts it, and what a profile has no field for: under `/extensions/artifact`, where facts of a policy's own can
 * read it.
 */
export function tellDefinition(gathering: Gathering, definition: Definition): void {
  const { format, triggers, whole } = definition;
  const artifact = (key: string, value: boolean, places: readonly Place[]) => {
    if (!value && definition.isSparse === true) return;
    gathering.tell(["extensions", "artifact", key], value, places[0] ?? whole);
  };
  gathering.member(["extensions", "artifact", "formats"], format, whole);
  for (const [kind, at] of triggers) {
    gathering.member(["automation", "triggers"], triggerKinds[kind], at);
    gathering.member(["extensions", "artifact", "triggers"], kind, at);
  }
  const events = triggers.filter(([kind]) => kind === "event" || kind === "webhook").map(([, at]) => at);
  if (triggers.length > 0) artifact("eventDriven", events.length > 0, events);
  artifact("asynchronous", definition.waits.length > 0, definition.waits);
  artifact("customCode", definition.code.length > 0, definition.code);
  artifact("rawHttp", definition.requests.length > 0, definition.requests);
  artifact("secretsInFile", definition.secrets.length > 0, definition.secrets);
}
