import type { AppProfile } from "../profile/index.js";

/** A connection to a system. */
export type Integration = NonNullable<AppProfile["integrations"]>[number];

/** The riskiest of what several say: the worst when one of them says so, else nothing while one does not say. */
function riskiest<Value>(
  values: readonly (Value | undefined)[],
  [worst, ...others]: readonly Value[],
): Value | undefined {
  return [worst, undefined, ...others].find((value) => values.includes(value));
}

function directionOf(one: Integration["direction"], other: Integration["direction"]): Integration["direction"] {
  if (one === other) return one;
  return riskiest([one, other], ["bidirectional"]) ?? (one && other && "bidirectional");
}

/** Two connections to the same system as the one that they come to: no safer than either. */
export function mergeIntegrations(one: Integration, other: Integration): Integration {
  const all = [one, other];
  // Only those that write, or may, say how it is written.
  const writing = all.filter(({ direction }) => direction !== "read");
  const isSame = one.component?.id === other.component?.id && one.component?.version === other.component?.version;
  const merged = {
    system: one.system,
    role: all.every(({ role }) => role === undefined)
      ? undefined
      : riskiest(
          // What does not say is another system of record.
          all.map(({ role = "system-of-record" }) => role),
          ["system-of-record", "own-store", "channel", "processing"],
        ),
    direction: directionOf(one.direction, other.direction),
    writesValidated: riskiest(
      writing.map((each) => each.writesValidated),
      [false, true],
    ),
    conflicts: riskiest(
      writing.map((each) => each.conflicts),
      ["ignored", "handled", "impossible"],
    ),
    eventDriven: riskiest(
      all.map((each) => each.eventDriven),
      [true, false],
    ),
    asynchronous: riskiest(
      all.map((each) => each.asynchronous),
      [true, false],
    ),
    operations: all.some(({ operations }) => operations === undefined)
      ? undefined
      : [...new Set(all.flatMap(({ operations = [] }) => operations))],
    connector: riskiest(
      all.map((each) => each.connector),
      ["community", "http", "custom", "premium", "standard"],
    ),
    leavesOrganisation: riskiest(
      all.map((each) => each.leavesOrganisation),
      [true, false],
    ),
    identity: riskiest(
      all.map((each) => each.identity),
      ["maker", "shared", "service", "app", "user"],
    ),
    secret: riskiest(
      all.map((each) => each.secret),
      ["embedded", "platform", "vault", "none"],
    ),
    rights: riskiest(
      all.map((each) => each.rights),
      ["administration", "others", "own"],
    ),
    accountOwnerPresent: riskiest(
      all.map((each) => each.accountOwnerPresent),
      [false, true],
    ),
    // What one component does not handle alone, it does not handle.
    component: isSame ? one.component : undefined,
  } satisfies { [Field in keyof Integration]-?: Integration[Field] | undefined };
  // Without the fields of which nothing is known, this is a connection.
  const told: object = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  return told as Integration;
}
