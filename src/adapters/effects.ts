import type { AppProfile } from "../profile/index.js";

type Integration = NonNullable<AppProfile["integrations"]>[number];

/** What stands at the other end of a connection, as a profile says it. */
export type Role = NonNullable<Integration["role"]>;

type Operation = NonNullable<Integration["operations"]>[number];

/** What an effect comes to in a profile. */
interface Meaning {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly operation?: Operation;
  /** What the other end is for this effect, whatever it is else. */
  readonly role?: Role;
  /** Whether an answer is waited for. */
  readonly waits?: true;
}

/** Every effect that an operation of a connector can have, and what it means. One table: readers of artifacts say an effect and no more. */
const effects = {
  read: { reads: true, writes: false },
  create: { reads: false, writes: true, operation: "create" },
  change: { reads: false, writes: true, operation: "change" },
  delete: { reads: false, writes: true, operation: "delete" },
  publish: { reads: false, writes: true, operation: "publish" },
  pay: { reads: false, writes: true, operation: "pay" },
  grant: { reads: false, writes: true, operation: "grant-rights" },
  run: { reads: false, writes: true, operation: "run" },
  /** A message to people. */
  send: { reads: false, writes: true, operation: "create", role: "channel" },
  /** A question to people whose answer is waited for. */
  ask: { reads: true, writes: true, operation: "create", role: "channel", waits: true },
  /** Keeps something and takes it out again, such as the memory of a conversation. */
  exchange: { reads: true, writes: true, operation: "create" },
  /** Data goes out, a result comes back, and nothing is kept. */
  compute: { reads: true, writes: false, role: "processing" },
} as const satisfies Record<string, Meaning>;

/**
 * What an operation of a connector does at the other end.
 *
 * @example
 * ```ts
 * import type { Effect } from "plimsoll/adapters";
 *
 * const effect: Effect = "create";
 *
 * effect; // → "create"
 * ```
 */
export type Effect = keyof typeof effects;

/** What an effect means. */
export const meaningOf = (effect: Effect): Meaning => effects[effect];

/** All effects there are. */
export const effectNames: readonly Effect[] = Object.keys(effects) as Effect[]; // the keys of the table are the effects
