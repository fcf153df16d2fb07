import type { Effect } from "../effects.js";

/** What the leading verb of an operation's name says, where no table knows the operation. A verb that may do either says nothing. */
const verbs: Readonly<Partial<Record<Effect, string>>> = {
  read: "get list search find query export on when lookup fetch retrieve download select count check describe view show watch my index load receive subscribe",
  create: "create post put add insert append upload copy save store register write import new reply book schedule",
  change:
    "patch update upsert edit set move rename modify replace merge mark tag untag assign unassign attach detach associate disassociate archive unarchive restore close reopen complete lock unlock increment enable disable approve reject resend reset",
  delete: "delete remove clear purge drop truncate cancel unsubscribe revoke",
  send: "send",
  grant: "share invite grant",
  run: "start stop run trigger execute restart deploy invoke transfer freeze dispute reissue",
  publish: "publish tweet",
  pay: "pay refund charge capture payout",
};

const byVerb: ReadonlyMap<string, Effect> = new Map(
  Object.entries(verbs).flatMap(([effect, words]) =>
    // The keys of the record are effects.
    words.split(" ").map((word) => [word, effect as Effect] as const),
  ),
);

/** Words before the verb that say nothing of what is done. */
const before = new Set(["admin", "v1", "v2", "v3", "v4", "v5", "as", "user", "shared", "mailbox"]);

/** The words of a name that is written as one: `AdminGetFlow`, `Edit-AppRoleAssignment`, `lead_create`. */
const wordsOf = (name: string): readonly string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());

const longestName = 200;

/** The effect that the verb of an operation's name tells, or nothing. */
export function effectOfVerb(operation: string): Effect | undefined {
  if (operation.length > longestName) return undefined;
  const first = wordsOf(operation).find((word) => !before.has(word) && !/^\d+$/.test(word));
  return first === undefined ? undefined : byVerb.get(first);
}

/** The effect of a name in which the verb may stand anywhere, as in `klicktipp-contact-create`: the last verb counts. */
export function effectOfAnyVerb(name: string): Effect | undefined {
  if (name.length > longestName) return undefined;
  return wordsOf(name)
    .map((word) => byVerb.get(word))
    .filter((effect) => effect !== undefined)
    .at(-1);
}
