import type { Domain } from "./domain.js";
import { atLeast, type Derived, exact, unknown } from "./fact.js";
import { distinctMembers } from "./members.js";

/**
 * Puts together what the entries of a list say: how many say yes, whether any does, the highest level, or the members
 * that they name. An entry that answers `null` or `false` adds nothing; one that answers `undefined` does not say, which
 * leaves a lower bound, as a list that is `partial` does.
 */
export function fold<Entry>(
  domain: Domain,
  entries: readonly Entry[],
  answerOf: (entry: Entry) => unknown,
  partial: boolean,
): Derived {
  let told = partial ? atLeast : exact;
  const answers: unknown[] = [];
  for (const entry of entries) {
    const answer = answerOf(entry);
    if (answer === undefined) told = atLeast;
    else if (answer) answers.push(answer);
  }
  switch (domain.kind) {
    case "number":
      return told(answers.length);
    case "set":
      return told(distinctMembers(domain, answers) as string[]); // members are strings
    case "ordinal": {
      const { levels } = domain;
      let highest = 0;
      for (const level of answers) highest = Math.max(highest, levels.indexOf(level as string)); // so are levels
      return (highest < levels.length - 1 ? told : exact)(levels[highest] ?? "");
    }
    default:
      if (answers.length > 0) return exact(true);
      return told === exact ? exact(false) : unknown;
  }
}
